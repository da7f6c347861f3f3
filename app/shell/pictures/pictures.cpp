#include "app/shell/pictures/pictures.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include "app/models/models.h"
#include "app/shell/pictures/photographer.h"

namespace doorstep::shell {
namespace {

using models::app_enums::Appearance;
using models::app_enums::Stage;
using models::care_enums::Met;
using models::care_enums::RiskKind;

class Guide {
 public:
  Guide(Photographer& photographer, models::Models& models, QObject& navigator)
      : photographer_(photographer), models_(models), navigator_(navigator) {}

  void locked() {
    photographer_.settle();
    photographer_.shootWhole(models_.session.stage() == Stage::NotEnrolled ? "enrol" : "unlock");
  }

  void open() {
    if (models_.session.visitor() || models_.session.supervisor())
      today();
    elders();
    if (models_.session.visitor() || models_.session.supervisor()) {
      go(kMonth);
      photographer_.shootWhole("month");
    }
    if (models_.session.supervisor() || models_.session.district())
      supervisor();
    if (models_.session.district())
      district();
    if (models_.session.district())
      desk();
    if (models_.session.supervisor() || models_.session.district()) {
      go(kPaper);
      photographer_.shootWhole("paper");
    }
    go(kSync);
    photographer_.shootWhole("sync");
    go(kSettings);
    photographer_.shootWhole("settings");
  }

  // Each page once, without what opens from it.
  void pages(const QString& elder) {
    const bool visits = models_.session.visitor() || models_.session.supervisor();
    const bool supervises = models_.session.supervisor() || models_.session.district();
    if (visits)
      pagesOfVisits(elder);
    page(kElders, "elders");
    if (supervises) {
      page(kOpen, "open");
      page(kCaseload, "caseload");
      page(kPaper, "paper");
    }
    if (models_.session.district())
      pagesOfDistrict();
    page(kSync, "sync");
  }

 private:
  void page(Place place, const char* name) {
    go(place);
    photographer_.shoot(name);
  }

  void pagesOfVisits(const QString& elder) {
    page(kToday, "today");
    if (!elder.isEmpty()) {
      models_.elder.show(elder);
      photographer_.shoot("elder");
      models_.elder.show({});
      models_.visit.begin(elder);
      photographer_.shoot("visit");
      models_.visit.leave();
      photographer_.settle();
    }
    page(kMonth, "month");
  }

  void pagesOfDistrict() {
    page(kCoverage, "coverage");
    QMetaObject::invokeMethod(&navigator_, "showMissed", Q_ARG(QString, QString()), Q_ARG(QString, QString()));
    photographer_.shoot("missed");
    models_.coverage.show({});
    page(kEndOfDay, "end-of-day");
    page(kRules, "rules");
    page(kSetUp, "set-up");
  }

  void go(Place place) { photographer_.go(place); }

  static QString firstElder(models::RowModel* rows, int row = 0) {
    if (rows->count() <= row)
      return {};
    const int role = rows->roleNames().key("elderId");
    return rows->data(rows->index(row), role).toString();
  }

  void today() {
    go(kToday);
    photographer_.shoot("today");
    emergency();
    search();
    const QString elder = firstElder(models_.today.rows(), std::min(3, models_.today.rows()->count() - 1));
    if (elder.isEmpty())
      return;
    models_.elder.show(elder);
    photographer_.shootWhole("elder");
    sheet("serviceSheet", "service", [&](QObject* sheet) {
      QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, elder), Q_ARG(QString, models_.elder.householdId()),
                                Q_ARG(QString, models_.elder.name()));
      models_.service.setService(v1::SERVICE_KIND_ERRAND, 30);
    });
    if (const auto& pictures = models_.pictures.entries(); !pictures.empty()) {
      sheet("pictureSheet", "picture", [&](QObject* sheet) {
        QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, pictures.front().picture_id));
      });
    }
    visit(elder);
    paper(elder);
  }

  void visit(const QString& elder) {
    if (models_.elder.hasDraft())
      return;  // somebody's own; not ours to touch
    models_.visit.begin(elder);
    photographer_.shoot("visit-begin");
    meet(elder);
    models_.visit.setService(v1::SERVICE_KIND_COMPANIONSHIP, 20);
    photographer_.shootWhole("visit");
    if (QObject* checklist = photographer_.find("checklist")) {
      checklist->setProperty("itemByItem", true);
      photographer_.shootWhole("visit-items");
    }
    sheet("riskSheet", "visit-risk", [&](QObject* sheet) {
      QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, elder), Q_ARG(int, static_cast<int>(RiskKind::Fall)));
    });
    sheet("promiseSheet", "visit-promise", [](QObject* sheet) { QMetaObject::invokeMethod(sheet, "openEmpty"); });
    models_.visit.setMet(elder, Met::NoReply);
    models_.visit.setSign(v1::WARNING_SIGN_SMELL, true);
    photographer_.shoot("visit-no-reply");
    meet(elder);
    models_.visit.finish();
    photographer_.shoot("visit-summary");
    models_.visit.discard();
    photographer_.settle();
  }

  // Two taps from anywhere: the numbers, and one of them for another telephone.
  void emergency() {
    sheet("emergencySheet", "emergency", [](QObject* sheet) { QMetaObject::invokeMethod(sheet, "open"); });
    sheet("numberSheet", "number", [](QObject* sheet) {
      QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, QStringLiteral("120")),
                                Q_ARG(QString, QStringLiteral("120")));
    });
  }

  // Somebody who did not answer.
  void search() {
    for (const models::ElderEntry& entry : models_.today.rows()->rows()) {
      if (entry.ladder_next == 0)
        continue;
      models_.elder.show(entry.elder_id);
      photographer_.shootWhole("search");
      sheet("ladderSheet", "search-step", [](QObject* sheet) {
        QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(int, static_cast<int>(v1::LADDER_STEP_NEIGHBOUR)));
      });
      models_.elder.show({});
      photographer_.settle();
      return;
    }
  }

  void paper(const QString& elder) {
    if (models_.elder.hasDraft())
      return;
    models_.visit.beginPaper(elder);
    photographer_.shoot("visit-paper");
    models_.visit.discard();
    photographer_.settle();
  }

  void meet(const QString& elder) {
    models_.visit.setMet(elder, Met::InPerson);
    models_.visit.hasLastTime() ? models_.visit.takeLastTime() : models_.visit.takeUsual();
  }

  void elders() {
    go(kElders);
    photographer_.shoot("elders");
  }

  void supervisor() {
    go(kOpen);
    photographer_.shoot("open");
    openSheets();
    models_.open_work.setSection(static_cast<int>(models::app_enums::OpenSection::Unassigned));
    photographer_.shoot("open-unassigned");
    models_.open_work.setSection(static_cast<int>(models::app_enums::OpenSection::Conflicts));
    photographer_.shoot("open-conflicts");
    models_.open_work.setSection(static_cast<int>(models::app_enums::OpenSection::Duplicates));
    photographer_.shoot("open-persons-list");
    models_.open_work.setSection(-1);
    go(kCaseload);
    photographer_.shoot("caseload");
    models::RowModel* workers = models_.caseload.rows();
    if (workers->count() == 0)
      return;
    const int last = std::min(1, workers->count() - 1);
    models_.caseload.choose(workers->data(workers->index(last), workers->roleNames().key("workerId")).toString());
    photographer_.shoot("caseload-worker");
  }

  // What is done about open things, each with the first one of its kind.
  void openSheets() {
    using models::app_enums::OpenSection;
    for (const models::OpenEntry& entry : openEntries()) {
      if (entry.section == static_cast<int>(OpenSection::Risks)) {
        sheet("followUpSheet", "open-follow-up", [&](QObject* sheet) {
          QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, entry.record), Q_ARG(QString, entry.elder_name),
                                    Q_ARG(int, entry.level), Q_ARG(int, entry.state),
                                    Q_ARG(QVariant, QVariant::fromValue(entry.steps)), Q_ARG(bool, false));
        });
      } else if (entry.section == static_cast<int>(OpenSection::Proposals)) {
        sheet("decisionSheet", "open-decision", [&](QObject* sheet) {
          QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, entry.record), Q_ARG(QString, entry.elder_id),
                                    Q_ARG(QString, entry.elder_name), Q_ARG(int, entry.what),
                                    Q_ARG(doorstep::models::Moment, entry.at));
        });
      } else if (entry.section == static_cast<int>(OpenSection::Hours)) {
        sheet("hoursSheet", "open-hours", [&](QObject* sheet) {
          QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, entry.record), Q_ARG(QString, entry.elder_name),
                                    Q_ARG(int, entry.what), Q_ARG(int, entry.minutes),
                                    Q_ARG(QVariant, QVariant::fromValue(entry.steps)));
        });
      } else if (entry.section == static_cast<int>(OpenSection::Conflicts)) {
        sheet("conflictSheet", "open-conflict", [&](QObject* sheet) {
          QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, entry.record), Q_ARG(QString, entry.elder_name),
                                    Q_ARG(QString, entry.field), Q_ARG(doorstep::models::GivenValue, entry.chosen),
                                    Q_ARG(doorstep::models::GivenValue, entry.other), Q_ARG(int, entry.rule),
                                    Q_ARG(bool, entry.changed_since));
        });
      } else if (entry.section == static_cast<int>(OpenSection::Duplicates)) {
        sheet("personsSheet", "open-persons", [&](QObject* sheet) {
          QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, entry.record),
                                    Q_ARG(doorstep::models::PersonEntry, entry.older),
                                    Q_ARG(doorstep::models::PersonEntry, entry.newer), Q_ARG(int, entry.level),
                                    Q_ARG(bool, entry.merged), Q_ARG(bool, entry.mergeable));
        });
      } else if (entry.section == static_cast<int>(OpenSection::Unassigned)) {
        sheet("assignSheet", "open-assign", [&](QObject* sheet) {
          QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QVariant, QVariant(QStringList{entry.household_id})),
                                    Q_ARG(QString, entry.elder_name));
        });
      }
    }
  }

  // The first of each section.
  std::vector<models::OpenEntry> openEntries() const {
    std::vector<models::OpenEntry> first;
    for (const models::OpenEntry& entry : models_.open_work.rows()->rows()) {
      if (first.empty() || first.back().section != entry.section)
        first.push_back(entry);
    }
    return first;
  }

  void desk() {
    go(kEndOfDay);
    photographer_.shootWhole("end-of-day");
    go(kRules);
    photographer_.shootWhole("rules");
    models_.rules.beginDraft();
    if (QObject* draft = photographer_.find("ruleDraftSheet")) {
      QMetaObject::invokeMethod(draft, "open");
      photographer_.shoot("rules-draft");
      QMetaObject::invokeMethod(draft, "close");
    }
    go(kSetUp);
    photographer_.shootWhole("set-up");
  }

  void district() {
    go(kCoverage);
    photographer_.shootWhole("coverage");
    models::RowModel* areas = models_.coverage.rows();
    if (areas->count() > 0) {
      const int row = std::min(5, areas->count() - 1);
      models_.coverage.show(areas->data(areas->index(row), areas->roleNames().key("areaId")).toString());
      photographer_.shootWhole("coverage-below");
    }
    models_.coverage.show({});
    models_.coverage.previousMonth();
    photographer_.shoot("coverage-month-before");
    models_.coverage.nextMonth();
    photographer_.settle();
    const models::CoverageEntry area = models_.coverage.area();
    QMetaObject::invokeMethod(&navigator_, "showMissed", Q_ARG(QString, area.code), Q_ARG(QString, area.name));
    photographer_.shoot("missed");
    const QString elder = firstElder(models_.missed.rows());
    if (!elder.isEmpty()) {
      models_.elder.show(elder);
      photographer_.shoot("missed-elder");
    }
    models_.coverage.show({});
  }

  template <typename Open>
  void sheet(const QString& object_name, const QString& page, const Open& open) {
    QObject* sheet = photographer_.find(object_name);
    if (sheet == nullptr)
      return;
    open(sheet);
    photographer_.shoot(page);
    QMetaObject::invokeMethod(sheet, "close");
    photographer_.settle();
  }

  Photographer& photographer_;
  models::Models& models_;
  QObject& navigator_;
};

QString folderName(QSize size, const QString& language, double scale, bool dark) {
  QString name = QStringLiteral("%1x%2-%3").arg(size.width()).arg(size.height()).arg(language);
  if (scale > 1)
    name += QStringLiteral("-%1").arg(qRound(scale * 100));
  return dark ? name + QStringLiteral("-dark") : name;
}

void lead(Guide& guide, const models::Models& models, const PictureWish& wish) {
  if (wish.tour == Tour::kNone)
    return;
  if (models.session.stage() != Stage::Open)
    guide.locked();
  else if (wish.tour == Tour::kPages)
    guide.pages(wish.elder);
  else
    guide.open();
}

}  // namespace

int takePictures(QQmlApplicationEngine& engine, models::Models& models, const PictureWish& wish) {
  if (engine.rootObjects().isEmpty())
    return 0;
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  if (window == nullptr)
    return 0;
  Photographer photographer(*window, models);
  auto* navigator = window->property("navigator").value<QObject*>();
  if (navigator == nullptr)
    return 0;
  photographer.waitForData(wish.waits_for_data);
  Guide guide(photographer, models, *navigator);
  models.session.setAppearance(wish.dark ? Appearance::Dark : Appearance::Light);
  photographer.settle();
  if (wish.opened)
    wish.opened();
  for (const QSize size : wish.sizes) {
    for (const QString& language : wish.languages) {
      for (const double scale : wish.text_scales) {
        window->resize(size);
        models.session.setLanguage(language);
        models.session.setTextScale(scale);
        photographer.useFolder(wish.folder + QLatin1Char('/') + folderName(size, language, scale, wish.dark));
        lead(guide, models, wish);
        if (wish.more)
          wish.more(photographer);
      }
    }
  }
  return photographer.taken();
}

}  // namespace doorstep::shell
