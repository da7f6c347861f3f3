#include "tests/simulation/watch.h"

#include <algorithm>
#include <optional>

#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/coverage/recount.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

constexpr std::uint64_t kCommitsBetweenRecounts = 40;
// As the tablets' engines are set: batches in flight times changes in a batch (promise P14).
constexpr std::size_t kMostSentAgain = 8;

bool isForNoVisitor(v1::RecordKind kind) {
  return kind == v1::RECORD_KIND_ELDER_IDENTITY || kind == v1::RECORD_KIND_CONFLICT ||
         kind == v1::RECORD_KIND_LIKELY_DUPLICATE || kind == v1::RECORD_KIND_COVERAGE_ROW ||
         kind == v1::RECORD_KIND_RESTRICTED_RISK_FLAG || kind == v1::RECORD_KIND_RESTRICTED_RISK_EVENT;
}

// At once: what was put aside and accepted later comes later than its first receipt says.
bool wasTaken(const Saved* saved) {
  return saved != nullptr && saved->given && saved->given->outcome() != v1::RECEIPT_OUTCOME_QUARANTINED;
}

// Adds up what rollups are sums of; the figures' field numbers are the keys.
std::map<int, std::int64_t> numbersOf(const v1::Figures& figures) {
  std::map<int, std::int64_t> numbers;
  const auto* descriptor = figures.GetDescriptor();
  for (int at = 0; at < descriptor->field_count(); ++at) {
    numbers[at] = figures.GetReflection()->GetInt64(figures, descriptor->field(at));
  }
  return numbers;
}

}  // namespace

void Watch::afterStart(bool restored) {
  if (restored) {
    head_ = 0;
    epoch_ = 0;
    set_at_.clear();
    conflicts_.clear();
    sent_before_.clear();  // much of it has to be sent again
    sent_now_.clear();
    for (std::size_t tablet = 0; tablet < world_.tabletCount(); ++tablet) {
      misled_.insert(tablet);
    }
    scopes_.clear();
  }
  afterCommit();
  recount();
}

// Promise P9 in full: every figure from the records alone.
void Watch::recount() {
  const auto snapshot = world_.service().look();
  if (!snapshot) {
    return;
  }
  const auto recounted = service::recount(*snapshot, world_.service().directory(), world_.district().district_id, {});
  if (!recounted.ok()) {
    world_.broke("P9: no recount: " + std::string(recounted.status().message()));
  } else if (recounted->differences_size() > 0) {
    world_.broke("P9: " + std::to_string(recounted->differences_size()) +
                 " figures are not what a recount gives: " + recounted->differences(0).figure());
  }
}

void Watch::afterCommit() {
  const auto snapshot = world_.service().look();
  if (!snapshot) {
    return;
  }
  service::DistrictReader& ledger = snapshot->district(world_.district().district_id);
  const auto head = ledger.head();
  if (!head.ok() || (head->sequence() == head_ && head->epoch() == epoch_)) {
    return;
  }
  readNewRecords(ledger);
  if (head_ > 0) {
    lookAtSums(ledger);
  }
  epoch_ = head->epoch();
  head_ = head->sequence();
  scopes_.note();
  lookAtFreezes(ledger);
  if (++commits_ % kCommitsBetweenRecounts == 0) {
    recount();
  }
}

void Watch::readNewRecords(service::DistrictReader& ledger) {
  std::vector<service::StoredRecord> fresh;
  const absl::Status read = ledger.forEachRecord([&](const service::StoredRecord& stored) {
    if (stored.revision.sequence() > head_) {
      fresh.push_back(stored);
    }
    return absl::OkStatus();
  });
  for (const service::StoredRecord& stored : fresh) {
    look(ledger, stored);
  }
}

void Watch::look(service::DistrictReader& ledger, const service::StoredRecord& stored) {
  const auto record = replication::decodeRecord(stored.encoded);
  if (!record.ok()) {
    world_.broke("P2: a record of the service cannot be read");
    return;
  }
  scopes_.put(stored.id, *record);
  if (record->has_conflict()) {
    lookAtConflict(record->conflict());
  }
  if (replication::classOf(stored.kind) == v1::CHANGE_CLASS_EDITED) {
    lookAtFields(ledger, stored);
  }
}

// A change sets each field once (promise P3): seen again with a later sequence, it was applied twice.
void Watch::lookAtFields(service::DistrictReader& ledger, const service::StoredRecord& stored) {
  const auto fields = ledger.fieldRevisions(stored.id);
  if (!fields.ok()) {
    return;
  }
  for (const auto& [field, by] : *fields) {
    const auto [known, fresh] = set_at_.try_emplace({by.change_id, stored.id + field}, by.revision.sequence());
    if (!fresh && known->second != by.revision.sequence() && world_.model().find(by.change_id) != nullptr) {
      world_.broke("P3: a change has set " + field + " twice");
    }
  }
}

v1::Role Watch::roleOf(const Saved& saved) const {
  const auto& roles = world_.tablet(saved.tablet).who().enrolment.roles;
  return *std::max_element(roles.begin(), roles.end());
}

void Watch::lookAtConflict(const v1::Conflict& conflict) {
  const auto& changes = std::minmax(conflict.chosen_change_id(), conflict.other_change_id());
  const std::string about = conflict.record_id() + conflict.field() + changes.first + changes.second;
  const auto [known, fresh] = conflicts_.try_emplace(about, conflict.id());
  if (!fresh && known->second != conflict.id()) {
    world_.broke("P3: two conflicts about the same two values of " + conflict.field());
  }
  const Saved* chosen = world_.model().find(conflict.chosen_change_id());
  const Saved* other = world_.model().find(conflict.other_change_id());
  if (fresh && conflict.rule() == v1::CONFLICT_RULE_ROLE && chosen != nullptr && other != nullptr &&
      roleOf(*chosen) <= roleOf(*other)) {
    world_.broke("P7: of " + conflict.field() + " the value of no higher role stands, as if for its role");
  }
  const bool by_order = conflict.rule() == v1::CONFLICT_RULE_SERVICE_ORDER && conflict.settled_by().empty();
  if (fresh && by_order && world_.model().restored() == 0 && wasTaken(chosen) && wasTaken(other) &&
      chosen->order < other->order) {
    world_.broke("P7: of " + conflict.field() + " the value stands that came first to the service");
  }
}

// Cheap at every commit: each area's sums are those of the areas in it, where it has any.
void Watch::lookAtSums(service::DistrictReader& ledger) {
  const auto rows = ledger.rollupsAfter(0, 100'000);
  if (!rows.ok()) {
    return;
  }
  std::map<std::pair<std::string, std::int64_t>, std::map<int, std::int64_t>> own;
  std::map<std::pair<std::string, std::int64_t>, std::map<int, std::int64_t>> below;
  for (const service::RollupRow& row : *rows) {
    const auto numbers = numbersOf(row.figures);
    own[{row.area_id, row.month}] = numbers;
    const std::string parent = scopes_.parentOf(row.area_id);
    for (const auto& [field, number] : numbers) {
      if (!parent.empty() && row.area_id != world_.district().district_id) {
        below[{parent, row.month}][field] += number;
      }
    }
  }
  for (const auto& [place, sums] : below) {
    for (const auto& [field, sum] : sums) {
      // Nobody here lives in an area above the grids.
      if (own[place][field] != sum) {
        world_.broke("P9: a sum of an area is not that of the areas in it");
        return;
      }
    }
  }
}

// Whatever was frozen stays so, also when an older ledger stands here now (decision 7).
void Watch::lookAtFreezes(service::DistrictReader& ledger) {
  const auto freezes = ledger.freezes();
  std::map<std::int64_t, std::string> frozen;
  for (const service::FreezeRow& freeze : freezes.ok() ? *freezes : std::vector<service::FreezeRow>()) {
    const auto rows = ledger.frozenRows(freeze.month);
    for (const service::FrozenRow& row : rows.ok() ? *rows : std::vector<service::FrozenRow>()) {
      frozen[freeze.month] += row.area_id + replication::encode(row.figures);
    }
  }
  for (const auto& [month, figures] : frozen_) {
    if (frozen[month] != figures) {
      world_.broke("P9: what was frozen of a month is not what it was");
    }
  }
  // The service notes it beside the ledger within a minute; here at once.
  if (frozen.size() > frozen_.size() && world_.service().noteBeside().ok()) {
    frozen_ = frozen;
  }
}

void Watch::exchangeBegins(std::size_t tablet) {
  sent_before_[tablet].insert(sent_now_[tablet].begin(), sent_now_[tablet].end());
  sent_now_[tablet].clear();
  sent_again_[tablet] = 0;
  misled_.erase(tablet);
  began_[tablet] = world_.timeline().clock.now();
}

// Doors may come and go between the pull and the counting; of those that stayed nothing may be missing.
void Watch::differencesTold(std::size_t tablet, const v1::ReconcileReply& reply) {
  for (const v1::FeedEntry& entry : reply.repair()) {
    if (!world_.model().setBackUnnoticed() && scopes_.hadThroughout(tablet, entry.household_id(), began_[tablet])) {
      world_.broke("P4: only by counting " + world_.tablet(tablet).who().name + " learns of a " +
                   v1::RecordKind_Name(entry.kind()) + " that a pull should have brought");
    }
  }
}

void Watch::mayBeRevoked(std::size_t tablet) {
  doubtful_.try_emplace(tablet, world_.service().machine().clock.now());
}

void Watch::setBack(std::size_t tablet) {
  sent_before_[tablet].clear();
  sent_now_[tablet].clear();
}

void Watch::changesSent(std::size_t tablet, const v1::PushRequest& request) {
  if (misled_.contains(tablet)) {
    return;
  }
  for (const std::string& encoded : request.changes()) {
    sent_now_[tablet].insert(encoded);
    sent_again_[tablet] += sent_before_[tablet].contains(encoded) ? 1 : 0;
  }
  if (sent_again_[tablet] > kMostSentAgain) {
    world_.broke("P14: " + world_.tablet(tablet).who().name + " sends more again than was in flight");
  }
}

void Watch::receiptsGiven(std::size_t, const v1::PushReply& reply) {
  for (const v1::Receipt& receipt : reply.receipts()) {
    if (const std::string wrong = world_.model().given(receipt); !wrong.empty()) {
      world_.broke(wrong);
    }
  }
}

void Watch::receiptsArrived(std::size_t, const v1::PushReply& reply) {
  for (const v1::Receipt& receipt : reply.receipts()) {
    world_.model().arrived(receipt);
  }
}

void Watch::pageGiven(std::size_t tablet, const v1::PullReply& page) {
  if (isRevoked(tablet)) {
    world_.broke("P8: a page for a revoked tablet");
  }
  scopes_.note();
  const auto& roles = world_.tablet(tablet).who().enrolment.roles;
  const bool visitor = roles.size() == 1 && roles.front() == v1::ROLE_VISITOR;
  for (const v1::FeedEntry& entry : page.entries()) {
    const bool directory = entry.household_id() == replication::directoryHousehold();
    if (visitor && isForNoVisitor(entry.kind())) {
      world_.broke("P8: " + world_.tablet(tablet).who().name + " is sent a " + v1::RecordKind_Name(entry.kind()));
    }
    if (!directory && entry.kind() != v1::RECORD_KIND_COVERAGE_ROW && !scopes_.had(tablet, entry.household_id())) {
      world_.broke("P8: " + world_.tablet(tablet).who().name + " is sent " + v1::RecordKind_Name(entry.kind()) +
                   " of " + world_.doorOf(entry.household_id()));
    }
  }
}

}  // namespace doorstep::simulation
