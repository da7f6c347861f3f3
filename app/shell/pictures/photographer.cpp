#include "app/shell/pictures/photographer.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QThread>

namespace doorstep::shell {
namespace {

constexpr int kQuietRounds = 4;
constexpr qint64 kLongestWaitMs = 20'000;

void collect(QQuickItem* item, QList<QQuickItem*>& into) {
  if (!item->isVisible())
    return;
  into << item;
  for (QQuickItem* child : item->childItems())
    collect(child, into);
}

}  // namespace

void Photographer::useFolder(const QString& folder) {
  folder_ = folder;
  QDir().mkpath(folder_);
}

void Photographer::settle() {
  const QDeadlineTimer deadline(kLongestWaitMs);
  for (int quiet = 0; quiet < kQuietRounds && !deadline.hasExpired();) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    const bool busy = (waits_for_data_ && !models_.desk.isQuiet()) || models_.session.busy();
    quiet = busy ? 0 : quiet + 1;
    if (busy)
      QThread::msleep(1);
  }
}

void Photographer::go(Place place) {
  auto* navigator = window_.property("navigator").value<QObject*>();
  QMetaObject::invokeMethod(navigator, "go", Q_ARG(int, static_cast<int>(place)));
  settle();
}

void Photographer::shoot(const QString& page) {
  settle();
  window_.grabWindow();  // the first drawing lays the text out, the second one shows it
  settle();
  if (window_.grabWindow().save(QStringLiteral("%1/%2.png").arg(folder_, page)))
    ++taken_;
}

void Photographer::shootWhole(const QString& page) {
  shoot(page);
  QQuickItem* flickable = longestPage();
  if (flickable == nullptr)
    return;
  const double height = flickable->height();
  const double end = flickable->property("contentHeight").toDouble() - height;
  int number = 2;
  for (double at = height * 0.9; number <= 4; at += height * 0.9, ++number) {
    flickable->setProperty("contentY", std::min(at, end));
    shoot(QStringLiteral("%1-%2").arg(page).arg(number));
    if (at >= end)
      break;
  }
  flickable->setProperty("contentY", 0);
}

QList<QQuickItem*> Photographer::visibleItems() const {
  QList<QQuickItem*> items;
  collect(window_.contentItem(), items);
  return items;
}

QObject* Photographer::find(const QString& object_name) const {
  for (QQuickItem* item : visibleItems()) {
    if (item->objectName() == object_name)
      return item;
    if (QObject* child = item->findChild<QObject*>(object_name, Qt::FindDirectChildrenOnly))
      return child;
  }
  return nullptr;
}

QQuickItem* Photographer::longestPage() const {
  QQuickItem* longest = nullptr;
  double hidden = 24;
  for (QQuickItem* item : visibleItems()) {
    if (!item->inherits("QQuickFlickable") || item->inherits("QQuickListView"))
      continue;
    const double rest = item->property("contentHeight").toDouble() - item->height();
    if (rest <= hidden)
      continue;
    hidden = rest;
    longest = item;
  }
  return longest;
}

}  // namespace doorstep::shell
