#include "tests/ui/fakes/fake_workspace.h"

#include <utility>

#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {

FakeWorkspace::FakeWorkspace(std::vector<v1::Role> roles)
    : store_(std::move(roles)), clock_(sampleNow()), identifiers_(clock_, random_) {}

FakeWorkspace::~FakeWorkspace() = default;

void QuestionExecutor::post(Task task) {
  if (silent_ && std::exchange(asked_, true))
    return;
  executor_.post(std::move(task));
}

void FakeWorkspace::beSilent() {
  silent_ = true;
  query_executor_.beSilent();
}

void FakeWorkspace::sayStatus(const client::SyncStatus& status) {
  if (on_status_)
    on_status_(status);
}

void FakeWorkspace::observe(std::function<void(const client::SyncStatus&)> on_status, std::function<void()>) {
  on_status_ = std::move(on_status);
}

void FakeWorkspace::missed(const v1::ListMissedRequest& request, MissedDone done) {
  if (silent_)
    return;
  v1::ListMissedReply reply = sampleMissed(request.area_code());
  if (!request.after().empty()) {
    reply.clear_page_token();
    reply.clear_elders();
  }
  done(missed_.value_or(std::move(reply)));
}

}  // namespace doorstep::tests
