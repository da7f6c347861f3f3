#include "sync/care/validation.h"

#include "sync/care/identity_number.h"
#include "sync/care/record_checks.h"

namespace doorstep::care {

std::vector<v1::Problem> validate(const v1::Record& record, absl::Time now) {
  FieldCheck check(now);
  switch (record.body_case()) {
    case v1::Record::kArea:
      checkRecord(record.area(), check);
      break;
    case v1::Record::kOrganisation:
      checkRecord(record.organisation(), check);
      break;
    case v1::Record::kProgramme:
      checkRecord(record.programme(), check);
      break;
    case v1::Record::kWorker:
      checkRecord(record.worker(), check);
      break;
    case v1::Record::kHousehold:
      checkRecord(record.household(), check);
      break;
    case v1::Record::kElder:
      checkRecord(record.elder(), check);
      break;
    case v1::Record::kElderIdentity:
      checkRecord(record.elder_identity(), check);
      break;
    case v1::Record::kContact:
      checkRecord(record.contact(), check);
      break;
    case v1::Record::kAssignment:
      checkRecord(record.assignment(), check);
      break;
    case v1::Record::kVisit:
      checkRecord(record.visit(), check);
      break;
    case v1::Record::kServiceEntry:
      checkRecord(record.service_entry(), check);
      break;
    case v1::Record::kServiceEntryEvent:
      checkRecord(record.service_entry_event(), check);
      break;
    case v1::Record::kRiskFlag:
      checkRecord(record.risk_flag(), false, check);
      break;
    case v1::Record::kRiskEvent:
      checkRecord(record.risk_event(), check);
      break;
    case v1::Record::kRestrictedRiskFlag:
      checkRecord(record.restricted_risk_flag(), true, check);
      break;
    case v1::Record::kRestrictedRiskEvent:
      checkRecord(record.restricted_risk_event(), check);
      break;
    case v1::Record::kChecklistTemplate:
      checkRecord(record.checklist_template(), check);
      break;
    case v1::Record::kDistrictRules:
      checkRecord(record.district_rules(), check);
      break;
    case v1::Record::kLadder:
      checkRecord(record.ladder(), check);
      break;
    case v1::Record::kLadderEvent:
      checkRecord(record.ladder_event(), check);
      break;
    case v1::Record::kDutyRoster:
      checkRecord(record.duty_roster(), check);
      break;
    case v1::Record::kFacility:
      checkRecord(record.facility(), check);
      break;
    case v1::Record::kTarget:
      checkRecord(record.target(), check);
      break;
    case v1::Record::kAuditEvent:
      check.identifier(record.audit_event().id(), "id");
      break;
    case v1::Record::kAttachment:
      checkRecord(record.attachment(), check);
      break;
    case v1::Record::kLikelyDuplicate:
      check.identifier(record.likely_duplicate().id(), "id");
      break;
    case v1::Record::kConflict:
      check.identifier(record.conflict().id(), "id");
      break;
    case v1::Record::kCoverageRow:
      check.identifier(record.coverage_row().area_id(), "area_id");
      break;
    case v1::Record::BODY_NOT_SET:
      check.report(v1::PROBLEM_CODE_UNKNOWN_KIND, "");
      break;
  }
  return std::move(check).problems();
}

bool isIdentityNumber(std::string_view number) {
  return hasIdentityNumberForm(number) && hasRightCheckDigit(number);
}

}  // namespace doorstep::care
