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

// In the order of Navigator.Place in qml/pages/shared/Navigator.qml.
enum Place { kToday, kElders, kOpen, kCaseload, kCoverage, kSync, kSettings };

class Tour {
 public:
  Tour(Photographer& photographer, models::Models& models, QObject& navigator)
      : photographer_(photographer), models_(models), navigator_(navigator) {}

  void locked() {
    photographer_.settle();
    photographer_.shootWhole(models_.session.stage() == Stage::NotEnrolled ? "enrol" : "unlock");
  }

  void open() {
    if (models_.session.visitor() || models_.session.supervisor())
      today();
    elders();
    if (models_.session.supervisor() || models_.session.district())
      supervisor();
    if (models_.session.district())
      district();
    go(kSync);
    photographer_.shoot("sync");
    go(kSettings);
    photographer_.shootWhole("settings");
  }

 private:
  void go(Place place) {
    QMetaObject::invokeMethod(&navigator_, "go", Q_ARG(int, static_cast<int>(place)));
    photographer_.settle();
  }

  static QString firstElder(models::RowModel* rows, int row = 0) {
    if (rows->count() <= row)
      return {};
    const int role = rows->roleNames().key("elderId");
    return rows->data(rows->index(row), role).toString();
  }

  void today() {
    go(kToday);
    photographer_.shoot("today");
    const QString elder = firstElder(models_.today.rows(), std::min(2, models_.today.rows()->count() - 1));
    if (elder.isEmpty())
      return;
    models_.elder.show(elder);
    photographer_.shootWhole("elder");
    visit(elder);
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
    models_.visit.setMet(elder, Met::NoReply);
    photographer_.shoot("visit-no-reply");
    meet(elder);
    models_.visit.finish();
    photographer_.shoot("visit-summary");
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
    sheet("acknowledgeSheet", "open-acknowledge", [this](QObject* sheet) {
      models::RowModel* rows = models_.risks.rows();
      if (rows->count() == 0)
        return;
      const auto text = [rows](const char* role) { return rows->data(rows->index(0), rows->roleNames().key(role)); };
      QMetaObject::invokeMethod(sheet, "openFor", Q_ARG(QString, text("flagId").toString()),
                                Q_ARG(QString, text("elderName").toString()), Q_ARG(int, text("level").toInt()));
    });
    go(kCaseload);
    photographer_.shoot("caseload");
    models::RowModel* workers = models_.caseload.rows();
    if (workers->count() == 0)
      return;
    const int last = std::min(1, workers->count() - 1);
    models_.caseload.choose(workers->data(workers->index(last), workers->roleNames().key("workerId")).toString());
    photographer_.shoot("caseload-worker");
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
  Tour tour(photographer, models, *navigator);
  models.session.setAppearance(wish.dark ? Appearance::Dark : Appearance::Light);
  photographer.settle();
  for (const QSize size : wish.sizes) {
    for (const QString& language : wish.languages) {
      for (const double scale : wish.text_scales) {
        window->resize(size);
        models.session.setLanguage(language);
        models.session.setTextScale(scale);
        photographer.useFolder(wish.folder + QLatin1Char('/') + folderName(size, language, scale, wish.dark));
        models.session.stage() == Stage::Open ? tour.open() : tour.locked();
      }
    }
  }
  return photographer.taken();
}

}  // namespace doorstep::shell
