#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "app/models/workspace.h"

namespace doorstep::models {

// The one place where models meet the workspace: questions go to the query thread, writes to the
// writer's, answers come back on the UI thread; what was asked before a lock is never answered
// after it. UI thread.
class Desk final : public QObject {
  Q_OBJECT

 public:
  Desk();
  ~Desk() override;

  // Nothing asked or recorded is still to be answered.
  bool isQuiet() const { return under_way_ == 0; }
  bool isOpen() const { return workspace_ != nullptr; }
  void open(std::shared_ptr<Workspace> workspace, store::Session session);
  void close();

  const store::Session& session() const { return session_; }
  void setSession(store::Session session);
  absl::TimeZone zone() const { return zone_; }
  absl::Time now() const;
  absl::CivilDay today() const;
  // The clocks now, and the time it is for a visit that began at `begun`, should one have been set since.
  v1::Stamp stamp() const;
  absl::Time nowSince(const v1::Stamp& begun) const;
  std::string newId();
  void syncNow();
  void compareNow();

  // Answer is absl::StatusOr of something. `then` is dropped when the receiver or the workspace is gone.
  template <typename Answer>
  void ask(QObject* receiver, std::function<Answer(store::Queries&)> question, std::function<void(Answer)> then) {
    if (!workspace_)
      return;
    ++under_way_;
    Workspace* workspace = workspace_.get();
    workspace->queryExecutor().post(
        [workspace, question = std::move(question), deliver = delivery<Answer>(receiver, std::move(then))] {
          deliver(question(workspace->queries()));
        });
  }

  // As ask, on the writer; after an OK answer everyone is told that the store changed.
  template <typename Answer>
  void record(QObject* receiver, std::function<Answer(store::Recorder&)> deed, std::function<void(Answer)> then) {
    if (!workspace_)
      return;
    ++under_way_;
    Workspace* workspace = workspace_.get();
    workspace->writerExecutor().post(
        [workspace, deed = std::move(deed), deliver = delivery<Answer>(receiver, std::move(then))] {
          deliver(deed(workspace->recorder()));
        });
  }

  void missed(QObject* receiver, const v1::ListMissedRequest& request,
              std::function<void(absl::StatusOr<v1::ListMissedReply>)> then);
  void endOfDay(QObject* receiver, const v1::GetEndOfDayRequest& request,
                std::function<void(absl::StatusOr<v1::EndOfDay>)> then);
  void issueCode(QObject* receiver, const v1::IssueCodeRequest& request,
                 std::function<void(absl::StatusOr<v1::IssueCodeReply>)> then);
  void import(QObject* receiver, std::vector<v1::ImportRow> rows, std::function<void(const v1::ImportReply&)> on_reply,
              std::function<void(absl::Status)> then);
  void stopImport();

  // Something was saved here: models read again and the engine pushes soon.
  void saved();
  // Somebody waits for a picture whose content is not here.
  void contentsWanted();
  // When pictures may travel; from now on, and for every workspace.
  void setTransferRules(const client::TransferRules& rules);
  // As saved, where nothing goes out (a draft).
  void readAgain() { emit storeChanged(); }

 signals:
  void opened();
  void closing();
  void closed();
  void storeChanged();
  void dayChanged();
  void minutePassed();
  void sessionChanged();
  void syncStatus(const doorstep::client::SyncStatus& status);

 private:
  // May be called on any thread, and after the desk is gone: the workspace can outlive it.
  template <typename Answer>
  std::function<void(Answer)> delivery(QObject* receiver, std::function<void(Answer)> then) {
    auto take = [desk = QPointer<Desk>(this), generation = generation_, guard = QPointer<QObject>(receiver),
                 then = std::move(then)](Answer answer) {
      if (!desk || generation != desk->generation_)
        return;
      --desk->under_way_;
      if (guard)
        then(std::move(answer));
    };
    return [mailbox = mailbox_, take = std::move(take)](Answer answer) {
      QMetaObject::invokeMethod(
          mailbox.get(), [take, answer = std::move(answer)]() mutable { take(std::move(answer)); },
          Qt::QueuedConnection);
    };
  }
  void watchTheDay();

  // Lives on the UI thread as long as anybody may still answer.
  std::shared_ptr<QObject> mailbox_;
  std::shared_ptr<Workspace> workspace_;
  store::Session session_;
  absl::TimeZone zone_;
  client::TransferRules transfer_rules_;
  std::uint64_t generation_ = 0;
  int under_way_ = 0;
  absl::CivilDay shown_day_;
  QTimer minute_;
};

}  // namespace doorstep::models
