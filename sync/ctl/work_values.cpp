#include "sync/ctl/terms.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

constexpr auto kDutyKinds = std::to_array<Term<v1::DutyKind>>({
    {v1::DUTY_KIND_SUPERVISOR, {"督导", "supervisor"}, "supervisor"},
    {v1::DUTY_KIND_COMMUNITY, {"社区", "community"}, "community", "村"},
    {v1::DUTY_KIND_HOSPITAL, {"医院", "hospital"}, "hospital"},
    {v1::DUTY_KIND_POLICE, {"派出所", "police"}, "police", "公安"},
});

constexpr auto kFacilityKinds = std::to_array<Term<v1::FacilityKind>>({
    {v1::FACILITY_KIND_MEAL_POINT, {"助餐点", "meal point"}, "meal_point", "长者饭堂"},
    {v1::FACILITY_KIND_CARE_HOME, {"养老机构", "care home"}, "care_home"},
    {v1::FACILITY_KIND_DAY_CARE, {"日间照料", "day care"}, "day_care"},
    {v1::FACILITY_KIND_MEDICAL, {"医疗机构", "medical"}, "medical"},
});

constexpr auto kIndicators = std::to_array<Term<v1::Indicator>>({
    {v1::INDICATOR_MEAL_POINTS, {"助餐设施", "meal points"}, "meal_points", "助餐点"},
    {v1::INDICATOR_PERSON_TIMES, {"探访人次", "person-times"}, "person_times", "人次"},
    {v1::INDICATOR_SERVICE_MINUTES, {"服务时长", "service hours"}, "service_minutes", "service minutes"},
});

constexpr auto kRecordKinds = std::to_array<Term<v1::RecordKind>>({
    {v1::RECORD_KIND_AREA, {"区域", "area"}, "area"},
    {v1::RECORD_KIND_ORGANISATION, {"机构", "organisation"}, "organisation"},
    {v1::RECORD_KIND_PROGRAMME, {"项目", "programme"}, "programme"},
    {v1::RECORD_KIND_WORKER, {"工作人员", "worker"}, "worker"},
    {v1::RECORD_KIND_HOUSEHOLD, {"户", "household"}, "household"},
    {v1::RECORD_KIND_ELDER, {"老人", "elder"}, "elder"},
    {v1::RECORD_KIND_ELDER_IDENTITY, {"身份信息", "identity"}, "elder_identity"},
    {v1::RECORD_KIND_CONTACT, {"联系人", "contact"}, "contact"},
    {v1::RECORD_KIND_ASSIGNMENT, {"分派", "assignment"}, "assignment"},
    {v1::RECORD_KIND_VISIT, {"探访", "visit"}, "visit"},
    {v1::RECORD_KIND_SERVICE_ENTRY, {"服务", "service"}, "service_entry"},
    {v1::RECORD_KIND_SERVICE_ENTRY_EVENT, {"服务的处理", "step of a service"}, "service_entry_event"},
    {v1::RECORD_KIND_RISK_FLAG, {"风险隐患", "risk flag"}, "risk_flag"},
    {v1::RECORD_KIND_RISK_EVENT, {"隐患的处理", "step of a risk flag"}, "risk_event"},
    {v1::RECORD_KIND_RESTRICTED_RISK_FLAG, {"受限隐患", "restricted risk flag"}, "restricted_risk_flag"},
    {v1::RECORD_KIND_RESTRICTED_RISK_EVENT,
     {"受限隐患的处理", "step of a restricted risk flag"},
     "restricted_risk_event"},
    {v1::RECORD_KIND_CHECKLIST_TEMPLATE, {"检查表", "checklist"}, "checklist_template"},
    {v1::RECORD_KIND_DISTRICT_RULES, {"本地规则", "local rules"}, "district_rules"},
    {v1::RECORD_KIND_AUDIT_EVENT, {"审计记录", "audit event"}, "audit_event"},
    {v1::RECORD_KIND_LADDER, {"无人应答流程", "ladder"}, "ladder"},
    {v1::RECORD_KIND_LADDER_EVENT, {"无人应答流程的一步", "step of a ladder"}, "ladder_event"},
    {v1::RECORD_KIND_DUTY_ROSTER, {"值守表", "duty roster"}, "duty_roster"},
    {v1::RECORD_KIND_FACILITY, {"设施", "facility"}, "facility"},
    {v1::RECORD_KIND_TARGET, {"目标", "target"}, "target"},
    {v1::RECORD_KIND_CONFLICT, {"冲突", "conflict"}, "conflict"},
    {v1::RECORD_KIND_ATTACHMENT, {"附件", "attachment"}, "attachment"},
    {v1::RECORD_KIND_LIKELY_DUPLICATE, {"疑似重复", "likely duplicate"}, "likely_duplicate"},
    {v1::RECORD_KIND_COVERAGE_ROW, {"覆盖数字", "coverage"}, "coverage_row"},
});

}  // namespace

std::optional<v1::DutyKind> dutyKindFrom(std::string_view text) {
  return valueFrom(kDutyKinds, text);
}
std::optional<v1::FacilityKind> facilityKindFrom(std::string_view text) {
  return valueFrom(kFacilityKinds, text);
}
std::optional<v1::Indicator> indicatorFrom(std::string_view text) {
  return valueFrom(kIndicators, text);
}

std::string_view wordOf(v1::Indicator value, Language language) {
  return word(kIndicators, value, language);
}
std::string_view wordOf(v1::RecordKind value, Language language) {
  return word(kRecordKinds, value, language);
}
std::string_view codeOf(v1::Indicator value) {
  return code(kIndicators, value);
}

}  // namespace doorstep::ctl
