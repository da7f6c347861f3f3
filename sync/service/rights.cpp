#include "sync/service/rights.h"

#include <algorithm>
#include <array>

namespace doorstep::service {
namespace {

using enum v1::Role;
using enum v1::RecordKind;

// What a visitor learns at the door. Who is due, counted or in care is for those who answer for it:
// from a visitor such news comes as a proposal on the visit.
constexpr std::string_view kElderAtTheDoor[] = {"language", "hearing", "how_to_approach", "phone", "safety_note"};
constexpr std::string_view kHouseholdAtTheDoor[] = {"building", "unit", "dwelling", "address", "door_note"};
// How somebody is reached; what a person is responsible for comes from the district.
constexpr std::string_view kWorkerReach[] = {"phone"};
// What a district decides itself; which district it is and in which zone stays as it was set up.
constexpr std::string_view kLocalSwitches[] = {"go_live_on", "rule_sets", "extra_holidays", "extra_working_days"};

constexpr Right kRights[] = {
    // Everybody's device holds the district's directory.
    {ROLE_VISITOR, RECORD_KIND_AREA, Verb::kRead, Scope::kDistrict},
    {ROLE_VISITOR, RECORD_KIND_ORGANISATION, Verb::kRead, Scope::kDistrict},
    {ROLE_VISITOR, RECORD_KIND_PROGRAMME, Verb::kRead, Scope::kDistrict},
    {ROLE_VISITOR, RECORD_KIND_WORKER, Verb::kRead, Scope::kDistrict},
    {ROLE_VISITOR, RECORD_KIND_CHECKLIST_TEMPLATE, Verb::kRead, Scope::kDistrict},
    {ROLE_VISITOR, RECORD_KIND_DISTRICT_RULES, Verb::kRead, Scope::kDistrict},
    {ROLE_VISITOR, RECORD_KIND_DUTY_ROSTER, Verb::kRead, Scope::kDistrict},
    {ROLE_VISITOR, RECORD_KIND_FACILITY, Verb::kRead, Scope::kDistrict},
    {ROLE_SUPERVISOR, RECORD_KIND_AREA, Verb::kRead, Scope::kDistrict},
    {ROLE_SUPERVISOR, RECORD_KIND_ORGANISATION, Verb::kRead, Scope::kDistrict},
    {ROLE_SUPERVISOR, RECORD_KIND_PROGRAMME, Verb::kRead, Scope::kDistrict},
    {ROLE_SUPERVISOR, RECORD_KIND_WORKER, Verb::kRead, Scope::kDistrict},
    {ROLE_SUPERVISOR, RECORD_KIND_CHECKLIST_TEMPLATE, Verb::kRead, Scope::kDistrict},
    {ROLE_SUPERVISOR, RECORD_KIND_DISTRICT_RULES, Verb::kRead, Scope::kDistrict},
    {ROLE_SUPERVISOR, RECORD_KIND_DUTY_ROSTER, Verb::kRead, Scope::kDistrict},
    {ROLE_SUPERVISOR, RECORD_KIND_FACILITY, Verb::kRead, Scope::kDistrict},
    {ROLE_SUPERVISOR, RECORD_KIND_TARGET, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_AREA, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ORGANISATION, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_PROGRAMME, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_WORKER, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_CHECKLIST_TEMPLATE, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_DISTRICT_RULES, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_DUTY_ROSTER, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_FACILITY, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_TARGET, Verb::kRead, Scope::kDistrict},

    // 探访人员: the households they visit; nothing restricted, no ID numbers, no figures of others.
    {ROLE_VISITOR, RECORD_KIND_HOUSEHOLD, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_ELDER, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_CONTACT, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_ASSIGNMENT, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_VISIT, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_SERVICE_ENTRY, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_SERVICE_ENTRY_EVENT, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_RISK_FLAG, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_RISK_EVENT, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_LADDER, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_LADDER_EVENT, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_ATTACHMENT, Verb::kRead, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_HOUSEHOLD, Verb::kEdit, Scope::kAssigned, kHouseholdAtTheDoor},
    {ROLE_VISITOR, RECORD_KIND_ELDER, Verb::kEdit, Scope::kAssigned, kElderAtTheDoor},
    {ROLE_VISITOR, RECORD_KIND_CONTACT, Verb::kCreate, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_CONTACT, Verb::kEdit, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_VISIT, Verb::kCreate, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_SERVICE_ENTRY, Verb::kCreate, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_SERVICE_ENTRY_EVENT, Verb::kCreate, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_RISK_FLAG, Verb::kCreate, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_RISK_EVENT, Verb::kCreate, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_LADDER, Verb::kCreate, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_LADDER_EVENT, Verb::kCreate, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_ATTACHMENT, Verb::kCreate, Scope::kAssigned},
    {ROLE_VISITOR, RECORD_KIND_RESTRICTED_RISK_FLAG, Verb::kCreate, Scope::kAssigned},

    // 督导: the areas they answer for.
    {ROLE_SUPERVISOR, RECORD_KIND_HOUSEHOLD, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_ELDER, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_CONTACT, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_ASSIGNMENT, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_VISIT, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_SERVICE_ENTRY, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_SERVICE_ENTRY_EVENT, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_RISK_FLAG, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_RISK_EVENT, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_LADDER, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_LADDER_EVENT, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_ATTACHMENT, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_RESTRICTED_RISK_FLAG, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_RESTRICTED_RISK_EVENT, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_CONFLICT, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_LIKELY_DUPLICATE, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_CONFLICT, Verb::kSettle, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_LIKELY_DUPLICATE, Verb::kSettle, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_COVERAGE_ROW, Verb::kRead, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_HOUSEHOLD, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_HOUSEHOLD, Verb::kEdit, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_ELDER, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_ELDER, Verb::kEdit, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_CONTACT, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_CONTACT, Verb::kEdit, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_ASSIGNMENT, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_ASSIGNMENT, Verb::kEdit, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_VISIT, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_SERVICE_ENTRY, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_SERVICE_ENTRY_EVENT, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_RISK_FLAG, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_RISK_EVENT, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_LADDER, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_LADDER_EVENT, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_ATTACHMENT, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_RESTRICTED_RISK_FLAG, Verb::kCreate, Scope::kOwnAreas},
    {ROLE_SUPERVISOR, RECORD_KIND_RESTRICTED_RISK_EVENT, Verb::kCreate, Scope::kOwnAreas},

    // 区民政局: the district, ID numbers included; the register is theirs.
    {ROLE_DISTRICT_STAFF, RECORD_KIND_HOUSEHOLD, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ELDER, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ELDER_IDENTITY, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_CONTACT, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ASSIGNMENT, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_VISIT, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_SERVICE_ENTRY, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_SERVICE_ENTRY_EVENT, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_RISK_FLAG, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_RISK_EVENT, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_LADDER, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_LADDER_EVENT, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_RESTRICTED_RISK_FLAG, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_RESTRICTED_RISK_EVENT, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_CONFLICT, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_LIKELY_DUPLICATE, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_CONFLICT, Verb::kSettle, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_LIKELY_DUPLICATE, Verb::kSettle, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ATTACHMENT, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ATTACHMENT, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_COVERAGE_ROW, Verb::kRead, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ORGANISATION, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ORGANISATION, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_PROGRAMME, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_PROGRAMME, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_CHECKLIST_TEMPLATE, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_CHECKLIST_TEMPLATE, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_DUTY_ROSTER, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_DUTY_ROSTER, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_FACILITY, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_FACILITY, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_TARGET, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_TARGET, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_DISTRICT_RULES, Verb::kEdit, Scope::kDistrict, kLocalSwitches},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_WORKER, Verb::kEdit, Scope::kDistrict, kWorkerReach},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_HOUSEHOLD, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_HOUSEHOLD, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ELDER, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ELDER, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ELDER_IDENTITY, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ELDER_IDENTITY, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_CONTACT, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_CONTACT, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ASSIGNMENT, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_ASSIGNMENT, Verb::kEdit, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_VISIT, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_SERVICE_ENTRY, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_SERVICE_ENTRY_EVENT, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_RISK_FLAG, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_RISK_EVENT, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_LADDER, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_LADDER_EVENT, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_RESTRICTED_RISK_FLAG, Verb::kCreate, Scope::kDistrict},
    {ROLE_DISTRICT_STAFF, RECORD_KIND_RESTRICTED_RISK_EVENT, Verb::kCreate, Scope::kDistrict},

    // The operator brings in files and rules and sees no elder: no right to read at all.
    {ROLE_OPERATOR, RECORD_KIND_AREA, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_AREA, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_ORGANISATION, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_ORGANISATION, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_PROGRAMME, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_PROGRAMME, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_WORKER, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_WORKER, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_DISTRICT_RULES, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_DISTRICT_RULES, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_DUTY_ROSTER, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_DUTY_ROSTER, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_FACILITY, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_FACILITY, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_TARGET, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_TARGET, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_HOUSEHOLD, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_HOUSEHOLD, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_ELDER, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_ELDER, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_ELDER_IDENTITY, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_ELDER_IDENTITY, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_CONTACT, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_CONTACT, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_ASSIGNMENT, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_ASSIGNMENT, Verb::kEdit, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_VISIT, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_LADDER, Verb::kCreate, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_LADDER_EVENT, Verb::kCreate, Scope::kDistrict},
    // Told on the telephone what is right.
    {ROLE_OPERATOR, RECORD_KIND_CONFLICT, Verb::kSettle, Scope::kDistrict},
    {ROLE_OPERATOR, RECORD_KIND_LIKELY_DUPLICATE, Verb::kSettle, Scope::kDistrict},
};

}  // namespace

std::span<const Right> rights() {
  return kRights;
}

std::vector<Right> rightsOf(std::span<const v1::Role> roles, v1::RecordKind kind, Verb verb) {
  std::vector<Right> found;
  for (const Right& right : kRights) {
    if (right.kind == kind && right.verb == verb && std::find(roles.begin(), roles.end(), right.role) != roles.end()) {
      found.push_back(right);
    }
  }
  return found;
}

bool mayRead(std::span<const v1::Role> roles, v1::RecordKind kind, const std::set<Scope>& reached) {
  const std::vector<Right> readable = rightsOf(roles, kind, Verb::kRead);
  return std::any_of(readable.begin(), readable.end(),
                     [&reached](const Right& right) { return reached.count(right.scope) > 0; });
}

bool mayEditField(const Right& right, std::string_view field) {
  return right.fields.empty() || std::find(right.fields.begin(), right.fields.end(), field) != right.fields.end();
}

v1::Role highestRole(std::span<const v1::Role> roles) {
  const auto highest = std::max_element(roles.begin(), roles.end());
  return highest == roles.end() ? v1::ROLE_VISITOR : *highest;
}

}  // namespace doorstep::service
