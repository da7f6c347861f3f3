#include "tests/bench/service_bench.h"

#include <filesystem>
#include <fstream>
#include <future>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "sync/care/calendar.h"
#include "sync/ctl/operator_commands.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "tests/bench/made_up.h"
#include "tests/scenario/import_all.h"
#include "tests/scenario/must.h"
#include "tests/support/on_executor.h"

namespace doorstep::bench {
namespace {

using tests::must;
using tests::onExecutor;

// Nobody makes so many, but 5,000 a device must lie within the 180 days that a tablet may be away.
constexpr int kVisitsADay = 48;
const absl::Duration kApart = absl::Minutes(12);
constexpr char kDistrict[] = "220211";

}  // namespace

BenchService::BenchService(const std::string& folder, std::size_t tablets, std::size_t elders_each)
    : folder_(folder),
      tablets_(tablets),
      elders_each_(elders_each),
      clock_(machine_, now()),
      program_(folder + "/service"),
      doors_(tablets) {
  std::filesystem::create_directories(folder + "/service");
  program_.start(clock_.now());
  operators_ = std::make_unique<ctl::Connection>(
      must(ctl::Connection::open({program_.syncAddress(), program_.operatorCredentials(), absl::Minutes(10)}),
           "the operator's way in"));
  import(placeRows(tablets), "the areas");
  ctl::RulesOptions rules;
  rules.district = kDistrict;
  rules.go_live_on = care::toDate(absl::CivilDay(2024, 9, 1));
  must(ctl::setRules(*operators_, rules), "the rules");
  import(workerRows(tablets), "the workers");
  import(elderRows(tablets, elders_each), "the roster");
  import(assignmentRows(tablets, elders_each), "the assignments");
  learnTheDoors();
}

void BenchService::import(std::vector<v1::ImportRow> rows, const char* what) {
  Report::say("importing " + std::string(what) + ": " + std::to_string(rows.size()) + " rows");
  tests::importAll(*operators_, std::move(rows), what);
}

std::string BenchService::codeFor(const std::string& staff_number) {
  return must(ctl::issueCode(*operators_, staff_number, absl::Hours(24)), "a code").code();
}

sqlite::Key BenchService::ledgerKey() const {
  std::ifstream file(folder_ + "/service/ledger.key", std::ios::binary);
  std::array<std::uint8_t, sqlite::Key::kSize> bytes{};
  file.read(reinterpret_cast<char*>(bytes.data()), bytes.size());
  must(file.gcount() == sqlite::Key::kSize ? absl::OkStatus() : absl::NotFoundError("ledger.key"), "the ledger's key");
  return sqlite::Key(bytes);
}

std::string BenchService::folder(const std::string& name) const {
  std::filesystem::create_directories(folder_ + "/" + name);
  return folder_ + "/" + name;
}

std::unique_ptr<tests::FieldTablet> BenchService::tablet(const std::string& staff_number, const std::string& name,
                                                         int port) {
  auto tablet = std::make_unique<tests::FieldTablet>(
      folder(name), clock_, tests::FieldTablet::Service{program_.enrolmentAddress(), port}, codeFor(staff_number));
  tablet->listenNoMore();
  return tablet;
}

// File number e<n> stands with worker n / elders_each; the district's desk holds them all.
void BenchService::learnTheDoors() {
  const auto desk = tablet("desk", "desk", program_.syncPort());
  must(desk->sync().trouble == client::Trouble::kNone ? absl::OkStatus() : absl::UnavailableError("no sync"),
       "the desk");
  for (const tests::HeldRecord& held : desk->records(v1::RECORD_KIND_ELDER)) {
    const v1::Elder& elder = held.record.elder();
    std::size_t number = 0;
    if (absl::SimpleAtoi(elder.file_number().substr(1), &number)) {
      doors_[number / elders_each_].push_back({held.household, elder.id()});
    }
  }
}

struct PushingTablets::Device {
  std::string replica_id;
  std::string worker_id;
  std::unique_ptr<client::GrpcRemote> remote;
  std::vector<std::string> changes;
  std::size_t sent = 0;
  std::uint64_t sequence = 0;
  std::string head = replication::chainStart();
};

PushingTablets::PushingTablets(BenchService& service, outside::Executor& executor)
    : service_(service), executor_(executor) {
  Report::say("enrolling " + std::to_string(service.tablets()) + " devices");
  for (std::size_t i = 0; i < service.tablets(); ++i) {
    devices_.push_back(std::make_unique<Device>());
    devices_.back()->replica_id = random_.bytes(16);
    enrol(*devices_.back(), service.codeFor(workerNumber(i)), service.program().enrolmentAddress());
  }
}

PushingTablets::~PushingTablets() {
  onExecutor(executor_, [this] {
    for (const auto& device : devices_) {
      device->remote.reset();
    }
  });
}

void PushingTablets::enrol(Device& device, const std::string& code, const std::string& address) {
  tests::Answer<absl::StatusOr<client::EnrolmentResult>> answer;
  std::unique_ptr<client::EnrolmentClient> client;
  onExecutor(executor_, [&] {
    client = std::make_unique<client::EnrolmentClient>(executor_);
    client->enrol({address, code, "tablet", device.replica_id},
                  [&](absl::StatusOr<client::EnrolmentResult> result) { answer.give(std::move(result)); });
  });
  const client::EnrolmentResult enrolled = must(answer.wait(), "enrolment");
  onExecutor(executor_, [&] {
    client.reset();
    device.remote = must(client::GrpcRemote::make(service_.program().syncAddress(), enrolled.identity, executor_),
                         "the way to the service");
  });
  device.worker_id = enrolled.worker_id;
}

std::size_t PushingTablets::prepare(std::size_t each, absl::Time last_ended) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < devices_.size(); ++i) {
    Device& device = *devices_[i];
    const std::vector<Door>& doors = service_.doorsOf(i);
    device.changes.clear();
    device.sent = 0;
    for (std::size_t n = 0; n < each; ++n) {
      const auto back = static_cast<int>(each - 1 - n);
      const absl::Time ended = last_ended - absl::Hours(24) * (back / kVisitsADay) - kApart * (back % kVisitsADay);
      const std::uint64_t at = static_cast<std::uint64_t>(absl::ToUnixMillis(ended)) << 16;
      v1::Change change;
      change.set_id(identifier(at + (++serial_ & 0xFFFF)).replace(8, 4, random_.bytes(4)));
      const Door& door = doors[n % doors.size()];
      *change.mutable_create()->mutable_visit() =
          visit({identifier(at + (serial_ & 0xFFFF)).replace(8, 4, random_.bytes(4)), door.household_id, door.elder_id,
                 device.worker_id, ended, static_cast<std::size_t>(serial_)});
      change.set_replica_id(device.replica_id);
      change.set_sequence(++device.sequence);
      change.set_predecessor(device.head);
      change.set_worker_id(device.worker_id);
      *change.mutable_stamp()->mutable_wall_at() = care::toTimestamp(ended);
      change.mutable_stamp()->set_offset_known(true);
      change.mutable_stamp()->set_boot_id(std::string(16, 'b'));
      device.changes.push_back(replication::encode(change));
      device.head = replication::sha256(device.changes.back());
      bytes += device.changes.back().size();
    }
  }
  return bytes;
}

double PushingTablets::push(std::size_t at_once) {
  tests::Answer<bool> finished;
  const Stopwatch watch;
  onExecutor(executor_, [&] {
    next_ = 0;
    done_ = [&finished] { finished.give(true); };
    for (std::size_t i = 0; i < at_once; ++i) {
      pushNext();
    }
  });
  finished.wait();
  return watch.seconds();
}

void PushingTablets::pushNext() {
  if (next_ < devices_.size()) {
    ++running_;
    pushBatch(*devices_[next_++]);
  } else if (running_ == 0 && done_) {
    std::exchange(done_, nullptr)();
  }
}

void PushingTablets::pushBatch(Device& device) {
  v1::PushRequest request;
  for (; device.sent < device.changes.size() && request.changes_size() < static_cast<int>(kBatch); ++device.sent) {
    request.add_changes(device.changes[device.sent]);
  }
  device.remote->push(request, [this, &device](absl::StatusOr<v1::PushReply> reply) {
    must(reply.status(), "push");
    for (const v1::Receipt& receipt : reply->receipts()) {
      must(receipt.outcome() == v1::RECEIPT_OUTCOME_APPLIED ? absl::OkStatus()
                                                            : absl::InvalidArgumentError(receipt.DebugString()),
           "a visit that was not taken");
    }
    if (device.sent < device.changes.size()) {
      pushBatch(device);
      return;
    }
    device.remote->cancel();
    --running_;
    pushNext();
  });
}

}  // namespace doorstep::bench
