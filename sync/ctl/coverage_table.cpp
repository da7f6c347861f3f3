#include "sync/ctl/coverage_table.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "sync/care/figures.h"
#include "sync/ctl/coverage_standing.h"
#include "sync/ctl/figures_json.h"
#include "sync/ctl/table.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

std::int64_t personTimes(const v1::Figures& figures) {
  return figures.person_times_in_person() + figures.person_times_phone() + figures.person_times_video() +
         figures.person_times_proxy() + figures.person_times_remote_monitoring();
}

std::string deliveredHours(const v1::Figures& figures) {
  return care::hoursText(figures.delivered_minutes_certified() + figures.delivered_minutes_provisional());
}

std::string fraction(std::int64_t n, std::int64_t d) {
  return absl::StrCat(n, "/", d);
}

std::vector<std::string> coverageCells(const v1::AreaCoverage& area) {
  const v1::Figures& figures = area.row().figures();
  return {area.area_name(),
          care::percentText(figures.contacted(), figures.denominator()),
          fraction(figures.contacted(), figures.denominator()),
          care::percentText(figures.contacted_in_person(), figures.denominator()),
          care::percentText(figures.proxy_only(), figures.contacted()),
          absl::StrCat(figures.refused_only()),
          absl::StrCat(figures.denominator() - figures.contacted()),
          absl::StrCat(personTimes(figures)),
          absl::StrCat(figures.unduplicated_elders()),
          deliveredHours(figures),
          care::percentText(figures.slots_satisfied(), figures.slots_due()),
          fraction(figures.risks_closed(), figures.risks_opened())};
}

Table coverageTable(Language language) {
  const bool zh = language == Language::kChinese;
  return Table({{zh ? "区域" : "area"},
                {zh ? "月探访率" : "visit rate", Alignment::kRight},
                {zh ? "实访/应访" : "visited/due", Alignment::kRight},
                {zh ? "上门率" : "in person", Alignment::kRight},
                {zh ? "代为确认" : "by proxy", Alignment::kRight},
                {zh ? "仅拒访" : "refused", Alignment::kRight},
                {zh ? "漏访" : "missed", Alignment::kRight},
                {zh ? "人次" : "person-times", Alignment::kRight},
                {zh ? "去重人数" : "elders", Alignment::kRight},
                {zh ? "服务时长" : "hours", Alignment::kRight},
                {zh ? "频次达成" : "cadence", Alignment::kRight},
                {zh ? "销号/隐患" : "closed/risks", Alignment::kRight}});
}

std::string missedLine(const v1::Figures& figures, Language language) {
  const std::pair<v1::MissedReason, std::int64_t> reasons[] = {
      {v1::MISSED_REASON_UNASSIGNED, figures.missed_unassigned()},
      {v1::MISSED_REASON_NO_REPLY, figures.missed_no_reply()},
      {v1::MISSED_REASON_NOT_SEEN_SAFE, figures.missed_not_seen_safe()},
      {v1::MISSED_REASON_ABORTED_UNSAFE, figures.missed_aborted_unsafe()},
      {v1::MISSED_REASON_AWAY, figures.missed_away()},
      {v1::MISSED_REASON_NOT_TRIED, figures.missed_not_tried()}};
  std::vector<std::string> parts;
  for (const auto& [reason, count] : reasons) {
    if (count > 0) {
      parts.push_back(absl::StrCat(std::string(wordOf(reason, language)), " ", count));
    }
  }
  if (parts.empty()) {
    return "";
  }
  const bool zh = language == Language::kChinese;
  return absl::StrCat(zh ? "漏访原因：" : "missed: ", absl::StrJoin(parts, zh ? "、" : ", "), "\n");
}

// The two states of one area, side by side.
std::vector<std::string> pairCells(const std::string& name, const v1::Figures& first, const v1::Figures& second) {
  return {name,
          care::percentText(first.contacted(), first.denominator()),
          care::percentText(second.contacted(), second.denominator()),
          fraction(first.contacted(), first.denominator()),
          fraction(second.contacted(), second.denominator()),
          absl::StrCat(personTimes(first)),
          absl::StrCat(personTimes(second)),
          deliveredHours(first),
          deliveredHours(second),
          absl::StrCat(first.risks_opened()),
          absl::StrCat(second.risks_opened())};
}

Table pairTable(const Wording& first, const Wording& second, Language language) {
  constexpr Wording kFigures[] = {{"月探访率", "visit rate"},
                                  {"实访/应访", "visited/due"},
                                  {"人次", "person-times"},
                                  {"服务时长", "hours"},
                                  {"隐患", "risks"}};
  std::vector<TableColumn> columns = {{language == Language::kChinese ? "区域" : "area"}};
  for (const Wording& figure : kFigures) {
    columns.push_back({concat({figure.in(language), " ", first.in(language)}), Alignment::kRight});
    columns.push_back({std::string(second.in(language)), Alignment::kRight});
  }
  return Table(columns);
}

std::string frozenText(const v1::GetCoverageReply& reply, Language language) {
  Table table = pairTable({"冻结", "frozen"}, {"重述", "restated"}, language);
  for (const v1::AreaCoverage& child : reply.children()) {
    table.add(pairCells(child.area_name(), child.row().frozen(), child.row().figures()));
  }
  const v1::AreaCoverage& area = reply.area();
  table.add(pairCells(area.area_name(), area.row().frozen(), area.row().figures()));
  return table.text();
}

const v1::AreaCoverage& sameArea(const v1::GetCoverageReply& reply, const v1::AreaCoverage& area) {
  for (const v1::AreaCoverage& child : reply.children()) {
    if (child.area_code() == area.area_code()) {
      return child;
    }
  }
  return v1::AreaCoverage::default_instance();
}

}  // namespace

std::string coverageText(const v1::GetCoverageReply& reply, Language language) {
  Table table = coverageTable(language);
  for (const v1::AreaCoverage& child : reply.children()) {
    table.add(coverageCells(child));
  }
  table.add(coverageCells(reply.area()));
  return absl::StrCat(standingText(reply, language), "\n",
                      isFrozen(reply.area().row()) ? frozenText(reply, language) + "\n" : "", table.text(),
                      missedLine(reply.area().row().figures(), language));
}

std::string comparisonText(const v1::GetCoverageReply& before, const v1::GetCoverageReply& after, Language language) {
  Table table = pairTable({"前", "before"}, {"后", "after"}, language);
  for (const v1::AreaCoverage& child : after.children()) {
    table.add(pairCells(child.area_name(), sameArea(before, child).row().figures(), child.row().figures()));
  }
  table.add(pairCells(after.area().area_name(), before.area().row().figures(), after.area().row().figures()));
  return absl::StrCat(standingText(after, language), "\n", table.text());
}

std::string missedText(const std::vector<v1::MissedElder>& elders, Language language) {
  const bool zh = language == Language::kChinese;
  const bool named =
      std::any_of(elders.begin(), elders.end(), [](const v1::MissedElder& elder) { return !elder.name().empty(); });
  std::vector<TableColumn> columns = {
      {zh ? "区域代码" : "area code"}, {zh ? "区域" : "area"}, {zh ? "档案号" : "file"}};
  if (named) {
    columns.insert(columns.end(), {{zh ? "姓名" : "name"}, {zh ? "地址" : "address"}});
  }
  columns.insert(columns.end(), {{zh ? "分级" : "tier"},
                                 {zh ? "原因" : "reason"},
                                 {zh ? "探访人员" : "visitor"},
                                 {zh ? "最近一次" : "last contact"}});
  Table table(columns);
  for (const v1::MissedElder& elder : elders) {
    const std::string last = dateText(elder.last_contact_on());
    std::vector<std::string> cells = {elder.area_code(), elder.area_name(), elder.file_number()};
    if (named) {
      cells.insert(cells.end(), {elder.name(), elder.address()});
    }
    cells.insert(cells.end(), {std::string(wordOf(elder.tier())), std::string(wordOf(elder.reason(), language)),
                               elder.worker_name().empty() ? "—" : elder.worker_name(),
                               last.empty() ? (zh ? "从未" : "never") : last});
    table.add(std::move(cells));
  }
  return table.text();
}

}  // namespace doorstep::ctl
