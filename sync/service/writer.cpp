#include "sync/service/writer.h"

#include <chrono>
#include <future>
#include <utility>

#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/service/evaluation.h"

namespace doorstep::service {
namespace {

constexpr std::chrono::seconds kLongestAlong(1);
constexpr std::size_t kLargestGroup = 64;

}  // namespace

Writer::Writer(Ledger& ledger, const outside::Clock& clock, outside::IdentifierSource& identifiers, Turn turn)
    : ledger_(ledger), clock_(clock), identifiers_(identifiers), turn_(turn) {
  if (turn_ == Turn::kOwnThread) {
    thread_ = std::thread([this] { loop(); });
  }
}

Writer::~Writer() {
  if (turn_ == Turn::kByHand) {
    while (commitPosted()) {
    }
    return;
  }
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

absl::Status Writer::start() {
  {
    DOORSTEP_ASSIGN(const auto snapshot, ledger_.read());
    Directory directory;
    DOORSTEP_TRY(directory.load(snapshot->registry(), [&snapshot](const std::string& id) -> DistrictReader& {
      return snapshot->district(id);
    }));
    const std::lock_guard lock(mutex_);
    published_ = std::move(directory);
  }
  return run([](CommitWork& commit) {
    for (const std::string& id : commit.directory().districtsWithRules()) {
      commit.district(id);
    }
    return absl::OkStatus();
  });
}

void Writer::post(Work work, Done done) {
  {
    const std::lock_guard lock(mutex_);
    posted_.push_back({std::move(work), std::move(done)});
  }
  wake_.notify_one();
}

void Writer::postAlong(Work work) {
  {
    const std::lock_guard lock(mutex_);
    along_.push_back({std::move(work), [](const absl::Status&) {}});
  }
  wake_.notify_one();
}

absl::Status Writer::run(Work work) {
  std::promise<absl::Status> promise;
  post(std::move(work), [&promise](absl::Status status) { promise.set_value(std::move(status)); });
  while (turn_ == Turn::kByHand && commitPosted()) {
  }
  return promise.get_future().get();
}

void Writer::whenCurrent(const std::string& district_id, Done then) {
  if (isCurrent(district_id)) {
    then(absl::OkStatus());
    return;
  }
  post(
      [district_id](CommitWork& commit) {
        commit.district(district_id);
        return absl::OkStatus();
      },
      std::move(then));
}

bool Writer::isCurrent(const std::string& district_id) const {
  const std::lock_guard lock(mutex_);
  if (published_.rules(district_id) == nullptr) {
    return true;
  }
  const absl::Time now = clock_.now();
  const absl::CivilDay today(absl::ToCivilSecond(now, published_.zone(district_id)));
  const auto last = standings_.find(district_id);
  return last != standings_.end() && last->second.evaluated_on >= today &&
         last->second.next_freeze_at.value_or(absl::InfiniteFuture()) > now;
}

bool Writer::doubtsClock(const std::string& district_id) const {
  const std::lock_guard lock(mutex_);
  const auto last = standings_.find(district_id);
  const absl::CivilDay today(absl::ToCivilSecond(clock_.now(), published_.zone(district_id)));
  return last != standings_.end() && today - last->second.evaluated_on > kBelievedDays;
}

// A district that has not been looked at yet may have one.
std::vector<std::string> Writer::withFreezeDue(const Directory& directory, absl::Time now) const {
  std::vector<std::string> due;
  const std::lock_guard lock(mutex_);
  for (const std::string& id : directory.districtsWithRules()) {
    const auto last = standings_.find(id);
    if (last == standings_.end() || last->second.next_freeze_at.value_or(absl::InfiniteFuture()) <= now) {
      due.push_back(id);
    }
  }
  return due;
}

Directory Writer::directory() const {
  const std::lock_guard lock(mutex_);
  return published_;
}

void Writer::loop() {
  while (true) {
    std::vector<Posted> group;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !posted_.empty() || !along_.empty(); });
      if (!stopping_ && posted_.empty()) {
        wake_.wait_for(lock, kLongestAlong, [this] { return stopping_ || !posted_.empty(); });
      }
      if (posted_.empty() && along_.empty()) {
        return;
      }
      group = takeGroup();
    }
    commitGroup(group);
  }
}

// Never but as a planted fault: the figures of what was touched follow in a commit of their own.
absl::Status Writer::evaluateApart(CommitWork& committed) {
  DOORSTEP_ASSIGN(const auto transaction, ledger_.write());
  CommitWork work(*transaction, committed.directory(), identifiers_, clock_.now());
  for (const std::string& id : work.directory().districtsWithRules()) {
    work.district(id).touched = committed.district(id).touched;
  }
  DOORSTEP_TRY(work.evaluateAll());
  return transaction->commit();
}

bool Writer::commitPosted() {
  std::vector<Posted> group;
  {
    const std::lock_guard lock(mutex_);
    group = takeGroup();
  }
  if (group.empty()) {
    return false;
  }
  commitGroup(group);
  return true;
}

std::vector<Writer::Posted> Writer::takeGroup() {
  std::vector<Posted> group;
  while (!along_.empty() && group.size() < kLargestGroup) {
    group.push_back(std::move(along_.front()));
    along_.pop_front();
  }
  const std::size_t room = group.size() + kLargestGroup;
  while (!posted_.empty() && group.size() < room) {
    group.push_back(std::move(posted_.front()));
    posted_.pop_front();
  }
  return group;
}

// Work that fails must not take others with it: after a failed group each is tried by itself.
void Writer::commitGroup(std::vector<Posted>& group) {
  std::vector<Posted*> together;
  for (Posted& posted : group) {
    together.push_back(&posted);
  }
  const absl::Status status = commit(together);
  for (Posted& posted : group) {
    if (outside::planted(outside::Fault::kAcknowledgedTooEarly)) {
      posted.done(absl::OkStatus());
      continue;
    }
    posted.done(status.ok() || group.size() == 1 ? status : commit({&posted}));
  }
}

absl::Status Writer::commit(const std::vector<Posted*>& group) {
  DOORSTEP_ASSIGN(const auto transaction, ledger_.write());
  const absl::Time now = clock_.now();
  CommitWork work(*transaction, directory(), identifiers_, now);
  // First of all: what is taken in from now on comes after the freeze.
  DOORSTEP_TRY(work.freezeWhatIsDue(withFreezeDue(work.directory(), now)));
  for (Posted* posted : group) {
    DOORSTEP_TRY(posted->work(work));
  }
  if (!outside::planted(outside::Fault::kRollupsApart)) {
    DOORSTEP_TRY(work.evaluateAll());
  }
  DOORSTEP_TRY(transaction->commit());
  if (outside::planted(outside::Fault::kRollupsApart)) {
    DOORSTEP_TRY(evaluateApart(work));
  }
  const std::lock_guard lock(mutex_);
  published_ = work.directory();
  for (const auto& [district, standing] : work.standings()) {
    if (standing.freeze_looked_up) {
      standings_[district] = standing;
    } else {
      standings_[district].evaluated_on = standing.evaluated_on;
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
