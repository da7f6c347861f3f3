#include "tests/ui/pages/stage.h"

#include <QAccessible>
#include <QTest>
#include <algorithm>

#include "tests/ui/fakes/sample_pictures.h"

namespace doorstep::tests {
namespace {

QStringList& complaintList() {
  static QStringList list;
  return list;
}

void collectComplaint(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  const QString category = QString::fromLatin1(context.category);
  const bool ours = category == QLatin1String("qml") || category == QLatin1String("default") ||
                    category.startsWith(QLatin1String("qt.qml"));
  if (type >= QtWarningMsg && type != QtInfoMsg && ours)
    complaintList() << message;
}

void collect(QQuickItem* item, QList<QQuickItem*>& into) {
  if (!item->isVisible())
    return;
  into << item;
  QList<QQuickItem*> children = item->childItems();
  std::stable_sort(children.begin(), children.end(),
                   [](const QQuickItem* left, const QQuickItem* right) { return left->z() < right->z(); });
  for (QQuickItem* child : children)
    collect(child, into);
}

bool bears(const QQuickItem& item, const QString& words) {
  return item.property("text").toString() == words || item.property("spoken").toString() == words;
}

// Scrolls whatever holds the item, so that a finger can reach it.
void bringIntoView(QQuickItem& item) {
  for (QQuickItem* around = item.parentItem(); around != nullptr; around = around->parentItem()) {
    if (!around->inherits("QQuickFlickable"))
      continue;
    const double most = around->property("contentHeight").toDouble() - around->height();
    const QPointF centre = item.mapToItem(around, item.boundingRect().center());
    if (most <= 0 || (centre.y() > 24 && centre.y() < around->height() - 24))
      continue;
    const double wanted = around->property("contentY").toDouble() + centre.y() - around->height() / 2;
    around->setProperty("contentY", std::clamp(wanted, 0.0, most));
  }
}

}  // namespace

Stage::Stage(Wish wish) {
  complaintList().clear();
  qInstallMessageHandler(collectComplaint);
  QAccessible::setActive(true);
  preferences_.settings.language = wish.language;
  preferences_.settings.text_scale = wish.text_scale;
  if (wish.dark)
    preferences_.settings.appearance = models::app_enums::Appearance::Dark;
  gate_ = std::make_unique<FakeGate>(
      [this, wish] {
        workspace_ = std::make_shared<FakeWorkspace>(std::vector{wish.role});
        workspace_->store().setPictures(samplePictures());
        if (wish.prepare)
          wish.prepare(*workspace_);
        return workspace_;
      },
      wish.enrolled);
  bundles_.waits = wish.left;
  models_ = std::make_unique<models::Models>(*gate_, preferences_, nullptr, &papers_, &bundles_, &picture_files_);
  engine_ = std::make_unique<QQmlApplicationEngine>();
  language_ = std::make_unique<face::Language>(*engine_);
  language_->set(wish.language);
  preferences_.on_written = [this](const models::Settings& settings) { language_->set(settings.language); };
  face::prepare(*engine_);
  models_->serve(*engine_);
  engine_->load(QUrl(face::kMainPage));
  if (engine_->rootObjects().isEmpty())
    qFatal("the pages do not load: %s", qPrintable(complaints().join(" | ")));
  window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().constFirst());
  window_->resize(wish.size);
  window_->show();
  settle();
}

Stage::~Stage() {
  engine_.reset();
  qInstallMessageHandler(nullptr);
}

QStringList Stage::complaints() {
  return complaintList();
}

void Stage::unlock() {
  models_->session.unlock(QStringLiteral("135790"));
  settle();
}

void Stage::go(Place place) {
  auto* navigator = window_->property("navigator").value<QObject*>();
  QVERIFY(QMetaObject::invokeMethod(navigator, "go", Q_ARG(int, static_cast<int>(place))));
  settle();
}

void Stage::settle() {
  const bool quiet = QTest::qWaitFor([this] { return !models_->session.busy() && models_->desk.isQuiet(); }, 20'000);
  if (!quiet)
    qFatal("the models never came to rest");
  for (int round = 0; round < 3; ++round) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    window_->grabWindow();
  }
}

QList<QQuickItem*> Stage::visibleItems() const {
  QList<QQuickItem*> items;
  collect(window_->contentItem(), items);
  return items;
}

QList<QQuickItem*> Stage::pressables() const {
  QList<QQuickItem*> found;
  for (QQuickItem* item : visibleItems()) {
    if (item->inherits("QQuickAbstractButton"))
      found << item;
  }
  return found;
}

QQuickItem* Stage::pressable(const QString& words) const {
  QQuickItem* last = nullptr;
  for (QQuickItem* item : pressables()) {
    if (item->isEnabled() && bears(*item, words))
      last = item;
  }
  return last;
}

void Stage::press(const QString& words) {
  QQuickItem* item = pressable(words);
  QVERIFY2(item != nullptr, qPrintable(QStringLiteral("nothing to press says \"%1\"").arg(words)));
  bringIntoView(*item);
  settle();
  QTest::mouseClick(window_, Qt::LeftButton, {}, item->mapToScene(item->boundingRect().center()).toPoint());
  ++presses_;
  settle();
}

bool Stage::sees(const QString& words) const {
  const QList<QQuickItem*> items = visibleItems();
  return std::any_of(items.begin(), items.end(),
                     [&words](const QQuickItem* item) { return item->property("text").toString().contains(words); });
}

QString spokenName(QQuickItem& item) {
  QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&item);
  return reader == nullptr ? QString() : reader->text(QAccessible::Name);
}

}  // namespace doorstep::tests
