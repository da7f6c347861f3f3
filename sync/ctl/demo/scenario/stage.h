#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/coverage.pb.h"
#include "sync/ctl/console.h"
#include "sync/ctl/demo/service_process.h"
#include "sync/ctl/demo/tablet/simulated_tablet.h"

namespace doorstep::ctl::demo {

// Where a scenario plays: a doorstepd of its own on loopback in a fresh folder, whose clock stands on
// the scenario's days, what is imported by the operator, and the tablets. One thread.
class Stage {
 public:
  // `tell` hears of progress; results are the scenario's. kFolderNotEmpty, kFileUnwritable.
  static absl::StatusOr<std::unique_ptr<Stage>> open(const Console& console, std::string folder, std::ostream& tell);

  void say(std::string_view zh, std::string_view en) const;
  const Console& console() const { return console_; }
  const std::string& folder() const { return folder_; }

  // The service goes on at this hour of this day: stopped and started again, since its clock only runs forward
  // with the real one. FAILED_PRECONDITION (kInterrupted) when the person wants to stop.
  absl::Status moveTo(absl::CivilDay day, int hour);
  absl::Time now() const { return now_; }

  Connection& connection() { return *connection_; }
  // All rows or none: a refused one is a failure that names its line and column.
  absl::Status import(const std::vector<v1::ImportRow>& rows);

  // Enrols a tablet for the worker and synchronises it once. The stage keeps it.
  absl::StatusOr<SimulatedTablet*> tablet(const std::string& staff_number);
  // What waits on every tablet but those left out goes to the service, in order of staff numbers.
  absl::Status syncAll(const std::vector<std::string>& left_out = {});
  // Every enrolled tablet, by staff number.
  const std::map<std::string, std::unique_ptr<SimulatedTablet>>& tablets() const { return tablets_; }

 private:
  Stage(const Console& console, std::string folder, std::ostream& tell)
      : console_(console), folder_(std::move(folder)), tell_(tell), service_(folder_ + "/service") {}

  const Console& console_;
  std::string folder_;
  std::ostream& tell_;
  ServiceProcess service_;
  std::optional<Connection> connection_;
  outside::SerialExecutor executor_;
  std::map<std::string, std::unique_ptr<SimulatedTablet>> tablets_;
  absl::Time now_;
};

// Beijing time.
absl::Time timeOf(absl::CivilDay day, int minute_of_day);

template <typename Rows, typename Fill>
void addRows(std::vector<v1::ImportRow>& into, const Rows& rows, Fill fill) {
  for (const auto& row : rows) {
    v1::ImportRow& made = into.emplace_back();
    made.set_line(static_cast<std::uint32_t>(into.size()));
    fill(made, row);
  }
}

}  // namespace doorstep::ctl::demo
