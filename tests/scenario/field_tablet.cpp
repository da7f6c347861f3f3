#include "tests/scenario/field_tablet.h"

#include <algorithm>
#include <future>

#include "absl/status/status.h"
#include "sync/care/calendar.h"
#include "sync/replication/records.h"
#include "sync/sqlite/database.h"
#include "tests/scenario/must.h"

namespace doorstep::tests {

FieldTablet::FieldTablet(std::string folder, const outside::Clock& clock)
    : folder_(std::move(folder)), clock_(clock), identifiers_(clock, random_) {}

FieldTablet::FieldTablet(std::string folder, const outside::Clock& clock, const Service& service,
                         const std::string& code)
    : FieldTablet(std::move(folder), clock) {
  sync_port_ = service.sync_port;
  replica_id_ = identifiers_.next();
  std::promise<absl::StatusOr<client::EnrolmentResult>> answer;
  std::unique_ptr<client::EnrolmentClient> enroller;
  onWriter([&] {
    enroller = std::make_unique<client::EnrolmentClient>(writer_);
    enroller->enrol({service.enrolment_address, code, "tablet", replica_id_},
                    [&](absl::StatusOr<client::EnrolmentResult> result) { answer.set_value(std::move(result)); });
  });
  auto result = answer.get_future().get();
  onWriter([&] { enroller.reset(); });
  must(result.status(), "enrolment");
  enrolled_ = *std::move(result);
  onWriter([&] {
    open();
    keepEnrolment();
  });
}

void FieldTablet::withStore(const std::function<void(store::Store&)>& use) {
  onWriter([&] { use(*store_); });
}

void FieldTablet::withTables(const std::function<void(sqlite::Database&)>& use) {
  onWriter([&] {
    sqlite::OpenOptions options;
    options.key = fileIn(folder_).key;
    auto database = sqlite::Database::open(storePath(), options);
    must(database.status(), "open the tables");
    use(*database);
  });
}

store::MyMonth FieldTablet::month(absl::CivilMonth month) {
  return must(queries()->myMonth(month, care::dayOf(clock_.now(), care::districtZone())), "the month");
}

v1::PushReply FieldTablet::pushPast(const std::vector<client::OutgoingChange>& changes) {
  v1::PushRequest request;
  for (const client::OutgoingChange& change : changes) {
    request.add_changes(change.encoded);
  }
  std::promise<absl::StatusOr<v1::PushReply>> ended;
  onWriter(
      [&] { remote_->push(request, [&](absl::StatusOr<v1::PushReply> reply) { ended.set_value(std::move(reply)); }); });
  return must(ended.get_future().get(), "push past the engine");
}

client::SyncStatus FieldTablet::sync(const Watch& watch) {
  return exchange(watch, [this] { engine_->syncNow(); });
}

client::SyncStatus FieldTablet::compare() {
  return exchange({}, [this] { engine_->compareNow(); });
}

client::Comparison FieldTablet::comparison() {
  return overview().comparison;
}

client::SyncStatus FieldTablet::exchange(const Watch& watch, const std::function<void()>& begin) {
  std::promise<client::SyncStatus> ended;
  onWriter([&] {
    observe_ = [&](const client::SyncStatus& status) {
      if (watch) {
        watch(status);
      }
      if (status.phase == client::Phase::kIdle || status.phase == client::Phase::kWaitingToRetry) {
        ended.set_value(status);
      }
    };
    begin();
  });
  const client::SyncStatus status = ended.get_future().get();
  onWriter([&] {
    observe_ = nullptr;
    engine_->stop();  // the next exchange begins when the test says so
  });
  return status;
}

client::SyncStatus FieldTablet::syncThrough() {
  client::SyncStatus status = sync();
  for (int tries = 1; tries < 5 && status.trouble == client::Trouble::kNoNetwork; ++tries) {
    status = sync();
  }
  return status;
}

std::vector<v1::PullReply> FieldTablet::ask(const v1::PullRequest& request) {
  std::vector<v1::PullReply> pages;
  std::promise<absl::Status> ended;
  onWriter([&] {
    remote_->pull(
        request,
        [&](const v1::PullReply& page) {
          pages.push_back(page);
          return absl::OkStatus();
        },
        [&](const absl::Status& status) { ended.set_value(status); });
  });
  must(ended.get_future().get(), "pull past the engine");
  return pages;
}

std::string FieldTablet::visit(const v1::Elder& elder, const std::string& household_id) {
  v1::VisitDraft draft;
  v1::Visit& visit = *draft.mutable_visit();
  visit.set_id(identifiers_.next());
  visit.set_household_id(household_id);
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(elder.id());
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  visit.add_worker_ids(workerId());
  visit.set_recorded_by(workerId());
  *visit.mutable_started_at() = care::toTimestamp(clock_.now() - absl::Minutes(20));
  *visit.mutable_ended_at() = care::toTimestamp(clock_.now());
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  const auto saved = onWriter([&] {
    auto result = store_->saveVisit(draft);
    if (in_step_) {
      engine_->changesWaiting();
    }
    return result;
  });
  must(saved.status(), "save a visit");
  must(saved->problems.empty() ? absl::OkStatus() : absl::InvalidArgumentError(saved->problems[0].DebugString()),
       "save a visit");
  return visit.id();
}

std::size_t FieldTablet::record(const v1::Visit& visit) {
  v1::VisitDraft draft;
  *draft.mutable_visit() = visit;
  return onWriter([&] {
    const auto saved = must(store_->saveVisit(draft), "save a visit");
    must(saved.problems.empty() ? absl::OkStatus() : absl::InvalidArgumentError(saved.problems[0].DebugString()),
         "save a visit");
    const auto state = must(store_->state(), "the replica");
    const auto waiting = must(store_->outgoingAfter(state.last_acknowledged + state.waiting - 1, 1, 1), "the change");
    return waiting.back().encoded.size();
  });
}

void FieldTablet::setHowToApproach(const v1::Elder& seen, const std::string& text) {
  v1::Elder after = seen;
  after.set_how_to_approach(text);
  edit(seen, after);
}

void FieldTablet::setHearing(const v1::Elder& seen, const std::string& text) {
  v1::Elder after = seen;
  after.set_hearing(text);
  edit(seen, after);
}

void FieldTablet::edit(const v1::Elder& before, const v1::Elder& after) {
  v1::Record old_record;
  *old_record.mutable_elder() = before;
  v1::Record new_record;
  *new_record.mutable_elder() = after;
  const auto saved = must(onWriter([&] { return store_->edit(old_record, new_record); }), "edit an elder");
  must(saved.problems.empty() ? absl::OkStatus() : absl::InvalidArgumentError(saved.problems[0].DebugString()),
       "edit an elder");
}

absl::StatusOr<sqlite::Database> FieldTablet::readTables(const std::string& folder) {
  sqlite::OpenOptions options;
  options.key = fileIn(folder).key;
  options.read_only = true;
  return sqlite::Database::open(folder + "/store.db", options);
}

std::vector<HeldRecord> FieldTablet::records() {
  auto database = readTables(folder_);
  must(database.status(), "read the store");
  auto select = database->prepare("SELECT kind, id, household, sequence, content FROM record");
  must(select.status(), "read the records");
  std::vector<HeldRecord> held;
  absl::StatusOr<bool> row = select->step();
  for (; row.ok() && *row; row = select->step()) {
    HeldRecord record{static_cast<v1::RecordKind>(select->integer(0)),
                      std::string(select->blob(1)),
                      std::string(select->blob(2)),
                      static_cast<std::uint64_t>(select->integer(3)),
                      {}};
    record.record.ParseFromString(std::string(select->blob(4)));
    held.push_back(std::move(record));
  }
  must(row.status(), "read the records");
  std::sort(held.begin(), held.end(), [](const auto& left, const auto& right) { return left.id < right.id; });
  return held;
}

std::vector<HeldRecord> FieldTablet::records(v1::RecordKind kind) {
  std::vector<HeldRecord> held = records();
  std::erase_if(held, [kind](const HeldRecord& record) { return record.kind != kind; });
  return held;
}

std::size_t FieldTablet::changesKept() {
  auto database = must(readTables(folder_), "read the store");
  return static_cast<std::size_t>(
      must(database.integer("SELECT count(*) FROM outgoing WHERE encoded <> x''"), "count the changes"));
}

v1::Elder FieldTablet::elder(const std::string& file_number) {
  for (const HeldRecord& held : records(v1::RECORD_KIND_ELDER)) {
    if (held.record.elder().file_number() == file_number) {
      return held.record.elder();
    }
  }
  return {};
}

store::SyncOverview FieldTablet::overview() {
  return must(queries()->syncOverview(), "ask how the exchange stands");
}

}  // namespace doorstep::tests
