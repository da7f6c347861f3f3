// One evening of the sample district: two tablets are done, one still holds something, one was silent.

#include "sync/care/calendar.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {
namespace {

v1::DeviceDay* addDevice(v1::EndOfDay& evening, int number, const char* device, const char* worker) {
  v1::DeviceDay* day = evening.add_devices();
  day->set_replica_id(sampleId(number));
  day->set_device_name(device);
  day->set_worker_name(worker);
  day->set_staff_number("V0" + std::to_string(number));
  *day->mutable_enrolled_at() = care::toTimestamp(sampleNow() - absl::Hours(24 * 60));
  return day;
}

void synced(v1::DeviceDay* day, absl::Duration ago, std::uint64_t received, std::uint64_t quarantined,
            std::uint64_t visits) {
  *day->mutable_last_hello_at() = care::toTimestamp(sampleNow() + absl::Hours(8) - ago);
  day->set_received(received);
  day->set_quarantined(quarantined);
  day->set_applied(received - quarantined);
  day->set_visits_received(visits);
  day->set_last_sequence(received + 210);
}

void addParked(v1::EndOfDay& evening) {
  v1::ParkedChange* parked = evening.add_parked();
  parked->set_change_id(sampleId(691));
  parked->set_replica_id(sampleId(682));
  parked->set_sequence(231);
  parked->set_kind(v1::RECORD_KIND_VISIT);
  parked->set_device_name("平板 02");
  parked->set_worker_name("高志远");
  *parked->mutable_received_at() = care::toTimestamp(sampleNow() + absl::Hours(7));
  v1::Problem* problem = parked->add_problems();
  problem->set_code(v1::PROBLEM_CODE_OUT_OF_SCOPE);
  problem->set_field("household_id");
}

void addSums(v1::EndOfDay& evening, bool reconciled) {
  evening.set_received(148);
  evening.set_applied(reconciled ? 148 : 147);
  evening.set_quarantined(reconciled ? 0 : 1);
  evening.set_visits_received(61);
  evening.set_visits_standing(reconciled ? 61 : 60);
  evening.set_visits_quarantined(reconciled ? 0 : 1);
  evening.set_devices_holding(reconciled ? 0 : 1);
  evening.set_devices_silent(1);
  evening.set_reconciles(reconciled);
  evening.set_conflicts_open(2);
  evening.set_ladders_running(1);
  evening.set_risks_open_red(1);
  evening.set_risks_open_orange(4);
  evening.set_risks_open_yellow(32);
  evening.set_risks_overdue(3);
}

}  // namespace

v1::EndOfDay sampleEvening(bool reconciled) {
  v1::EndOfDay evening;
  *evening.mutable_on() = care::toDate(kSampleDay);
  *evening.mutable_made_at() = care::toTimestamp(sampleNow() + absl::Hours(8));
  evening.mutable_at()->set_sequence(48213);
  evening.set_district_code("220211");
  evening.set_district_name("丰满区");
  v1::DeviceDay* holding = addDevice(evening, 681, "平板 01", "宋文涛");
  synced(holding, absl::Hours(7), 31, 0, 12);
  holding->set_waiting(reconciled ? 0 : 5);
  synced(addDevice(evening, 682, "平板 02", "高志远"), absl::Minutes(18), 66, reconciled ? 0 : 1, 28);
  synced(addDevice(evening, 683, "社工站台式机", "金贞淑"), absl::Minutes(6), 51, 0, 21);
  addDevice(evening, 684, "平板 07", "佟雅茹");
  if (!reconciled)
    addParked(evening);
  addSums(evening, reconciled);
  *evening.mutable_coverage() = sampleCoverage({}, absl::CivilMonth(kSampleDay)).area.row;
  *evening.mutable_coverage()->mutable_month() = care::toMonth(absl::CivilMonth(kSampleDay));
  for (const store::TargetRow& row : sampleTargets()) {
    v1::TargetProgress* progress = evening.add_targets();
    *progress->mutable_target() = row.target;
    progress->set_area_name(row.area_name);
    progress->set_verified(row.verified);
    progress->set_elapsed_per_mille(row.elapsed_per_mille);
  }
  return evening;
}

}  // namespace doorstep::tests
