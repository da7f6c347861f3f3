#include "sync/ctl/demo/tablet/simulated_tablet.h"

#include <chrono>
#include <future>
#include <optional>
#include <utility>
#include <vector>

#include <grpcpp/client_context.h>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "sync/care/calendar.h"
#include "sync/client/grpc/call_status.h"
#include "sync/client/grpc/channel.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"
#include "sync/wire/blocks.h"

namespace doorstep::ctl::demo {

namespace {

constexpr std::size_t kBatchChanges = 500;  // sync.proto
constexpr std::size_t kBatchBytes = 1'000'000;
constexpr auto kPatience = std::chrono::minutes(5);

std::unique_ptr<grpc::ClientContext> call() {
  auto context = std::make_unique<grpc::ClientContext>();
  context->set_deadline(std::chrono::system_clock::now() + kPatience);
  return context;
}

absl::Status statusOf(const grpc::Status& status) {
  return client::callStatus(status, false);
}

// By which a scenario finds a record again; empty for kinds it never asks for.
std::string keyOf(const v1::Record& record) {
  switch (record.body_case()) {
    case v1::Record::kElder:
      return absl::StrCat("elder ", record.elder().file_number());
    case v1::Record::kHousehold:
      return absl::StrCat("household ", record.household().household_number());
    case v1::Record::kWorker:
      return absl::StrCat("worker ", record.worker().staff_number());
    case v1::Record::kProgramme:
      return absl::StrCat("programme ", record.programme().code());
    case v1::Record::kArea:
      return absl::StrCat("area ", record.area().code());
    case v1::Record::kContact:
      return absl::StrCat("contact of ", record.contact().elder_id());
    default:
      return {};
  }
}

bool isAskedFor(v1::RecordKind kind) {
  return kind == v1::RECORD_KIND_ELDER || kind == v1::RECORD_KIND_HOUSEHOLD || kind == v1::RECORD_KIND_WORKER ||
         kind == v1::RECORD_KIND_PROGRAMME || kind == v1::RECORD_KIND_AREA || kind == v1::RECORD_KIND_CONTACT;
}

}  // namespace

SimulatedTablet::SimulatedTablet(std::string staff_number, std::unique_ptr<outside::Random> random)
    : staff_number_(std::move(staff_number)),
      random_(std::move(random)),
      identifiers_(clock_, *random_),
      head_(replication::chainStart()),
      acknowledged_head_(replication::chainStart()) {}

absl::StatusOr<std::unique_ptr<SimulatedTablet>> SimulatedTablet::enrol(const Wish& wish,
                                                                        std::unique_ptr<outside::Random> random,
                                                                        outside::Executor& executor) {
  std::unique_ptr<SimulatedTablet> tablet(new SimulatedTablet(wish.staff_number, std::move(random)));
  tablet->replica_id_ = tablet->newId(wish.at);
  std::promise<absl::StatusOr<client::EnrolmentResult>> answer;
  std::promise<void> gone;
  auto enroller = std::make_shared<std::unique_ptr<client::EnrolmentClient>>();
  executor.post([&] {
    *enroller = std::make_unique<client::EnrolmentClient>(executor);
    (*enroller)->enrol({wish.enrolment, wish.code, wish.staff_number + " tablet", tablet->replica_id_},
                       [&](absl::StatusOr<client::EnrolmentResult> result) { answer.set_value(std::move(result)); });
  });
  auto result = answer.get_future().get();
  executor.post([&] {
    enroller->reset();
    gone.set_value();
  });
  gone.get_future().get();
  DOORSTEP_ASSIGN(tablet->enrolled_, std::move(result));
  return tablet;
}

absl::Status SimulatedTablet::open() {
  DOORSTEP_ASSIGN(const auto channel, client::openChannel(enrolled_.sync_address, enrolled_.identity));
  sync_ = v1::Sync::NewStub(channel);
  return absl::OkStatus();
}

std::string SimulatedTablet::newId(absl::Time at) {
  clock_.set(at);
  return identifiers_.next();
}

void SimulatedTablet::seal(const v1::Change& change) {
  std::string encoded = replication::encode(change);
  head_ = replication::sha256(encoded);
  waiting_.push_back(std::move(encoded));
}

v1::Change SimulatedTablet::changeAt(absl::Time at) {
  v1::Change change;
  change.set_id(newId(at));
  change.set_replica_id(replica_id_);
  change.set_sequence(++sequence_);
  change.set_predecessor(head_);
  change.set_worker_id(workerId());
  v1::Stamp& stamp = *change.mutable_stamp();
  *stamp.mutable_wall_at() = care::toTimestamp(at);
  stamp.set_monotonic_ms(absl::ToInt64Milliseconds(clock_.monotonic()));
  stamp.set_boot_id(clock_.bootId());
  stamp.set_offset_known(true);
  return change;
}

void SimulatedTablet::create(v1::Record record, absl::Time at) {
  v1::Change change = changeAt(at);
  *change.mutable_create() = std::move(record);
  seal(change);
}

absl::Status SimulatedTablet::edit(const v1::Record& after, absl::Time at) {
  const auto held = held_.find(replication::idOf(after));
  if (held == held_.end()) {
    return absl::NotFoundError(absl::StrCat(staff_number_, ": a record to be edited is not held"));
  }
  std::optional<v1::Patch> patch = replication::difference(held->second.record, after, held->second.revision);
  if (patch.has_value()) {
    v1::Change change = changeAt(at);
    *change.mutable_edit() = *std::move(patch);
    seal(change);
    held->second.record = after;
  }
  return absl::OkStatus();
}

// A connection for one exchange only: the service may be started anew before the next, and a connection that is held
// would keep it waiting when it stops.
absl::Status SimulatedTablet::sync(absl::Time at) {
  DOORSTEP_TRY(open());
  absl::Status exchanged = exchange(at);
  sync_.reset();
  return exchanged;
}

absl::Status SimulatedTablet::fetch() {
  DOORSTEP_TRY(open());
  scope_changed_ = true;
  absl::Status pulled = pull();
  sync_.reset();
  return pulled;
}

absl::Status SimulatedTablet::exchange(absl::Time at) {
  DOORSTEP_TRY(hello(at));
  DOORSTEP_TRY(push());
  return pull();
}

absl::Status SimulatedTablet::hello(absl::Time at) {
  clock_.set(at);
  v1::HelloRequest request;
  request.set_protocol_version(1);
  request.set_app_version("scenario");
  request.set_replica_id(replica_id_);
  request.set_last_sequence(acknowledged_);
  request.set_chain_head(acknowledged_head_);
  *request.mutable_cursor() = cursor_;
  request.set_scope_digest(replication::setDigest({households_.begin(), households_.end()}));
  request.set_waiting(waiting_.size());
  *request.mutable_stamp()->mutable_wall_at() = care::toTimestamp(at);
  request.mutable_stamp()->set_monotonic_ms(absl::ToInt64Milliseconds(clock_.monotonic()));
  request.mutable_stamp()->set_boot_id(clock_.bootId());
  v1::HelloReply reply;
  const auto context = call();
  DOORSTEP_TRY(statusOf(sync_->Hello(context.get(), request, &reply)));
  scope_changed_ = reply.scope_changed();
  return reply.verdict() == v1::HELLO_VERDICT_WELCOME
             ? absl::OkStatus()
             : absl::AbortedError(absl::StrCat(staff_number_, ": ", v1::HelloVerdict_Name(reply.verdict())));
}

absl::Status SimulatedTablet::push() {
  if (waiting_.empty()) {
    return absl::OkStatus();
  }
  const auto context = call();
  const auto stream = sync_->Push(context.get());
  while (!waiting_.empty()) {
    v1::PushRequest request;
    std::size_t bytes = 0;
    for (const std::string& change : waiting_) {
      bytes += change.size();
      if (request.changes_size() == static_cast<int>(kBatchChanges) || bytes > kBatchBytes) {
        break;
      }
      request.add_changes(change);
    }
    v1::PushReply reply;
    if (!stream->Write(request) || !stream->Read(&reply)) {
      break;
    }
    DOORSTEP_TRY(take(reply));
  }
  stream->WritesDone();
  DOORSTEP_TRY(statusOf(stream->Finish()));
  return waiting_.empty() ? absl::OkStatus() : absl::UnavailableError("the service stopped answering");
}

absl::Status SimulatedTablet::take(const v1::PushReply& reply) {
  for (const v1::Receipt& receipt : reply.receipts()) {
    if (receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
      const bool has_reason = receipt.problems_size() > 0;
      return absl::FailedPreconditionError(absl::StrCat(
          staff_number_,
          ": a change was put into quarantine: ", has_reason ? v1::ProblemCode_Name(receipt.problems(0).code()) : "",
          " ", has_reason ? receipt.problems(0).field() : ""));
    }
    acknowledged_ = receipt.sequence();
    acknowledged_head_ = replication::sha256(waiting_.front());
    waiting_.pop_front();
  }
  return absl::OkStatus();
}

absl::Status SimulatedTablet::pull() {
  v1::PullRequest request;
  request.set_replica_id(replica_id_);
  *request.mutable_cursor() = cursor_;
  if (scope_changed_) {
    request.set_names_held(true);
    for (const std::string& household : households_) {
      request.add_held_household_ids(household);
    }
  }
  const auto context = call();
  const auto stream = sync_->Pull(context.get(), request);
  v1::PullReply reply;
  while (stream->Read(&reply)) {
    DOORSTEP_TRY(wire::unpack(reply));
    take(reply);
  }
  return statusOf(stream->Finish());
}

void SimulatedTablet::take(const v1::PullReply& reply) {
  for (const v1::FeedEntry& entry : reply.entries()) {
    // What left a household came to another one or is no longer asked for.
    if (entry.removed() || !isAskedFor(entry.kind())) {
      continue;
    }
    Held& held = held_[entry.record_id()];
    if (held.record.ParseFromString(entry.record())) {
      held.revision = entry.revision();
      id_by_key_.try_emplace(keyOf(held.record), entry.record_id());
    }
  }
  for (const std::string& household : reply.removed_household_ids()) {
    households_.erase(household);
  }
  households_.insert(reply.complete_household_ids().begin(), reply.complete_household_ids().end());
  if (reply.has_cursor()) {
    cursor_ = reply.cursor();
  }
}

const v1::Record* SimulatedTablet::find(const std::string& key) const {
  const auto id = id_by_key_.find(key);
  const auto held = id == id_by_key_.end() ? held_.end() : held_.find(id->second);
  return held == held_.end() ? nullptr : &held->second.record;
}

const v1::Elder* SimulatedTablet::elder(const std::string& file_number) const {
  const v1::Record* record = find("elder " + file_number);
  return record == nullptr ? nullptr : &record->elder();
}

const v1::Household* SimulatedTablet::household(const std::string& household_number) const {
  const v1::Record* record = find("household " + household_number);
  return record == nullptr ? nullptr : &record->household();
}

const v1::Worker* SimulatedTablet::worker(const std::string& staff_number) const {
  const v1::Record* record = find("worker " + staff_number);
  return record == nullptr ? nullptr : &record->worker();
}

const v1::Programme* SimulatedTablet::programme(const std::string& code) const {
  const v1::Record* record = find("programme " + code);
  return record == nullptr ? nullptr : &record->programme();
}

const v1::Area* SimulatedTablet::area(const std::string& code) const {
  const v1::Record* record = find("area " + code);
  return record == nullptr ? nullptr : &record->area();
}

const v1::Contact* SimulatedTablet::contactOf(const std::string& elder_id) const {
  const v1::Record* record = find("contact of " + elder_id);
  return record == nullptr ? nullptr : &record->contact();
}

}  // namespace doorstep::ctl::demo
