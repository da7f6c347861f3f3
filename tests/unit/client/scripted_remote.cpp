#include "tests/unit/client/scripted_remote.h"

#include "absl/strings/str_cat.h"

namespace doorstep::tests {
namespace {

template <typename T>
T takeFirst(std::deque<T>& queue) {
  T first = std::move(queue.front());
  queue.pop_front();
  return first;
}

v1::Change decode(const std::string& encoded) {
  v1::Change change;
  change.ParseFromString(encoded);
  return change;
}

}  // namespace

void ScriptedRemote::hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) {
  journal_.push_back("hello");
  hellos.emplace_back(request, std::move(done));
}

void ScriptedRemote::push(const v1::PushRequest& request, Done<v1::PushReply> done) {
  const auto first = decode(request.changes(0)).sequence();
  const auto last = decode(request.changes(request.changes_size() - 1)).sequence();
  journal_.push_back(absl::StrCat("push ", first, "-", last));
  pushes.emplace_back(request, std::move(done));
}

void ScriptedRemote::pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
                          std::function<void(absl::Status)> done) {
  journal_.push_back(request.names_held() ? absl::StrCat("pull naming ", request.held_household_ids_size()) : "pull");
  pulls.push_back({request, std::move(on_page), std::move(done)});
}

void ScriptedRemote::cancel() {
  journal_.push_back("cancel");
  const absl::Status cancelled = absl::CancelledError("by the engine");
  while (!hellos.empty()) {
    answerHello(cancelled);
  }
  while (!pushes.empty()) {
    answerPush(cancelled);
  }
  while (!pulls.empty()) {
    endPull(cancelled);
  }
}

void ScriptedRemote::answerHello(absl::StatusOr<v1::HelloReply> answer) {
  executor_.post([done = takeFirst(hellos).second, answer = std::move(answer)] { done(answer); });
}

void ScriptedRemote::answerPush(absl::StatusOr<v1::PushReply> answer) {
  executor_.post([done = takeFirst(pushes).second, answer = std::move(answer)] { done(answer); });
}

void ScriptedRemote::sendPage(v1::PullReply page) {
  executor_.post([this, page = std::move(page)] {
    const absl::Status taken = pulls.empty() ? absl::OkStatus() : pulls.front().on_page(page);
    if (!taken.ok()) {
      endPull(taken);
    }
  });
}

void ScriptedRemote::endPull(absl::Status status) {
  executor_.post([done = takeFirst(pulls).done, status = std::move(status)] { done(status); });
}

v1::HelloReply welcome(std::uint64_t last_sequence) {
  v1::HelloReply reply;
  reply.set_verdict(v1::HELLO_VERDICT_WELCOME);
  reply.set_last_sequence(last_sequence);
  return reply;
}

v1::PushReply receiptsFor(const v1::PushRequest& request) {
  v1::PushReply reply;
  for (const std::string& encoded : request.changes()) {
    const v1::Change change = decode(encoded);
    v1::Receipt& receipt = *reply.add_receipts();
    receipt.set_change_id(change.id());
    receipt.set_sequence(change.sequence());
    receipt.set_outcome(v1::RECEIPT_OUTCOME_APPLIED);
    receipt.mutable_revision()->set_sequence(1000 + change.sequence());
  }
  return reply;
}

v1::PullReply page(std::uint64_t to_sequence, std::size_t records) {
  v1::PullReply reply;
  for (std::size_t i = 0; i < records; ++i) {
    reply.add_entries()->set_record_id(absl::StrCat("record ", to_sequence, ".", i));
  }
  reply.mutable_cursor()->set_epoch(1);
  reply.mutable_cursor()->set_sequence(to_sequence);
  return reply;
}

}  // namespace doorstep::tests
