#include "sync/replication/records.h"
#include "sync/service/apply.h"
#include "sync/service/handin/hand_in.h"
#include "sync/wire/blocks.h"
#include "tests/fuzz/place.h"

namespace doorstep::fuzz {
namespace {

using tests::DistrictBench;

v1::Change settling(const std::string& subject) {
  v1::Change change;
  change.mutable_settle()->set_subject_id(subject);
  change.mutable_settle()->set_decision(v1::DECISION_LET_GO);
  change.mutable_settle()->set_reason("记错了");
  return change;
}

v1::Change marker() {
  v1::Change change;
  change.mutable_skipped()->set_reason("DATA_LOSS");
  return change;
}

// Of each kind of action one, in one chain.
std::vector<std::string> aDaysChanges() {
  DistrictBench& bench = Place::only().bench();
  DistrictBench::Device device = Place::only().device();
  const v1::Record visit = bench.visit("V1", "H1", "E1", bench.at(19, 10));
  const v1::Record entry = bench.serviceEntry(visit.visit(), v1::SERVICE_KIND_ERRAND, 10);
  const v1::Record flag = bench.risk("V1", "H1", "E1", v1::RISK_KIND_FALL, v1::RISK_LEVEL_ORANGE);
  const v1::Record before = bench.record(bench.elder("E2"));
  v1::Record after = before;
  after.mutable_elder()->set_hearing("左耳背");
  std::vector<std::string> changes = {
      bench.change(device, visit), bench.change(device, entry), bench.change(device, flag),
      bench.change(device, bench.riskEvent("V1", flag.risk_flag(), v1::RISK_STATE_ACKNOWLEDGED)),
      bench.edit(device, before, after)};
  changes.push_back(bench.encode(device, settling(bench.newId())));
  changes.push_back(bench.encode(device, marker()));
  return changes;
}

std::vector<std::string> pushSeeds() {
  v1::PushRequest whole;
  std::vector<std::string> seeds;
  for (const std::string& change : aDaysChanges()) {
    whole.add_changes(change);
    seeds.push_back(replication::encode(whole));
  }
  return seeds;
}

// A parent that is put aside, its child, and its correction.
std::vector<std::string> quarantineSeeds() {
  DistrictBench& bench = Place::only().bench();
  DistrictBench::Device device = Place::only().device();
  v1::Record visit = bench.visit("V1", "H1", "E1", bench.at(19, 10), 30 * 60);
  v1::Change first;
  first.set_id(bench.newId());
  *first.mutable_create() = visit;
  v1::PushRequest request;
  request.add_changes(bench.encode(device, first));
  request.add_changes(bench.change(device, bench.serviceEntry(visit.visit(), v1::SERVICE_KIND_ERRAND, 10)));
  *visit.mutable_visit()->mutable_ended_at() = visit.visit().started_at();
  request.add_changes(bench.change(device, visit, first.id()));
  request.add_changes(bench.encode(device, settling(first.id())));
  return {replication::encode(request)};
}

absl::Status apply(service::CommitWork& commit, const std::vector<std::string>& changes) {
  const service::Caller& caller = Place::only().visitor();
  service::Applier applier(commit.district(caller.district_id), caller);
  const auto outcome = applier.applyBatch(changes);
  return outcome.ok() ? applier.finish() : outcome.status();
}

Outcome push(std::string_view bytes) {
  v1::PushRequest request;
  if (!request.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) || !wire::unpack(request).ok()) {
    return {};
  }
  const std::vector<std::string> changes(request.changes().begin(), request.changes().end());
  return Place::only().undone([&changes](service::CommitWork& commit) { return apply(commit, changes); });
}

// One change, and then what was put aside is judged once more, as if its parents had come.
Outcome change(std::string_view bytes) {
  return Place::only().undone([&bytes](service::CommitWork& commit) -> absl::Status {
    const absl::Status applied = apply(commit, {std::string(bytes)});
    if (!applied.ok()) {
      return applied;
    }
    const service::Caller& supervisor = Place::only().supervisor();
    service::DistrictWork& work = commit.district(supervisor.district_id);
    const auto aside = work.ledger.quarantined();
    if (!aside.ok()) {
      return aside.status();
    }
    service::Quarantine quarantine(work, supervisor);
    for (const service::QuarantineRow& row : *aside) {
      const auto accepted = quarantine.accept(row.change_id);
      if (!accepted.ok()) {
        return accepted.status();
      }
    }
    return absl::OkStatus();
  });
}

std::vector<std::string> handInSeeds() {
  v1::HandInRequest request;
  request.set_replica_id(Place::only().device().replica_id);
  for (const std::string& change : aDaysChanges()) {
    request.add_changes(change);
  }
  return {replication::encode(request)};
}

Outcome handIn(std::string_view bytes) {
  v1::HandInRequest request;
  if (!request.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return {};
  }
  const std::vector<std::string> changes(request.changes().begin(), request.changes().end());
  return Place::only().undone([&](service::CommitWork& commit) {
    const service::Caller& revoked = Place::only().visitor();
    return service::takeAside(commit, {revoked.fingerprint, revoked.district_id, revoked.worker_id},
                              request.replica_id(), service::arrived(changes))
        .status();
  });
}

}  // namespace

std::vector<Target> changeTargets() {
  return {{"push", pushSeeds, push},
          {"push_quarantine", quarantineSeeds, push},
          {"change", aDaysChanges, change},
          {"hand_in", handInSeeds, handIn}};
}

}  // namespace doorstep::fuzz
