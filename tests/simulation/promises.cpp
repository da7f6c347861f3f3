#include "tests/simulation/promises.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "app/store/day.h"
#include "sync/care/calendar.h"
#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"
#include "sync/replication/merge.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"
#include "sync/service/audit.h"
#include "tests/simulation/decided.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

// What a device is sent, by kind and id.
using Sent = std::map<std::pair<int, std::string>, v1::FeedEntry>;

class Promises {
 public:
  explicit Promises(World& world)
      : world_(world), snapshot_(world.service().look()), ledger_(snapshot_->district(world.district().district_id)) {}

  void check() {
    readLog();
    for (const auto& [id, saved] : world_.model().all()) {
      if (!world_.watch().mayNotExchange(saved.tablet)) {
        checkSaved(id, saved);
      } else if (world_.watch().isRevoked(saved.tablet)) {
        checkHandedIn(id, saved);
      }
    }
    for (std::size_t number = 0; number < world_.tabletCount(); ++number) {
      if (!world_.watch().mayNotExchange(number)) {
        checkTablet(world_.tablet(number));
      }
    }
    world_.watch().recount();
    if (const absl::Status audited = service::verifyAudit(*snapshot_); !audited.ok()) {
      world_.broke("P13: " + std::string(audited.message()));
    }
  }

 private:
  void readLog();
  void checkSaved(const std::string& id, const Saved& saved);
  void checkHandedIn(const std::string& id, const Saved& saved);
  void checkApplied(const std::string& id, const Saved& saved);
  void checkCreated(const std::string& id, const Saved& saved);
  void checkEdited(const std::string& id, const Saved& saved);
  bool isKept(const std::string& id, const Saved& saved, const std::string& field, const v1::Record& now);
  bool wasSeen(const Saved& saved, const std::string& field);
  void checkTablet(TabletMachine& tablet);
  void checkScope(TabletMachine& tablet, const Sent& sent);
  void compareFigures(TabletMachine& tablet, const Sent& sent);
  void compare(TabletMachine& tablet, const Sent& sent);
  bool wasPutAside(const std::string& record_id) const;

  World& world_;
  std::unique_ptr<service::Snapshot> snapshot_;
  service::DistrictReader& ledger_;
  ServiceLog log_;
  std::vector<v1::Conflict> conflicts_;
  std::set<std::string> put_aside_;  // ids of records whose creation was
};

void Promises::readLog() {
  const auto replicas = ledger_.replicas();
  for (const service::ReplicaRow& replica : replicas.ok() ? *replicas : std::vector<service::ReplicaRow>()) {
    for (std::uint64_t sequence = 1; sequence <= replica.last_sequence; ++sequence) {
      const auto one = ledger_.consumed(replica.replica_id, sequence);
      if (!one.ok() || !one->has_value()) {
        world_.broke("P2: a consumed change is gone from the service");
        continue;
      }
      v1::Receipt receipt;
      receipt.ParseFromString((*one)->receipt);
      const auto change = replication::decodeChange((*one)->encoded);
      if (change.ok()) {
        log_[change->id()].push_back({(*one)->encoded, receipt, (*one)->received_at});
      }
      if (change.ok() && change->has_create() && receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
        put_aside_.insert(replication::idOf(change->create()));
      }
    }
  }
  const absl::Status read = ledger_.forEachRecord([this](const service::StoredRecord& stored) {
    if (stored.kind == v1::RECORD_KIND_CONFLICT) {
      conflicts_.push_back(replication::decodeRecord(stored.encoded)->conflict());
    }
    return absl::OkStatus();
  });
}

// Promises P1 to P3 and P6 for one change.
void Promises::checkSaved(const std::string& id, const Saved& saved) {
  const std::string who = world_.tablet(saved.tablet).who().name + "'s change " + shortly(id);
  const auto logged = log_.find(id);
  if (logged == log_.end() && saved.gone && (!saved.given || world_.model().restored() > 0)) {
    return;  // the only one who had it was set back
  }
  if (logged == log_.end()) {
    world_.broke(std::string(saved.given ? "P2: " : "P6: ") + who + " is not at the service" +
                 (saved.given ? ", which gave a receipt for it" : ""));
    return;
  }
  for (const Consumed& one : logged->second) {
    if (one.receipt.outcome() == v1::RECEIPT_OUTCOME_UNSPECIFIED) {
      world_.broke("P6: " + who + " has a receipt without an outcome");
    }
  }
  if (logged->second.front().receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
    return;
  }
  checkApplied(id, saved);
}

void Promises::checkApplied(const std::string& id, const Saved& saved) {
  if (saved.change.has_settle()) {
    checkDecided(world_, ledger_, log_, saved);
  } else {
    saved.change.has_create() ? checkCreated(id, saved) : checkEdited(id, saved);
  }
}

// What a revoked tablet still had is put aside, all of it, and nothing of it is applied unless somebody accepted it.
void Promises::checkHandedIn(const std::string& id, const Saved& saved) {
  const auto logged = log_.find(id);
  // Once it has handed in and destroyed its keys, only the service has it: a ledger from before that has it no more.
  const bool withdrawn = world_.tablet(saved.tablet).isWithdrawn() && world_.model().restored() > 0;
  if (logged == log_.end() && (saved.gone || withdrawn)) {
    return;
  }
  if (logged == log_.end()) {
    world_.broke("P2: " + world_.tablet(saved.tablet).who().name + "'s change " + shortly(id) + " was not handed in");
    return;
  }
  const bool put_aside = logged->second.back().receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED;
  if (!put_aside && world_.model().isAccepted(id)) {
    checkApplied(id, saved);
  } else if (!saved.given && !put_aside && logged->second.back().at > world_.watch().doubtedSince(saved.tablet)) {
    world_.broke("P8: change " + shortly(id) + " of a revoked tablet was applied");
  }
}

void Promises::checkCreated(const std::string& id, const Saved& saved) {
  const auto stored = ledger_.record(replication::idOf(saved.change.create()));
  if (!stored.ok() || !stored->has_value()) {
    world_.broke("P2: what change " + shortly(id) + " made is not there");
  } else if ((*stored)->created.change_id != id) {
    world_.broke("P3: what change " + shortly(id) + " made bears another change's name");
  }
}

// No silent overwrite (promise P5): each value stands, or is in a conflict, or was changed by who had seen it.
void Promises::checkEdited(const std::string& id, const Saved& saved) {
  const auto stored = ledger_.record(saved.change.edit().record_id());
  if (!stored.ok() || !stored->has_value()) {
    world_.broke("P2: what change " + shortly(id) + " edited is not there");
    return;
  }
  const auto now = replication::decodeRecord((*stored)->encoded);
  for (const std::string& field : saved.change.edit().fields().paths()) {
    if (!isKept(id, saved, field, *now)) {
      world_.broke("P5: " + world_.tablet(saved.tablet).who().name + "'s " + field + " of change " + shortly(id) +
                   " is gone without a trace");
    }
  }
}

bool Promises::isKept(const std::string& id, const Saved& saved, const std::string& field, const v1::Record& now) {
  v1::Record patched = now;
  if (!replication::apply(saved.change.edit(), patched).ok() || replication::sameValue(now, patched, field)) {
    return true;
  }
  const auto about = [&](const v1::Conflict& conflict) {
    return conflict.record_id() == saved.change.edit().record_id() && conflict.field() == field &&
           (conflict.chosen_change_id() == id || conflict.other_change_id() == id);
  };
  return std::any_of(conflicts_.begin(), conflicts_.end(), about) || wasSeen(saved, field);
}

// Whether somebody changed the field who held this change's revision, or the same tablet did later.
bool Promises::wasSeen(const Saved& saved, const std::string& field) {
  const auto& record_id = saved.change.edit().record_id();
  const v1::Revision at = log_.at(saved.change.id()).front().receipt.revision();
  for (const auto& [other_id, entries] : log_) {
    const auto other = replication::decodeChange(entries.front().encoded);
    if (other_id == saved.change.id() || !other.ok() ||
        entries.front().receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
      continue;
    }
    const Saved* known = world_.model().find(other_id);
    const bool same_tablet = known != nullptr && known->tablet == saved.tablet && known->made > saved.made;
    const auto& paths = other->edit().fields().paths();
    const bool edited =
        other->edit().record_id() == record_id && std::find(paths.begin(), paths.end(), field) != paths.end();
    const v1::Revision& base = other->has_settle() ? other->settle().base() : other->edit().base();
    if ((edited || isTakenOther(ledger_, *other, record_id, field)) &&
        (same_tablet || !replication::isAfter(at, base))) {
      return true;
    }
  }
  return false;
}

bool Promises::wasPutAside(const std::string& record_id) const {
  return put_aside_.contains(record_id);
}

// Promises P4 and P8 for one tablet: it holds what a new one of the same person would be sent, and no more.
void Promises::checkTablet(TabletMachine& tablet) {
  const std::string& name = tablet.who().name;
  for (const Queued& queued : tablet.queued()) {
    if (queued.waiting) {
      world_.broke("P6: " + name + " still waits for a receipt");
      return;
    }
  }
  v1::PullRequest everything;
  everything.set_names_held(true);
  auto pull = world_.service().pull(tablet.who().fingerprint, everything.SerializeAsString());
  if (!pull.ok()) {
    world_.broke("P4: " + name + " may not pull: " + std::string(pull.status().message()));
    return;
  }
  Sent sent;
  std::set<std::string> complete;
  for (auto page = (*pull)->next(); page.ok() && page->has_value(); page = (*pull)->next()) {
    v1::PullReply parsed;
    parsed.ParseFromString(**page);
    for (const v1::FeedEntry& entry : parsed.entries()) {
      // An area's rows bear its id; only their content tells the months apart.
      const bool row = entry.kind() == v1::RECORD_KIND_COVERAGE_ROW;
      sent[{entry.kind(), row ? entry.record() : entry.record_id()}] = entry;
    }
    complete.insert(parsed.complete_household_ids().begin(), parsed.complete_household_ids().end());
  }
  const std::vector<std::string> held = tablet.heldHouseholds();
  if (std::set<std::string>(held.begin(), held.end()) != complete) {
    world_.broke("P4: " + name + " holds " + std::to_string(held.size()) + " doors, not " +
                 std::to_string(complete.size()));
  }
  if (world_.watch().scopeOf(tablet.who().number) != complete) {
    world_.broke("P8: " + name + " would be sent other doors than it answers for");
  }
  compare(tablet, sent);
  checkScope(tablet, sent);
}

void Promises::compare(TabletMachine& tablet, const Sent& sent) {
  const std::string& name = tablet.who().name;
  std::map<std::pair<int, std::string>, Held> held;
  for (Held& one : tablet.held(v1::RECORD_KIND_UNSPECIFIED)) {
    const std::pair<int, std::string> key{one.kind, one.id};
    held[key] = std::move(one);
  }
  for (const auto& [key, entry] : sent) {
    if (entry.removed() || entry.kind() == v1::RECORD_KIND_COVERAGE_ROW) {
      continue;
    }
    const auto found = held.find(key);
    const std::string what = v1::RecordKind_Name(entry.kind()) + " " + shortly(entry.record_id());
    if (found == held.end()) {
      world_.broke("P4: " + name + " lacks " + what);
    } else if (found->second.content != entry.record()) {
      world_.broke("P4: " + name + " shows another " + what + " than the service, at " +
                   std::to_string(found->second.revision.epoch()) + "/" +
                   std::to_string(found->second.revision.sequence()) + " and " +
                   std::to_string(entry.revision().epoch()) + "/" + std::to_string(entry.revision().sequence()));
    } else if (found->second.revision.sequence() != entry.revision().sequence() ||
               found->second.household != entry.household_id()) {
      world_.broke("P4: " + name + " holds " + what + " at another revision");
    }
  }
  for (const auto& [key, one] : held) {
    const auto found = sent.find(key);
    if ((found == sent.end() || found->second.removed()) && !wasPutAside(one.id)) {
      world_.broke("P4: " + name + " holds a " + v1::RecordKind_Name(one.kind) + " " + shortly(one.id) +
                   " that the service would not send");
    }
  }
  compareFigures(tablet, sent);
}

void Promises::compareFigures(TabletMachine& tablet, const Sent& sent) {
  auto shown = tablet.coverage();
  for (const auto& [key, entry] : sent) {
    if (entry.kind() != v1::RECORD_KIND_COVERAGE_ROW || entry.removed()) {
      continue;
    }
    const v1::CoverageRow row = replication::decodeRecord(entry.record())->coverage_row();
    const std::pair<std::string, std::int64_t> place{row.area_id(), store::monthNumber(care::civilMonth(row.month()))};
    if (shown[place] != replication::encode(row)) {
      world_.broke("P4: " + tablet.who().name + " shows other figures than the service");
      return;
    }
    shown.erase(place);
  }
  if (!shown.empty()) {
    world_.broke("P4: " + tablet.who().name + " shows " + std::to_string(shown.size()) +
                 " rows of figures that the service would not send");
  }
}

// Nothing readable is left of a door that is somebody else's now.
void Promises::checkScope(TabletMachine& tablet, const Sent&) {
  const std::set<std::string> scope = world_.watch().scopeOf(tablet.who().number);
  for (const std::string& household : world_.district().households) {
    if (scope.contains(household)) {
      continue;
    }
    for (const auto& [table, count] : tablet.tracesOf(household)) {
      if (table != "record" || count > 0) {
        world_.broke("P8: " + tablet.who().name + " still has " + std::to_string(count) + " in " + table + " of " +
                     world_.doorOf(household));
      }
    }
  }
}

}  // namespace

void checkStillThere(World& world, TabletMachine& tablet) {
  std::set<std::string> there;
  for (const Queued& queued : tablet.queued()) {
    if (!queued.waiting || !queued.encoded.empty()) {
      there.insert(queued.change_id);
    }
  }
  for (const auto& [id, saved] : world.model().all()) {
    if (saved.tablet == tablet.who().number && !saved.given && !saved.gone && !there.contains(id)) {
      world.broke("P1: " + tablet.who().name + " has lost change " + shortly(id) + " that it had saved");
    }
  }
}

void checkCounted(World& world, TabletMachine& tablet, absl::Time since) {
  const auto counted = tablet.lastCounted();
  if (!counted.ok() || counted->at < since) {
    world.broke("P4: " + tablet.who().name + " has not counted");
    return;
  }
  if (counted->taken + counted->removed + counted->sent_again > 0 || !counted->held_before.empty()) {
    world.broke("P4: counting finds differences where " + tablet.who().name + " is equal to the service");
  }
}

void checkPromises(World& world) {
  Promises(world).check();
}

}  // namespace doorstep::simulation
