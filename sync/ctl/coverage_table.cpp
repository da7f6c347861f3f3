#include "sync/ctl/coverage_table.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "sync/care/figures.h"
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

std::string titleOf(const v1::GetCoverageReply& reply, Language language) {
  const bool zh = language == Language::kChinese;
  const v1::CoverageRow& row = reply.area().row();
  std::vector<std::string> parts = {absl::StrCat(reply.area().area_name(), " ", monthText(row.month()))};
  if (row.provisional()) {
    const std::string on = dateText(reply.evaluated_on());
    parts.push_back(on.empty() ? (zh ? "暂计" : "provisional")
                    : zh       ? absl::StrCat("暂计，截至 ", on)
                               : absl::StrCat("provisional, as of ", on));
  }
  if (row.partial()) {
    parts.push_back(zh ? "启用当月，非全月" : "partial: the month of going live");
  }
  if (reply.waiting() > 0) {
    parts.push_back(zh ? absl::StrCat("另有 ", reply.waiting(), " 条待处理")
                       : absl::StrCat(reply.waiting(), " waiting to be settled"));
  }
  return absl::StrJoin(parts, zh ? "；" : "; ");
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

std::vector<std::string> comparisonCells(const v1::AreaCoverage& before, const v1::AreaCoverage& after) {
  const v1::Figures& old_figures = before.row().figures();
  const v1::Figures& new_figures = after.row().figures();
  return {after.area_name(),
          care::percentText(old_figures.contacted(), old_figures.denominator()),
          care::percentText(new_figures.contacted(), new_figures.denominator()),
          fraction(old_figures.contacted(), old_figures.denominator()),
          fraction(new_figures.contacted(), new_figures.denominator()),
          absl::StrCat(personTimes(old_figures)),
          absl::StrCat(personTimes(new_figures)),
          deliveredHours(old_figures),
          deliveredHours(new_figures),
          absl::StrCat(old_figures.risks_opened()),
          absl::StrCat(new_figures.risks_opened())};
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
  return absl::StrCat(titleOf(reply, language), "\n", table.text(), missedLine(reply.area().row().figures(), language));
}

std::string comparisonText(const v1::GetCoverageReply& before, const v1::GetCoverageReply& after, Language language) {
  const bool zh = language == Language::kChinese;
  const auto pair = [&](std::string_view chinese, std::string_view english, std::vector<TableColumn>& columns) {
    columns.push_back({zh ? concat({chinese, " 前"}) : concat({english, " before"}), Alignment::kRight});
    columns.push_back({zh ? "后" : "after", Alignment::kRight});
  };
  std::vector<TableColumn> columns = {{zh ? "区域" : "area"}};
  pair("月探访率", "visit rate", columns);
  pair("实访/应访", "visited/due", columns);
  pair("人次", "person-times", columns);
  pair("服务时长", "hours", columns);
  pair("隐患", "risks", columns);
  Table table(columns);
  for (const v1::AreaCoverage& child : after.children()) {
    table.add(comparisonCells(sameArea(before, child), child));
  }
  table.add(comparisonCells(before.area(), after.area()));
  return absl::StrCat(titleOf(after, language), "\n", table.text());
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
