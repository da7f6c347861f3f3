#include "sync/ctl/demo/scenario/fengman_desk.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl::demo {

namespace {

absl::StatusOr<v1::Record> heldElder(const SimulatedTablet& tablet, const std::string& file_number) {
  const v1::Elder* elder = tablet.elder(file_number);
  if (elder == nullptr) {
    return absl::NotFoundError(absl::StrCat(tablet.staffNumber(), ": not held: ", file_number));
  }
  v1::Record record;
  *record.mutable_elder() = *elder;
  return record;
}

// A new visit in the place of the recorded one, by somebody who says why so late.
v1::Visit correctionOf(SimulatedTablet& supervisor, const v1::Visit& recorded, absl::Time at,
                       const std::string& reason) {
  v1::Visit visit = recorded;
  visit.set_id(supervisor.newId(at));
  visit.set_corrects_id(recorded.id());
  visit.set_recorded_by(supervisor.workerId());
  visit.set_source(v1::VISIT_SOURCE_DESK);
  visit.set_late_reason(reason);
  return visit;
}

void create(SimulatedTablet& tablet, v1::Visit visit, absl::Time at) {
  v1::Record record;
  *record.mutable_visit() = std::move(visit);
  tablet.create(std::move(record), at);
}

}  // namespace

absl::Status writeStatus(SimulatedTablet& desk, const StatusChange& change, absl::Time at) {
  DOORSTEP_ASSIGN(v1::Record record, heldElder(desk, change.file_number));
  v1::StatusSpan& span = *record.mutable_elder()->add_statuses();
  span.set_status(change.status);
  *span.mutable_from_on() = care::toDate(change.from);
  if (change.planned_until.has_value()) {
    *span.mutable_planned_until_on() = care::toDate(*change.planned_until);
  }
  if (change.confirmed) {
    span.set_confirmed_by(desk.workerId());
  }
  return desk.edit(record, at);
}

absl::Status writeMove(SimulatedTablet& desk, const Move& move, absl::Time at) {
  const v1::Area* grid = desk.area(move.grid_code);
  const v1::Worker* visitor = desk.worker(move.visitor);
  if (grid == nullptr || visitor == nullptr) {
    return absl::NotFoundError(absl::StrCat(desk.staffNumber(), ": not held: ", move.grid_code, " ", move.visitor));
  }
  DOORSTEP_ASSIGN(v1::Record elder, heldElder(desk, move.file_number));
  v1::Record door;
  v1::Household& household = *door.mutable_household();
  household.set_id(desk.newId(at));
  household.set_area_id(grid->id());
  household.set_building("1号楼");
  household.set_unit("1单元");
  household.set_dwelling("101");
  household.set_household_number(move.household_number);
  const std::string household_id = household.id();
  desk.create(std::move(door), at);
  v1::ResidenceSpan& span = *elder.mutable_elder()->add_residences();
  span.set_household_id(household_id);
  *span.mutable_from_on() = care::toDate(move.on);
  DOORSTEP_TRY(desk.edit(elder, at));
  v1::Record record;
  v1::Assignment& assignment = *record.mutable_assignment();
  assignment.set_id(desk.newId(at));
  assignment.set_worker_id(visitor->id());
  assignment.set_household_id(household_id);
  *assignment.mutable_from_on() = care::toDate(move.on);
  desk.create(std::move(record), at);
  return absl::OkStatus();
}

absl::Status writeMerge(SimulatedTablet& desk, const Duplicate& duplicate, absl::Time at) {
  DOORSTEP_ASSIGN(v1::Record record, heldElder(desk, duplicate.file_number));
  DOORSTEP_ASSIGN(const v1::Record kept, heldElder(desk, duplicate.merged_into));
  record.mutable_elder()->set_merged_into(kept.elder().id());
  return desk.edit(record, at);
}

void writeVoid(SimulatedTablet& supervisor, const v1::Visit& recorded, absl::Time at) {
  v1::Visit visit = correctionOf(supervisor, recorded, at, "走错了门，记在了别人名下");
  visit.set_voided(true);
  create(supervisor, std::move(visit), at);
}

void writeSeen(SimulatedTablet& supervisor, const v1::Visit& recorded, absl::Time at) {
  v1::Visit visit = correctionOf(supervisor, recorded, at, "离开时老人开了门，当时忘了改");
  for (v1::VisitContact& contact : *visit.mutable_contacts()) {
    contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  }
  create(supervisor, std::move(visit), at);
}

absl::Status writePaper(SimulatedTablet& supervisor, const PaperVisit& paper, absl::Time at) {
  const v1::Worker* visitor = supervisor.worker(paper.visit.time.staff_number);
  if (visitor == nullptr) {
    return absl::NotFoundError(absl::StrCat(supervisor.staffNumber(), ": not held: ", paper.visit.time.staff_number));
  }
  DOORSTEP_ASSIGN(v1::Visit visit, visitRecord(supervisor, paper.visit));
  visit.set_worker_ids(0, visitor->id());
  visit.set_source(v1::VISIT_SOURCE_PAPER);
  visit.set_late_reason("纸质表格月底后才交到");
  create(supervisor, std::move(visit), at);
  return absl::OkStatus();
}

}  // namespace doorstep::ctl::demo
