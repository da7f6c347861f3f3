#include "app/models/desk.h"

#include "app/store/visit_clock.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

constexpr int kMinuteMs = 60'000;

}  // namespace

Desk::Desk() : mailbox_(new QObject, [](QObject* mailbox) { mailbox->deleteLater(); }), zone_(care::districtZone()) {
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
  const auto tell = [mailbox = mailbox_, desk = QPointer<Desk>(this), generation = generation_](auto news) {
    QMetaObject::invokeMethod(
        mailbox.get(),
        [desk, generation, news] {
          if (desk && generation == desk->generation_)
            news(*desk);
        },
        Qt::QueuedConnection);
  };
  workspace_->observe(
      [tell](const client::SyncStatus& status) { tell([status](Desk& desk) { emit desk.syncStatus(status); }); },
      [tell] { tell([](Desk& desk) { emit desk.storeChanged(); }); });
  workspace_->setTransferRules(transfer_rules_);
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

v1::Stamp Desk::stamp() const {
  return workspace_ ? store::stampOf(workspace_->clock()) : v1::Stamp();
}

absl::Time Desk::nowSince(const v1::Stamp& begun) const {
  return workspace_ ? store::visitNow(begun, workspace_->clock()) : now();
}

std::string Desk::newId() {
  return workspace_ ? workspace_->identifiers().next() : std::string();
}

void Desk::compareNow() {
  if (workspace_)
    workspace_->compareNow();
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
  workspace_->missed(request, delivery<absl::StatusOr<v1::ListMissedReply>>(receiver, std::move(then)));
}

void Desk::endOfDay(QObject* receiver, const v1::GetEndOfDayRequest& request,
                    std::function<void(absl::StatusOr<v1::EndOfDay>)> then) {
  if (!workspace_)
    return;
  ++under_way_;
  workspace_->endOfDay(request, delivery<absl::StatusOr<v1::EndOfDay>>(receiver, std::move(then)));
}

void Desk::issueCode(QObject* receiver, const v1::IssueCodeRequest& request,
                     std::function<void(absl::StatusOr<v1::IssueCodeReply>)> then) {
  if (!workspace_)
    return;
  ++under_way_;
  workspace_->issueCode(request, delivery<absl::StatusOr<v1::IssueCodeReply>>(receiver, std::move(then)));
}

void Desk::import(QObject* receiver, std::vector<v1::ImportRow> rows,
                  std::function<void(const v1::ImportReply&)> on_reply, std::function<void(absl::Status)> then) {
  if (!workspace_)
    return;
  ++under_way_;
  const auto tell = [mailbox = mailbox_, desk = QPointer<Desk>(this), generation = generation_,
                     guard = QPointer<QObject>(receiver),
                     on_reply = std::move(on_reply)](const v1::ImportReply& reply) {
    QMetaObject::invokeMethod(
        mailbox.get(),
        [desk, generation, guard, on_reply, reply] {
          if (desk && generation == desk->generation_ && guard)
            on_reply(reply);
        },
        Qt::QueuedConnection);
  };
  workspace_->import(std::move(rows), tell, delivery<absl::Status>(receiver, std::move(then)));
}

void Desk::stopImport() {
  if (workspace_)
    workspace_->stopImport();
}

void Desk::saved() {
  if (!workspace_)
    return;
  workspace_->changesWaiting();
  emit storeChanged();
}

void Desk::contentsWanted() {
  if (workspace_)
    workspace_->contentsWanted();
}

void Desk::setTransferRules(const client::TransferRules& rules) {
  transfer_rules_ = rules;
  if (workspace_)
    workspace_->setTransferRules(rules);
}

void Desk::watchTheDay() {
  emit minutePassed();
  if (today() == shown_day_)
    return;
  shown_day_ = today();
  emit dayChanged();
}

}  // namespace doorstep::models
