#include "tests/unit/service/district_bench.h"

#include <cstdlib>
#include <future>
#include <iostream>

#include "sync/care/calendar.h"
#include "sync/replication/chain.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"
#include "sync/service/admin_desk.h"
#include "sync/service/coverage/coverage_desk.h"
#include "sync/service/coverage/recount.h"
#include "sync/service/import/import_file.h"
#include "sync/service/keys.h"

namespace doorstep::tests {
namespace {

// A bench that cannot be set up tests nothing.
void must(const absl::Status& status, const char* what) {
  if (!status.ok()) {
    std::cerr << what << ": " << status << std::endl;
    std::abort();
  }
}

}  // namespace

DistrictBench::DistrictBench() {
  clock_.setWall(at(20, 9));
  identifiers_ = std::make_unique<outside::IdentifierSource>(clock_, random_);
  const std::string bytes = random_.bytes(sqlite::Key::kSize);
  key_.emplace(std::span<const std::uint8_t, sqlite::Key::kSize>(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                                                 sqlite::Key::kSize));
  auto opened = service::EmbeddedLedger::open(folder_.filePath("ledger.db").toStdString(), *key_);
  must(opened.status(), "ledger");
  ledger_ = *std::move(opened);
  writer_ = std::make_unique<service::Writer>(*ledger_, clock_, *identifiers_);
  must(writer_->start(), "writer");
  setUp();
}

void DistrictBench::setUp() {
  v1::ImportRequest areas;
  areas.set_last(true);
  *areas.add_rows() = areaRow(2, "22", "", "province", "吉林省");
  *areas.add_rows() = areaRow(3, "2202", "22", "city", "吉林市");
  *areas.add_rows() = areaRow(4, "220211", "2202", "district", "丰满区");
  *areas.add_rows() = areaRow(5, "220211001", "220211", "subdistrict", "泰山街道");
  *areas.add_rows() = areaRow(6, "220211001001", "220211001", "community", "甲社区");
  *areas.add_rows() = areaRow(7, "220211001002", "220211001", "community", "乙社区");
  *areas.add_rows() = areaRow(8, "22021100100101", "220211001001", "grid", "第一网格");
  import(areas);

  v1::SetRulesRequest rules;
  rules.set_district_code("220211");
  *rules.mutable_rules()->mutable_go_live_on() = date(2026, 10, 1);
  must(writer_->run([&rules](service::CommitWork& commit) {
    return service::setRules(commit, operatorCaller(), rules)->status();
  }),
       "rules");

  v1::ImportRequest people;
  *people.add_rows() = workerRow(2, "V1", v1::ROLE_VISITOR, {"22021100100101"});
  *people.add_rows() = workerRow(3, "V2", v1::ROLE_VISITOR, {"220211001002"});
  *people.add_rows() = workerRow(4, "S1", v1::ROLE_SUPERVISOR, {"220211001001"});
  *people.add_rows() = workerRow(5, "S2", v1::ROLE_SUPERVISOR, {"220211001002"});
  *people.add_rows() = workerRow(6, "D1", v1::ROLE_DISTRICT_STAFF, {"220211"});
  import(people);

  v1::ImportRequest elders;
  *elders.add_rows() = elderRow(2, "E1", "H1", "22021100100101");
  elders.mutable_rows(0)->mutable_elder()->set_tier(v1::TIER_A);
  elders.mutable_rows(0)->mutable_elder()->set_id_number("11010519491231002X");
  v1::FamilyRow& daughter = *elders.mutable_rows(0)->mutable_elder()->add_family();
  daughter.set_name("李女");
  daughter.set_relation(v1::CONTACT_RELATION_CHILD);
  *elders.add_rows() = elderRow(3, "E2", "H1", "22021100100101");
  *elders.add_rows() = elderRow(4, "E3", "H2", "22021100100101");
  *elders.add_rows() = elderRow(5, "E4", "H3", "220211001002");
  *elders.add_rows() = elderRow(6, "E5", "H4", "220211001002");
  import(elders);

  v1::ImportRequest assignments;
  *assignments.add_rows() = assignmentRow(2, "V1", "H1");
  *assignments.add_rows() = assignmentRow(3, "V1", "H2");
  *assignments.add_rows() = assignmentRow(4, "V2", "H3");
  import(assignments);
}

service::Caller DistrictBench::operatorCaller() {
  service::Caller caller;
  caller.is_operator = true;
  caller.roles = {v1::ROLE_OPERATOR};
  return caller;
}

DistrictBench::Device DistrictBench::device(const std::string& staff_number) {
  service::DeviceRow row;
  row.fingerprint = "device of " + staff_number + newId();
  row.district_id = districtId();
  row.worker_id = worker(staff_number);
  auto caller = service::callerOf(row, writer_->directory(), clock_.now());
  must(caller.status(), "caller");
  return {*std::move(caller), newId(), 0, replication::chainStart(), head()};
}

std::string DistrictBench::encode(Device& device, v1::Change change) {
  if (change.id().empty()) {
    change.set_id(newId());
  }
  change.set_replica_id(device.replica_id);
  change.set_sequence(++device.sequence);
  change.set_predecessor(device.head);
  change.set_worker_id(device.caller.worker_id);
  if (!change.has_stamp()) {
    change.mutable_stamp()->set_offset_known(true);
    *change.mutable_stamp()->mutable_wall_at() = care::toTimestamp(clock_.now());
  }
  std::string encoded = replication::encode(change);
  device.head = replication::sha256(encoded);
  return encoded;
}

std::string DistrictBench::change(Device& device, const v1::Record& created, const std::string& corrects) {
  v1::Change change;
  *change.mutable_create() = created;
  change.set_corrects(corrects);
  if (created.has_visit()) {  // written down when it ended
    change.mutable_stamp()->set_offset_known(true);
    *change.mutable_stamp()->mutable_wall_at() = created.visit().ended_at();
  }
  return encode(device, std::move(change));
}

std::string DistrictBench::edit(Device& device, const v1::Record& before, const v1::Record& after) {
  v1::Revision base;
  base.set_epoch(1);
  base.set_sequence(device.base);
  v1::Change change;
  *change.mutable_edit() = *replication::difference(before, after, base);
  return encode(device, std::move(change));
}

service::BatchOutcome DistrictBench::push(const Device& device, const std::vector<std::string>& changes) {
  service::BatchOutcome outcome;
  must(writer_->run([&](service::CommitWork& commit) -> absl::Status {
    service::Applier applier(commit.district(device.caller.district_id), device.caller);
    auto applied = applier.applyBatch(changes);
    if (!applied.ok()) {
      return applied.status();
    }
    outcome = *std::move(applied);
    return applier.finish();
  }),
       "push");
  return outcome;
}

v1::Receipt DistrictBench::pushOne(Device& device, const v1::Record& created) {
  const service::BatchOutcome outcome = push(device, {change(device, created)});
  must(outcome.stopped, "stopped");
  return outcome.receipts.front();
}

v1::Receipt DistrictBench::pushEdit(Device& device, const v1::Record& before, const v1::Record& after) {
  const service::BatchOutcome outcome = push(device, {edit(device, before, after)});
  must(outcome.stopped, "stopped");
  return outcome.receipts.front();
}

std::vector<v1::ImportRowResult> DistrictBench::import(const v1::ImportRequest& request,
                                                       const service::Caller& caller) {
  service::ImportFile file(caller);
  std::vector<v1::ImportRowResult> results;
  must(writer_->run([&](service::CommitWork& commit) -> absl::Status {
    auto taken = file.take(commit, request);
    if (taken.ok()) {
      results = *std::move(taken);
    }
    return taken.status();
  }),
       "import");
  return results;
}

v1::RecountReply DistrictBench::recount() {
  const auto snapshot = ledger_->read();
  must(snapshot.status(), "snapshot");
  auto reply = service::recount(**snapshot, writer_->directory(), districtId(), {});
  must(reply.status(), "recount");
  return *std::move(reply);
}

void DistrictBench::goTo(absl::Time now) {
  clock_.setWall(now);
  std::promise<absl::Status> current;
  writer_->whenCurrent(districtId(), [&current](const absl::Status& status) { current.set_value(status); });
  must(current.get_future().get(), "evaluation");
}

void DistrictBench::startAgainAt(absl::Time now) {
  writer_.reset();
  clock_.setWall(now);
  writer_ = std::make_unique<service::Writer>(*ledger_, clock_, *identifiers_);
  must(writer_->start(), "writer");
}

void DistrictBench::replaceLedger(const std::string& path) {
  writer_.reset();
  ledger_.reset();
  auto opened = service::EmbeddedLedger::open(path, *key_);
  must(opened.status(), "ledger");
  ledger_ = *std::move(opened);
}

v1::CoverageRow DistrictBench::coverage(const std::string& area_code, absl::CivilMonth month) {
  const auto snapshot = ledger_->read();
  v1::GetCoverageRequest request;
  request.set_area_code(area_code);
  *request.mutable_month() = care::toMonth(month);
  const auto reply = service::answerCoverage(**snapshot, writer_->directory(), device("D1").caller, request);
  must(reply.status(), "coverage");
  return reply->area().row();
}

v1::Figures DistrictBench::figures(const std::string& area_code, absl::CivilMonth month) {
  const auto snapshot = ledger_->read();
  const auto row = (*snapshot)->district(districtId()).rollup(area(area_code), service::monthNumber(month));
  must(row.status(), "rollup");
  return row->has_value() ? (*row)->figures : v1::Figures();
}

std::uint64_t DistrictBench::head() {
  const auto snapshot = ledger_->read();
  return (*snapshot)->district(districtId()).head()->sequence();
}

std::string DistrictBench::byKey(v1::RecordKind kind, const std::string& text) {
  const auto snapshot = ledger_->read();
  const auto ids =
      (*snapshot)->district(districtId()).findIds({service::Index::kNaturalKey, service::naturalKey(kind, text)});
  must(ids.status(), "key");
  return ids->empty() ? std::string() : ids->front();
}

std::string DistrictBench::elder(const std::string& file_number) {
  return byKey(v1::RECORD_KIND_ELDER, file_number);
}

std::string DistrictBench::household(const std::string& number) {
  return byKey(v1::RECORD_KIND_HOUSEHOLD, number);
}

std::string DistrictBench::worker(const std::string& staff_number) {
  return writer_->directory().personByStaffNumber(staff_number)->worker.id();
}

std::string DistrictBench::area(const std::string& code) {
  return writer_->directory().placeByCode(code)->area.id();
}

v1::Record DistrictBench::record(const std::string& id) {
  const auto snapshot = ledger_->read();
  const auto stored = (*snapshot)->district(districtId()).record(id);
  must(stored.status(), "record");
  return stored->has_value() ? *replication::decodeRecord((*stored)->encoded) : v1::Record();
}

absl::TimeZone DistrictBench::zone() const {
  return care::districtZone();
}

absl::Time DistrictBench::at(int day, int hour, int minute) const {
  return absl::FromCivil(absl::CivilSecond(2026, 11, day, hour, minute, 0), zone());
}

v1::Record DistrictBench::visit(const std::string& staff_number, const std::string& household_number,
                                const std::string& file_number, absl::Time starts, int minutes) {
  v1::Record record;
  v1::Visit& visit = *record.mutable_visit();
  visit.set_id(newId());
  visit.set_household_id(household(household_number));
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(elder(file_number));
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  visit.add_worker_ids(worker(staff_number));
  visit.set_recorded_by(worker(staff_number));
  *visit.mutable_started_at() = care::toTimestamp(starts);
  *visit.mutable_ended_at() = care::toTimestamp(starts + absl::Minutes(minutes));
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  return record;
}

v1::Record DistrictBench::serviceEntry(const v1::Visit& visit, v1::ServiceKind kind, std::uint32_t minutes) {
  v1::Record record;
  v1::ServiceEntry& entry = *record.mutable_service_entry();
  entry.set_id(newId());
  entry.set_household_id(visit.household_id());
  entry.set_elder_id(visit.contacts(0).elder_id());
  entry.set_visit_id(visit.id());
  entry.set_kind(kind);
  *entry.mutable_started_at() = visit.started_at();
  entry.set_zone("Asia/Shanghai");
  entry.set_precision(v1::PRECISION_EXACT);
  for (const std::string& worker : visit.worker_ids()) {
    v1::WorkerMinutes& share = *entry.add_workers();
    share.set_worker_id(worker);
    share.set_minutes(minutes);
  }
  entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  entry.set_recorded_by(visit.recorded_by());
  return record;
}

v1::Record DistrictBench::risk(const std::string& staff_number, const std::string& household_number,
                               const std::string& file_number, v1::RiskKind kind, v1::RiskLevel level) {
  v1::Record record;
  const bool restricted = kind == v1::RISK_KIND_SUSPECTED_ABUSE || kind == v1::RISK_KIND_MOOD_SELF_HARM;
  v1::RiskFlag& flag = restricted ? *record.mutable_restricted_risk_flag() : *record.mutable_risk_flag();
  flag.set_id(newId());
  flag.set_household_id(household(household_number));
  flag.set_elder_id(elder(file_number));
  flag.set_kind(kind);
  flag.set_level(level);
  flag.set_reported_by(worker(staff_number));
  *flag.mutable_opened_at() = care::toTimestamp(clock_.now());
  return record;
}

v1::Record DistrictBench::riskEvent(const std::string& staff_number, const v1::RiskFlag& flag, v1::RiskState to) {
  v1::Record record;
  v1::RiskEvent& event = *record.mutable_risk_event();
  event.set_id(newId());
  event.set_flag_id(flag.id());
  event.set_household_id(flag.household_id());
  event.set_to(to);
  event.set_by(worker(staff_number));
  *event.mutable_at() = care::toTimestamp(clock_.now());
  return record;
}

v1::ImportRow areaRow(std::uint32_t line, const char* code, const char* parent, const char* kind, const char* name) {
  v1::ImportRow row;
  row.set_line(line);
  row.mutable_area()->set_code(code);
  row.mutable_area()->set_parent_code(parent);
  row.mutable_area()->set_kind(kind);
  row.mutable_area()->set_name(name);
  return row;
}

v1::ImportRow workerRow(std::uint32_t line, const char* staff_number, v1::Role role, std::vector<const char*> areas) {
  v1::ImportRow row;
  row.set_line(line);
  row.mutable_worker()->set_staff_number(staff_number);
  row.mutable_worker()->set_name("工作人员");
  row.mutable_worker()->add_roles(role);
  for (const char* area : areas) {
    row.mutable_worker()->add_area_codes(area);
  }
  return row;
}

v1::ImportRow elderRow(std::uint32_t line, const char* file_number, const char* household, const char* area) {
  v1::ImportRow row;
  row.set_line(line);
  v1::ElderRow& elder = *row.mutable_elder();
  elder.set_file_number(file_number);
  elder.set_household_number(household);
  elder.set_name(std::string("老人") + file_number);  // nobody is like anybody else
  elder.set_birth_year(1945);
  elder.set_area_code(area);
  elder.set_address("泰山路1号");
  elder.add_kinds(v1::ELDER_KIND_LIVING_ALONE);
  elder.set_tier(v1::TIER_C);
  *elder.mutable_care_from_on() = date(2026, 9, 1);
  return row;
}

v1::ImportRow assignmentRow(std::uint32_t line, const char* staff_number, const char* household) {
  v1::ImportRow row;
  row.set_line(line);
  row.mutable_assignment()->set_staff_number(staff_number);
  row.mutable_assignment()->set_household_number(household);
  *row.mutable_assignment()->mutable_from_on() = date(2026, 10, 1);
  return row;
}

v1::Date date(int year, int month, int day) {
  return care::toDate(absl::CivilDay(year, month, day));
}

}  // namespace doorstep::tests
