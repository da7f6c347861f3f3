#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "sync/ctl/language.h"

// How cells and options write dates and the records' enumerations. Every value is read in both
// languages and by its name in the protocol, whatever the case. Pure; any thread.
namespace doorstep::ctl {

// 2026-03-01, 2026/3/1, 2026.3.1, 20260301, 2026年3月1日; only real days from 1900 to 2200.
std::optional<v1::Date> dateFrom(std::string_view text);
// 2026-03, 2026/3, 202603, 2026年3月.
std::optional<v1::Month> monthFrom(std::string_view text);
// 30m, 24h, 7d: at least a minute, at most 30 days.
std::optional<absl::Duration> durationFrom(std::string_view text);
std::string dateText(const v1::Date& date);     // "2026-03-01"; empty when unset
std::string monthText(const v1::Month& month);  // "2026-03"

std::optional<std::string> areaKindFrom(std::string_view text);  // the name AreaRow.kind takes
std::optional<v1::Role> roleFrom(std::string_view text);
std::optional<v1::Occupation> occupationFrom(std::string_view text);
std::optional<v1::Gender> genderFrom(std::string_view text);
std::optional<v1::ElderKind> elderKindFrom(std::string_view text);
std::optional<v1::Tier> tierFrom(std::string_view text);
std::optional<v1::CareStatus> careStatusFrom(std::string_view text);
std::optional<v1::ContactRelation> relationFrom(std::string_view text);
std::optional<v1::ContactMode> contactModeFrom(std::string_view text);
std::optional<v1::ContactOutcome> contactOutcomeFrom(std::string_view text);
std::optional<v1::DutyKind> dutyKindFrom(std::string_view text);
std::optional<v1::FacilityKind> facilityKindFrom(std::string_view text);
std::optional<v1::Indicator> indicatorFrom(std::string_view text);

// 09:30, 9:30, 9时30分, 9点: minutes of the day from 0 to 1440 (24:00).
std::optional<int> minuteFrom(std::string_view text);
// 08:00-18:00, also with – — ~ 至 到; 全天 and "all day" are 0 to 0, as DutyRow has them.
struct Hours {
  std::uint32_t from_minute = 0;
  std::uint32_t until_minute = 0;
};
std::optional<Hours> hoursFrom(std::string_view text);
// 1-5, 周一至周五, Mon-Fri, 1,3,5, 周一、周三, 工作日, 周末, 每天: 1 Monday … 7 Sunday, ascending; every day is
// the empty list. A range may run over Sunday.
std::optional<std::vector<std::uint32_t>> weekdaysFrom(std::string_view text);

std::string_view wordOf(v1::Occupation value, Language language);
std::string_view wordOf(v1::ElderKind value, Language language);
std::string_view wordOf(v1::Gender value, Language language);
std::string_view wordOf(v1::CareStatus value, Language language);
std::string_view wordOf(v1::ContactRelation value, Language language);
std::string_view wordOf(v1::ContactMode value, Language language);
std::string_view wordOf(v1::ContactOutcome value, Language language);
std::string_view wordOf(v1::Role value, Language language);
std::string_view wordOf(v1::Tier value);
std::string_view wordOf(v1::MissedReason value, Language language);
std::string_view wordOf(v1::Indicator value, Language language);
std::string_view wordOf(v1::RecordKind value, Language language);

// The lower-case name without its prefix, as JSON and English CSV write it: "no_reply".
std::string_view codeOf(v1::MissedReason value);
std::string_view codeOf(v1::Tier value);
std::string_view codeOf(v1::ElderKind value);
std::string_view codeOf(v1::Indicator value);

}  // namespace doorstep::ctl
