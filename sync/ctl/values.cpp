#include "sync/ctl/values.h"

#include "sync/ctl/terms.h"

namespace doorstep::ctl {

namespace {

constexpr auto kAreaKinds = std::to_array<Term<v1::AreaKind>>({
    {v1::AREA_KIND_PROVINCE, {"省", "province"}, "province", "省级"},
    {v1::AREA_KIND_CITY, {"市", "city"}, "city", "地级市"},
    {v1::AREA_KIND_DISTRICT, {"区县", "district"}, "district", "区"},
    {v1::AREA_KIND_SUBDISTRICT, {"街道", "subdistrict"}, "subdistrict", "乡镇"},
    {v1::AREA_KIND_COMMUNITY, {"社区", "community"}, "community", "村"},
    {v1::AREA_KIND_GRID, {"网格", "grid"}, "grid"},
});

constexpr auto kRoles = std::to_array<Term<v1::Role>>({
    {v1::ROLE_VISITOR, {"探访人员", "visitor"}, "visitor", "志愿者"},
    {v1::ROLE_SUPERVISOR, {"督导", "supervisor"}, "supervisor"},
    {v1::ROLE_DISTRICT_STAFF, {"区民政局", "district staff"}, "district_staff", "民政局"},
    {v1::ROLE_OPERATOR, {"运维", "operator"}, "operator"},
});

constexpr auto kOccupations = std::to_array<Term<v1::Occupation>>({
    {v1::OCCUPATION_VOLUNTEER, {"志愿者", "volunteer"}, "volunteer"},
    {v1::OCCUPATION_SOCIAL_WORKER, {"社工", "social worker"}, "social_worker"},
    {v1::OCCUPATION_GRID_WORKER, {"网格员", "grid worker"}, "grid_worker"},
});

constexpr auto kGenders = std::to_array<Term<v1::Gender>>({
    {v1::GENDER_FEMALE, {"女", "female"}, "female", "f"},
    {v1::GENDER_MALE, {"男", "male"}, "male", "m"},
});

constexpr auto kElderKinds = std::to_array<Term<v1::ElderKind>>({
    {v1::ELDER_KIND_LIVING_ALONE, {"独居", "living alone"}, "living_alone"},
    {v1::ELDER_KIND_EMPTY_NEST, {"空巢", "empty nest"}, "empty_nest"},
    {v1::ELDER_KIND_LEFT_BEHIND, {"留守", "left behind"}, "left_behind"},
    {v1::ELDER_KIND_EXTREME_HARDSHIP, {"特困", "extreme hardship"}, "extreme_hardship"},
    {v1::ELDER_KIND_ADVANCED_AGE, {"高龄", "advanced age"}, "advanced_age"},
    {v1::ELDER_KIND_FUNCTIONAL_LOSS, {"失能", "functional loss"}, "functional_loss"},
    {v1::ELDER_KIND_SEVERE_DISABILITY, {"重残", "severe disability"}, "severe_disability"},
    {v1::ELDER_KIND_FAMILY_PLANNING_SPECIAL,
     {"计划生育特殊家庭", "family planning special"},
     "family_planning_special",
     "计生特殊"},
    {v1::ELDER_KIND_DEMENTIA, {"失智", "dementia"}, "dementia"},
    {v1::ELDER_KIND_SUBSISTENCE_ALLOWANCE, {"低保", "subsistence allowance"}, "subsistence_allowance"},
});

constexpr auto kTiers = std::to_array<Term<v1::Tier>>({
    {v1::TIER_A, {"A", "A"}, "a", "tier_a"},
    {v1::TIER_B, {"B", "B"}, "b", "tier_b"},
    {v1::TIER_C, {"C", "C"}, "c", "tier_c"},
});

constexpr auto kStatuses = std::to_array<Term<v1::CareStatus>>({
    {v1::CARE_STATUS_AT_HOME, {"在家", "at home"}, "at_home"},
    {v1::CARE_STATUS_AWAY, {"外出", "away"}, "away"},
    {v1::CARE_STATUS_HOSPITALISED, {"住院", "hospitalised"}, "hospitalised"},
    {v1::CARE_STATUS_INSTITUTIONALISED, {"入住机构", "institutionalised"}, "institutionalised"},
    {v1::CARE_STATUS_MOVED_OUT, {"迁出", "moved out"}, "moved_out"},
    {v1::CARE_STATUS_DECEASED, {"去世", "deceased"}, "deceased"},
});

constexpr auto kRelations = std::to_array<Term<v1::ContactRelation>>({
    {v1::CONTACT_RELATION_SPOUSE, {"配偶", "spouse"}, "spouse"},
    {v1::CONTACT_RELATION_CHILD, {"子女", "child"}, "child"},
    {v1::CONTACT_RELATION_RELATIVE, {"亲属", "relative"}, "relative"},
    {v1::CONTACT_RELATION_NEIGHBOUR, {"邻居", "neighbour"}, "neighbour"},
    {v1::CONTACT_RELATION_GUARDIAN, {"监护人", "guardian"}, "guardian"},
    {v1::CONTACT_RELATION_FRIEND, {"朋友", "friend"}, "friend"},
    {v1::CONTACT_RELATION_CARER, {"照护人", "carer"}, "carer"},
    {v1::CONTACT_RELATION_WARD, {"病区", "ward"}, "ward", "社区"},
});

constexpr auto kModes = std::to_array<Term<v1::ContactMode>>({
    {v1::CONTACT_MODE_IN_PERSON, {"上门", "in person"}, "in_person"},
    {v1::CONTACT_MODE_PHONE, {"电话", "phone"}, "phone"},
    {v1::CONTACT_MODE_VIDEO, {"视频", "video"}, "video"},
    {v1::CONTACT_MODE_PROXY, {"代为确认", "proxy"}, "proxy"},
    {v1::CONTACT_MODE_REMOTE_MONITORING, {"远程监测", "remote monitoring"}, "remote_monitoring"},
});

constexpr auto kOutcomes = std::to_array<Term<v1::ContactOutcome>>({
    {v1::CONTACT_OUTCOME_SEEN, {"见到", "seen"}, "seen"},
    {v1::CONTACT_OUTCOME_SEEN_REFUSED, {"见到拒访", "seen, refused"}, "seen_refused"},
    {v1::CONTACT_OUTCOME_SPOKE_REMOTE, {"通话", "spoke"}, "spoke_remote"},
    {v1::CONTACT_OUTCOME_SPOKE_REFUSED, {"通话拒访", "spoke, refused"}, "spoke_refused"},
    {v1::CONTACT_OUTCOME_PROXY_CONFIRMED, {"代为确认", "proxy confirmed"}, "proxy_confirmed"},
    {v1::CONTACT_OUTCOME_NOT_SEEN_SAFE, {"未见但平安", "not seen, safe"}, "not_seen_safe"},
    {v1::CONTACT_OUTCOME_NO_REPLY, {"无人应答", "no reply"}, "no_reply"},
    {v1::CONTACT_OUTCOME_ABORTED_UNSAFE, {"不安全中止", "aborted, unsafe"}, "aborted_unsafe"},
    {v1::CONTACT_OUTCOME_CANCELLED, {"取消", "cancelled"}, "cancelled"},
    {v1::CONTACT_OUTCOME_SIGNAL, {"设备信号", "signal"}, "signal"},
});

constexpr auto kReasons = std::to_array<Term<v1::MissedReason>>({
    {v1::MISSED_REASON_UNASSIGNED, {"无人负责", "nobody assigned"}, "unassigned"},
    {v1::MISSED_REASON_NO_REPLY, {"无人应答", "no reply"}, "no_reply"},
    {v1::MISSED_REASON_NOT_SEEN_SAFE, {"未见但平安", "not seen, safe"}, "not_seen_safe"},
    {v1::MISSED_REASON_ABORTED_UNSAFE, {"不安全中止", "aborted, unsafe"}, "aborted_unsafe"},
    {v1::MISSED_REASON_AWAY, {"外出或住院", "away or in hospital"}, "away"},
    {v1::MISSED_REASON_NOT_TRIED, {"尚未探访", "not tried"}, "not_tried"},
});

}  // namespace

std::optional<std::string> areaKindFrom(std::string_view text) {
  const auto kind = valueFrom(kAreaKinds, text);
  return kind.has_value() ? std::optional(std::string(termOf(kAreaKinds, *kind)->code)) : std::nullopt;
}
std::optional<v1::Role> roleFrom(std::string_view text) {
  return valueFrom(kRoles, text);
}
std::optional<v1::Occupation> occupationFrom(std::string_view text) {
  return valueFrom(kOccupations, text);
}
std::optional<v1::Gender> genderFrom(std::string_view text) {
  return valueFrom(kGenders, text);
}
std::optional<v1::ElderKind> elderKindFrom(std::string_view text) {
  return valueFrom(kElderKinds, text);
}
std::optional<v1::Tier> tierFrom(std::string_view text) {
  return valueFrom(kTiers, text);
}
std::optional<v1::CareStatus> careStatusFrom(std::string_view text) {
  return valueFrom(kStatuses, text);
}
std::optional<v1::ContactRelation> relationFrom(std::string_view text) {
  return valueFrom(kRelations, text);
}
std::optional<v1::ContactMode> contactModeFrom(std::string_view text) {
  return valueFrom(kModes, text);
}
std::optional<v1::ContactOutcome> contactOutcomeFrom(std::string_view text) {
  return valueFrom(kOutcomes, text);
}

std::string_view wordOf(v1::Occupation value, Language language) {
  return word(kOccupations, value, language);
}
std::string_view wordOf(v1::ElderKind value, Language language) {
  return word(kElderKinds, value, language);
}
std::string_view wordOf(v1::Gender value, Language language) {
  return word(kGenders, value, language);
}
std::string_view wordOf(v1::CareStatus value, Language language) {
  return word(kStatuses, value, language);
}
std::string_view wordOf(v1::ContactRelation value, Language language) {
  return word(kRelations, value, language);
}
std::string_view wordOf(v1::ContactMode value, Language language) {
  return word(kModes, value, language);
}
std::string_view wordOf(v1::ContactOutcome value, Language language) {
  return word(kOutcomes, value, language);
}
std::string_view wordOf(v1::Role value, Language language) {
  return word(kRoles, value, language);
}
std::string_view wordOf(v1::Tier value) {
  return word(kTiers, value, Language::kEnglish);
}
std::string_view wordOf(v1::MissedReason value, Language language) {
  return word(kReasons, value, language);
}

std::string_view codeOf(v1::MissedReason value) {
  return code(kReasons, value);
}
std::string_view codeOf(v1::ElderKind value) {
  return code(kElderKinds, value);
}
std::string_view codeOf(v1::Tier value) {
  const auto* term = termOf(kTiers, value);
  return term == nullptr ? std::string_view() : term->word.en;
}

}  // namespace doorstep::ctl
