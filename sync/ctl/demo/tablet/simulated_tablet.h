#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/client/grpc/enrolment_client.h"
#include "sync/ctl/demo/tablet/set_clock.h"
#include "sync/outside/executor.h"
#include "sync/outside/identifier.h"
#include "sync/outside/random.h"

namespace doorstep::ctl::demo {

// A tablet without a screen: enrolled with a one-time code, with a certificate, a chain of changes
// and a cursor of its own, it says hello, pushes and pulls as every tablet does. It keeps what it was
// sent in memory, and of that only what a scenario asks for. One thread.
class SimulatedTablet {
 public:
  struct Wish {
    std::string enrolment;  // host:port
    std::string code;
    std::string staff_number;
    absl::Time at;
  };
  // `random` makes its ids: of a seeded one they are the same everywhere.
  static absl::StatusOr<std::unique_ptr<SimulatedTablet>> enrol(const Wish& wish,
                                                                std::unique_ptr<outside::Random> random,
                                                                outside::Executor& executor);

  const std::string& staffNumber() const { return staff_number_; }
  const std::string& workerId() const { return enrolled_.worker_id; }

  // A new id of a record made at that time.
  std::string newId(absl::Time at);
  // What its worker does waits here until sync().
  void create(v1::Record record, absl::Time at);
  // Records what differs between the held state and `after`; NOT_FOUND when nothing is held under its id.
  absl::Status edit(const v1::Record& after, absl::Time at);
  std::size_t waiting() const { return waiting_.size(); }

  // One exchange: hello, push, pull. FAILED_PRECONDITION names the first problem when a change was put
  // into quarantine, ABORTED when the service does not know this tablet as it is.
  absl::Status sync(absl::Time at);

  // The pull alone: so the service does not yet know when this tablet's changes can have been made at the latest, and
  // days that lie behind can still be recorded as on those days.
  absl::Status fetch();

  // What it holds, by the keys of files; null when it holds none such. A quoted state is gone after sync().
  const v1::Elder* elder(const std::string& file_number) const;
  const v1::Household* household(const std::string& household_number) const;
  const v1::Worker* worker(const std::string& staff_number) const;
  const v1::Programme* programme(const std::string& code) const;
  const v1::Area* area(const std::string& code) const;
  const v1::Contact* contactOf(const std::string& elder_id) const;  // the first one

 private:
  struct Held {
    v1::Record record;
    v1::Revision revision;
  };

  SimulatedTablet(std::string staff_number, std::unique_ptr<outside::Random> random);
  absl::Status open();
  v1::Change changeAt(absl::Time at);
  void seal(const v1::Change& change);
  absl::Status exchange(absl::Time at);
  absl::Status hello(absl::Time at);
  absl::Status push();
  absl::Status pull();
  absl::Status take(const v1::PushReply& reply);
  void take(const v1::PullReply& reply);
  const v1::Record* find(const std::string& key) const;

  std::string staff_number_;
  SetClock clock_;
  std::unique_ptr<outside::Random> random_;
  outside::IdentifierSource identifiers_;
  std::string replica_id_;
  client::EnrolmentResult enrolled_;
  std::unique_ptr<v1::Sync::Stub> sync_;

  std::deque<std::string> waiting_;  // encoded changes without a receipt, in order
  std::uint64_t sequence_ = 0;       // of the last change made
  std::uint64_t acknowledged_ = 0;
  std::string head_;               // hash of the last change made
  std::string acknowledged_head_;  // hash of the last acknowledged one
  v1::Revision cursor_;
  bool scope_changed_ = true;
  std::set<std::string> households_;              // held whole
  std::map<std::string, Held> held_;              // by record id
  std::map<std::string, std::string> id_by_key_;  // "elder FM00001" and the like
};

}  // namespace doorstep::ctl::demo
