#include "tests/unit/store/tablet.h"

#include "sync/replication/chain.h"

namespace doorstep::store {
namespace {

void setSince(v1::Date& date) {
  date = care::toDate(absl::CivilDay(2026, 9, 1));
}

}  // namespace

v1::Record area(const std::string& name, const std::string& parent, v1::AreaKind kind, const std::string& code) {
  v1::Record record;
  v1::Area& area = *record.mutable_area();
  area.set_id(id(name));
  area.set_parent_id(parent.empty() ? "" : id(parent));
  area.set_kind(kind);
  area.set_code(code);
  area.set_name("area " + name);
  return record;
}

v1::Record worker(const std::string& name, v1::Role role, const std::string& supervisor) {
  v1::Record record;
  v1::Worker& worker = *record.mutable_worker();
  worker.set_id(id(name));
  worker.set_staff_number(name);
  worker.set_name("worker " + name);
  worker.add_roles(role);
  worker.set_supervisor_id(supervisor.empty() ? "" : id(supervisor));
  return record;
}

v1::Record household(const std::string& name, const std::string& area, const std::string& door) {
  v1::Record record;
  v1::Household& household = *record.mutable_household();
  household.set_id(id(name));
  household.set_area_id(id(area));
  household.set_building(door);
  household.set_unit("2单元");
  household.set_dwelling("401");
  return record;
}

v1::Record elder(const std::string& name, const std::string& household, const std::string& person, v1::Tier tier) {
  v1::Record record;
  v1::Elder& elder = *record.mutable_elder();
  elder.set_id(id(name));
  elder.set_file_number("FM-" + name);
  elder.set_name(person);
  elder.set_birth_year(1940);
  setSince(*elder.mutable_care_from_on());
  v1::TierSpan& tiers = *elder.add_tiers();
  tiers.set_tier(tier);
  setSince(*tiers.mutable_from_on());
  v1::KindsSpan& kinds = *elder.add_kinds();
  kinds.add_kinds(v1::ELDER_KIND_LIVING_ALONE);
  setSince(*kinds.mutable_from_on());
  v1::StatusSpan& status = *elder.add_statuses();
  status.set_status(v1::CARE_STATUS_AT_HOME);
  setSince(*status.mutable_from_on());
  v1::ResidenceSpan& residence = *elder.add_residences();
  residence.set_household_id(id(household));
  setSince(*residence.mutable_from_on());
  return record;
}

v1::Record contactPerson(const std::string& name, const std::string& elder, const std::string& household) {
  v1::Record record;
  v1::Contact& contact = *record.mutable_contact();
  contact.set_id(id(name));
  contact.set_elder_id(id(elder));
  contact.set_household_id(id(household));
  contact.set_name("daughter");
  contact.set_relation(v1::CONTACT_RELATION_CHILD);
  contact.set_phone("13800000000");
  return record;
}

v1::Record assignment(const std::string& name, const std::string& worker, const std::string& household) {
  v1::Record record;
  v1::Assignment& assignment = *record.mutable_assignment();
  assignment.set_id(id(name));
  assignment.set_worker_id(id(worker));
  assignment.set_household_id(id(household));
  setSince(*assignment.mutable_from_on());
  return record;
}

v1::Record visited(const std::string& name, const std::string& household, const std::string& elder, absl::Time start,
                   v1::ContactOutcome outcome, v1::ContactMode mode) {
  v1::Record record;
  v1::Visit& visit = *record.mutable_visit();
  visit.set_id(id(name));
  visit.set_household_id(id(household));
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(id(elder));
  contact.set_mode(mode);
  contact.set_outcome(outcome);
  visit.add_worker_ids(id("li"));
  visit.set_recorded_by(id("li"));
  *visit.mutable_started_at() = care::toTimestamp(start);
  *visit.mutable_ended_at() = care::toTimestamp(start + absl::Minutes(20));
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  return record;
}

v1::Record flag(const std::string& name, const std::string& household, const std::string& elder, v1::RiskLevel level,
                v1::RiskKind kind) {
  v1::RiskFlag flag;
  flag.set_id(id(name));
  flag.set_household_id(id(household));
  flag.set_elder_id(id(elder));
  flag.set_kind(kind);
  flag.set_level(level);
  flag.set_reported_by(id("li"));
  *flag.mutable_opened_at() = care::toTimestamp(at(kToday, 8));
  v1::Record record;
  const bool restricted = kind == v1::RISK_KIND_SUSPECTED_ABUSE || kind == v1::RISK_KIND_MOOD_SELF_HARM;
  (restricted ? *record.mutable_restricted_risk_flag() : *record.mutable_risk_flag()) = flag;
  return record;
}

v1::Record riskEvent(const std::string& name, const std::string& flag, const std::string& household, v1::RiskState to) {
  v1::Record record;
  v1::RiskEvent& event = *record.mutable_risk_event();
  event.set_id(id(name));
  event.set_flag_id(id(flag));
  event.set_household_id(id(household));
  event.set_to(to);
  event.set_by(id("boss"));
  *event.mutable_at() = care::toTimestamp(at(kToday, 8, 30));
  return record;
}

v1::Record service(const std::string& name, const std::string& household, const std::string& elder,
                   const std::string& visit) {
  v1::Record record;
  v1::ServiceEntry& entry = *record.mutable_service_entry();
  entry.set_id(id(name));
  entry.set_household_id(id(household));
  entry.set_elder_id(id(elder));
  entry.set_visit_id(visit.empty() ? "" : id(visit));
  entry.set_kind(v1::SERVICE_KIND_FREE_HAIRCUT);
  *entry.mutable_started_at() = care::toTimestamp(at(kToday, 8));
  entry.set_zone("Asia/Shanghai");
  entry.set_precision(v1::PRECISION_EXACT);
  v1::WorkerMinutes& minutes = *entry.add_workers();
  minutes.set_worker_id(id("li"));
  minutes.set_minutes(20);
  entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  entry.set_recorded_by(id("li"));
  return record;
}

v1::Revision revision(std::uint64_t sequence, std::uint64_t epoch) {
  v1::Revision revision;
  revision.set_epoch(epoch);
  revision.set_sequence(sequence);
  return revision;
}

v1::FeedEntry entry(const v1::Record& record, std::uint64_t sequence) {
  v1::FeedEntry entry;
  *entry.mutable_revision() = revision(sequence);
  entry.set_kind(replication::kindOf(record));
  entry.set_record_id(replication::idOf(record));
  entry.set_household_id(replication::householdOf(record));
  entry.set_record(replication::encode(record));
  return entry;
}

v1::FeedEntry removal(const v1::Record& record, std::uint64_t sequence) {
  v1::FeedEntry gone = entry(record, sequence);
  gone.clear_record();
  gone.set_removed(true);
  return gone;
}

v1::PullReply page(const std::vector<v1::Record>& records, std::uint64_t first) {
  v1::PullReply page;
  for (const v1::Record& record : records) {
    *page.add_entries() = entry(record, first++);
    if (record.has_household()) {
      page.add_complete_household_ids(record.household().id());
    }
  }
  *page.mutable_cursor() = revision(first - 1);
  return page;
}

v1::Receipt applied(const v1::Change& change, std::uint64_t sequence) {
  v1::Receipt receipt;
  receipt.set_change_id(change.id());
  receipt.set_sequence(change.sequence());
  receipt.set_outcome(v1::RECEIPT_OUTCOME_APPLIED);
  *receipt.mutable_revision() = revision(sequence);
  return receipt;
}

std::vector<v1::Record> smallDistrict() {
  return {area("d", "", v1::AREA_KIND_DISTRICT, "220211"),
          area("s", "d", v1::AREA_KIND_SUBDISTRICT, "220211001"),
          area("c", "s", v1::AREA_KIND_COMMUNITY, "220211001001"),
          area("g", "c", v1::AREA_KIND_GRID, "22021100100101"),
          worker("li", v1::ROLE_VISITOR, "boss"),
          worker("boss", v1::ROLE_SUPERVISOR),
          household("h1", "g", "3号楼"),
          household("h2", "g", "12号楼"),
          household("h3", "g", "5号楼"),
          elder("wang", "h1", "王秀兰", v1::TIER_C),
          elder("zhao", "h1", "赵国强", v1::TIER_C),
          elder("chen", "h2", "陈单", v1::TIER_C),
          elder("sun", "h3", "单玉梅", v1::TIER_C),
          assignment("a1", "li", "h1"),
          assignment("a2", "li", "h2")};
}

absl::Status Tablet::open() {
  close();
  absl::StatusOr<std::unique_ptr<Store>> store = Store::open(file(), clock_, random_);
  if (!store.ok()) {
    return store.status();
  }
  store_ = *std::move(store);
  absl::StatusOr<std::unique_ptr<Queries>> queries = openQueries(file(), &clock_);
  if (!queries.ok()) {
    return queries.status();
  }
  queries_ = *std::move(queries);
  return absl::OkStatus();
}

absl::Status Tablet::enrol(const std::string& worker, v1::Role role) {
  return store_->keepEnrolment({id("tablet"), id("d"), id(worker), "worker " + worker, {role}, "Asia/Shanghai"});
}

absl::Status Tablet::settle(const std::string& worker, v1::Role role) {
  absl::Status status = open();
  status.Update(status.ok() ? enrol(worker, role) : status);
  status.Update(status.ok() ? store_->keepPage(page(smallDistrict())) : status);
  return status;
}

std::vector<v1::Change> Tablet::waiting() {
  std::vector<v1::Change> changes;
  const auto outgoing = store_->outgoingAfter(0, 10'000, 1 << 30);
  if (outgoing.ok()) {
    for (const client::OutgoingChange& change : *outgoing) {
      changes.push_back(*replication::decodeChange(change.encoded));
    }
  }
  return changes;
}

std::int64_t Tablet::number(const std::string& sql) const {
  sqlite::OpenOptions options;
  options.key = testKey();
  options.read_only = true;
  options.vfs = vfs_;
  absl::StatusOr<sqlite::Database> database = sqlite::Database::open(path(), options);
  const absl::StatusOr<std::int64_t> value = database.ok() ? database->integer(sql) : database.status();
  return value.ok() ? *value : -1;
}

v1::VisitDraft draftOf(const v1::Record& visit) {
  v1::VisitDraft draft;
  *draft.mutable_visit() = visit.visit();
  return draft;
}

}  // namespace doorstep::store
