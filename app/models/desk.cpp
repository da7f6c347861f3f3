#include "app/models/desk.h"

#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

constexpr int kMinuteMs = 60'000;

}  // namespace

Desk::Desk() : zone_(care::districtZone()) {
  minute_.setInterval(kMinuteMs);
  connect(&minute_, &QTimer::timeout, this, &Desk::watchTheDay);
}

Desk::~Desk() {
  close();
}

void Desk::open(std::shared_ptr<Workspace> workspace, store::Session session) {
  close();
  workspace_ = std::move(workspace);
  setSession(std::move(session));
  shown_day_ = today();
  workspace_->observe(
      [this, generation = generation_](const client::SyncStatus& status) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, status] {
              if (generation == generation_)
                emit syncStatus(status);
            },
            Qt::QueuedConnection);
      },
      [this, generation = generation_] {
        QMetaObject::invokeMethod(
            this,
            [this, generation] {
              if (generation == generation_)
                emit storeChanged();
            },
            Qt::QueuedConnection);
      });
  minute_.start();
  emit opened();
}

void Desk::close() {
  if (!workspace_)
    return;
  emit closing();
  ++generation_;
  under_way_ = 0;
  minute_.stop();
  workspace_.reset();
  session_ = {};
  emit closed();
}

void Desk::setSession(store::Session session) {
  session_ = std::move(session);
  zone_ = care::districtZone(session_.zone.empty() ? "Asia/Shanghai" : session_.zone);
  emit sessionChanged();
}

absl::Time Desk::now() const {
  return workspace_ ? workspace_->clock().now() : absl::UnixEpoch();
}

absl::CivilDay Desk::today() const {
  return care::dayOf(now(), zone_);
}

std::string Desk::newId() {
  return workspace_ ? workspace_->identifiers().next() : std::string();
}

void Desk::syncNow() {
  if (workspace_)
    workspace_->syncNow();
}

void Desk::missed(QObject* receiver, const v1::ListMissedRequest& request,
                  std::function<void(absl::StatusOr<v1::ListMissedReply>)> then) {
  if (!workspace_)
    return;
  ++under_way_;
  using Answer = absl::StatusOr<v1::ListMissedReply>;
  workspace_->missed(request, [this, then = guarded<Answer>(receiver, std::move(then))](Answer answer) {
    deliver<Answer>(then, std::move(answer));
  });
}

void Desk::saved() {
  if (!workspace_)
    return;
  workspace_->changesWaiting();
  emit storeChanged();
}

void Desk::watchTheDay() {
  if (today() == shown_day_)
    return;
  shown_day_ = today();
  emit dayChanged();
}

}  // namespace doorstep::models
