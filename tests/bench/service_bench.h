#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sync/client/grpc/enrolment_client.h"
#include "sync/client/grpc/grpc_remote.h"
#include "sync/ctl/connection.h"
#include "sync/outside/executor.h"
#include "sync/outside/identifier.h"
#include "sync/outside/random.h"
#include "tests/bench/bench.h"
#include "tests/scenario/field_tablet.h"
#include "tests/scenario/service_program.h"

namespace doorstep::bench {

inline constexpr std::size_t kBatch = 500;  // changes in a push, visits in a transaction

struct Door {
  std::string household_id;
  std::string elder_id;
};

// doorstepd as a process of its own with a district of `tablets` visitors with `elders_each` doors.
class BenchService {
 public:
  BenchService(const std::string& folder, std::size_t tablets, std::size_t elders_each);

  std::size_t tablets() const { return tablets_; }
  std::string codeFor(const std::string& staff_number);
  ctl::Connection& operators() { return *operators_; }
  tests::ServiceProgram& program() { return program_; }
  std::string ledgerPath() const { return folder_ + "/service/ledger.db"; }
  sqlite::Key ledgerKey() const;
  const outside::Clock& clock() const { return clock_; }
  std::string folder(const std::string& name) const;  // made when there is none
  // A tablet with a store, behind any port.
  std::unique_ptr<tests::FieldTablet> tablet(const std::string& staff_number, const std::string& name, int port);
  const std::vector<Door>& doorsOf(std::size_t tablet) const { return doors_[tablet]; }

 private:
  void import(std::vector<v1::ImportRow> rows, const char* what);
  void learnTheDoors();

  std::string folder_;
  std::size_t tablets_;
  std::size_t elders_each_;
  outside::SystemClock machine_;
  outside::AdjustedClock clock_;
  tests::ServiceProgram program_;
  std::unique_ptr<ctl::Connection> operators_;
  std::vector<std::vector<Door>> doors_;
};

// Many devices that have visits to push and nothing else; their changes are encoded beforehand.
class PushingTablets {
 public:
  PushingTablets(BenchService& service, outside::Executor& executor);
  ~PushingTablets();

  // `each` visits a device, 48 a day, the last one ended then; gives their encoded size.
  std::size_t prepare(std::size_t each, absl::Time last_ended);
  // Pushes all in batches of 500, `at_once` devices beside each other. Gives the seconds.
  double push(std::size_t at_once);

 private:
  struct Device;
  void enrol(Device& device, const std::string& code, const std::string& address);
  void pushNext();
  void pushBatch(Device& device);

  BenchService& service_;
  outside::Executor& executor_;
  outside::SystemRandom random_;
  std::vector<std::unique_ptr<Device>> devices_;
  std::size_t next_ = 0;
  std::size_t running_ = 0;
  std::uint64_t serial_ = 0;
  std::function<void()> done_;
};

}  // namespace doorstep::bench
