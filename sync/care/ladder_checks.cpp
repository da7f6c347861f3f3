#include "sync/care/record_checks.h"

namespace doorstep::care {
namespace {

template <typename Signs>
void checkWarningSigns(const Signs& signs, FieldCheck& check) {
  for (int index = 0; index < signs.size(); ++index) {
    check.require(signs[index] != v1::WARNING_SIGN_UNSPECIFIED, path("warning_signs", index));
  }
}

}  // namespace

void checkRecord(const v1::Ladder& ladder, FieldCheck& check) {
  check.identifier(ladder.id(), "id");
  check.identifier(ladder.household_id(), "household_id");
  check.identifier(ladder.elder_id(), "elder_id");
  check.identifier(ladder.visit_id(), "visit_id");
  check.identifier(ladder.started_by(), "started_by");
  check.happenedAt(ladder.has_started_at(), ladder.started_at(), "started_at");
  check.require(ladder.tier() != v1::TIER_UNSPECIFIED, "tier");
  checkWarningSigns(ladder.warning_signs(), check);
}

void checkRecord(const v1::LadderEvent& event, FieldCheck& check) {
  check.identifier(event.id(), "id");
  check.identifier(event.ladder_id(), "ladder_id");
  check.identifier(event.household_id(), "household_id");
  check.require(event.step() != v1::LADDER_STEP_UNSPECIFIED, "step");
  check.require(event.result() != v1::LADDER_RESULT_UNSPECIFIED, "result");
  const bool accounted_for = event.result() == v1::LADDER_RESULT_ACCOUNTED_FOR;
  const bool has_source = event.accounted_by() != v1::ACCOUNTED_BY_UNSPECIFIED;
  if (accounted_for && !has_source) {
    check.report(v1::PROBLEM_CODE_SOURCE_MISSING, "accounted_by");
  } else if (!accounted_for && has_source) {
    check.report(v1::PROBLEM_CODE_MALFORMED, "accounted_by");
  }
  check.identifier(event.by(), "by");
  check.happenedAt(event.has_at(), event.at(), "at");
  check.note(event.note(), "note");
  check.optionalIdentifier(event.visit_id(), "visit_id");
  checkWarningSigns(event.warning_signs(), check);
}

}  // namespace doorstep::care
