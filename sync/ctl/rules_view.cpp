#include "sync/ctl/rules_view.h"

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "sync/ctl/rule_switches.h"
#include "sync/ctl/table.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

using Json = nlohmann::ordered_json;

// The sets with the shipped value wherever none of their own is set.
std::vector<v1::RuleSet> setsOf(const v1::DistrictRules& rules) {
  std::vector<v1::RuleSet> sets;
  for (const v1::RuleSet& set : rules.rule_sets()) {
    v1::RuleSet complete = care::rulesOn(rules, care::civilDay(set.from_on()));
    *complete.mutable_from_on() = set.from_on();
    sets.push_back(std::move(complete));
  }
  return sets;
}

bool holdsOn(const std::vector<v1::RuleSet>& sets, std::size_t index, const v1::Date& on) {
  const absl::CivilDay day = care::civilDay(on);
  const bool begun = care::civilDay(sets[index].from_on()) <= day;
  return begun && (index + 1 == sets.size() || day < care::civilDay(sets[index + 1].from_on()));
}

std::string valueText(const RuleSwitch& which, const v1::RuleSet& set, Language language) {
  const std::uint32_t value = valueOf(which, set);
  if (which.isFlag()) {
    return language == Language::kChinese ? (value != 0 ? "是" : "否") : (value != 0 ? "on" : "off");
  }
  const std::string_view unit = which.unit.in(language);
  return unit.empty() ? absl::StrCat(value) : absl::StrCat(value, " ", std::string(unit));
}

std::string kindsText(const v1::RuleSet& set, Language language) {
  std::vector<std::string> words;
  for (const int kind : set.priority_kinds()) {
    words.emplace_back(wordOf(static_cast<v1::ElderKind>(kind), language));
  }
  return absl::StrJoin(words, language == Language::kChinese ? "、" : ", ");
}

std::vector<std::string> datesOf(const google::protobuf::RepeatedPtrField<v1::Date>& dates) {
  std::vector<std::string> texts;
  for (const v1::Date& date : dates) {
    texts.push_back(dateText(date));
  }
  return texts;
}

std::string daysLine(std::string_view heading, const google::protobuf::RepeatedPtrField<v1::Date>& dates) {
  return dates.empty() ? std::string() : absl::StrCat(std::string(heading), absl::StrJoin(datesOf(dates), ", "), "\n");
}

std::string switchesText(const std::vector<v1::RuleSet>& sets, const v1::Date& on, Language language) {
  const bool zh = language == Language::kChinese;
  std::vector<TableColumn> columns = {{zh ? "规则" : "rule"}};
  for (std::size_t index = 0; index < sets.size(); ++index) {
    const std::string from = absl::StrCat(zh ? "自 " : "from ", dateText(sets[index].from_on()));
    columns.push_back({holdsOn(sets, index, on) ? absl::StrCat(from, " *") : from, Alignment::kRight});
  }
  Table table(columns);
  for (const RuleSwitch& which : ruleSwitches()) {
    std::vector<std::string> cells = {std::string(which.words.in(language))};
    for (const v1::RuleSet& set : sets) {
      cells.push_back(valueText(which, set, language));
    }
    table.add(std::move(cells));
  }
  return table.text();
}

Json setJson(const std::vector<v1::RuleSet>& sets, std::size_t index, const v1::Date& on) {
  const v1::RuleSet& set = sets[index];
  Json kinds = Json::array();
  for (const int kind : set.priority_kinds()) {
    kinds.push_back(codeOf(static_cast<v1::ElderKind>(kind)));
  }
  Json json = {{"from_on", dateText(set.from_on())}, {"holds", holdsOn(sets, index, on)}, {"priority_kinds", kinds}};
  for (const RuleSwitch& which : ruleSwitches()) {
    const std::uint32_t value = valueOf(which, set);
    json[std::string(which.name)] = which.isFlag() ? Json(value != 0) : Json(value);
  }
  return json;
}

}  // namespace

std::string rulesText(const v1::GetRulesReply& reply, const v1::Date& on, Language language) {
  const bool zh = language == Language::kChinese;
  const v1::DistrictRules& rules = reply.rules();
  const std::vector<v1::RuleSet> sets = setsOf(rules);
  std::string text =
      absl::StrCat(reply.district_name(), zh ? "（" : " (", reply.district_code(),
                   zh ? "），启用日期 " : "), day of going live ", dateText(rules.go_live_on()),
                   zh ? "，时区 " : ", time zone ", rules.zone(), "\n", switchesText(sets, on, language));
  absl::StrAppend(&text, "* ", zh ? "在 " : "holds on ", dateText(on), zh ? " 有效\n" : "\n");
  for (const v1::RuleSet& set : sets) {
    absl::StrAppend(&text, zh ? "计入应访的类别，自 " : "kinds that count, from ", dateText(set.from_on()),
                    zh ? "：" : ": ", kindsText(set, language), "\n");
  }
  return absl::StrCat(text, daysLine(zh ? "本地假日：" : "local holidays: ", rules.extra_holidays()),
                      daysLine(zh ? "本地工作日：" : "local working days: ", rules.extra_working_days()));
}

Json rulesJson(const v1::GetRulesReply& reply, const v1::Date& on) {
  const v1::DistrictRules& rules = reply.rules();
  const std::vector<v1::RuleSet> sets = setsOf(rules);
  Json list = Json::array();
  for (std::size_t index = 0; index < sets.size(); ++index) {
    list.push_back(setJson(sets, index, on));
  }
  return {{"district_code", reply.district_code()},
          {"district_name", reply.district_name()},
          {"zone", rules.zone()},
          {"go_live_on", dateText(rules.go_live_on())},
          {"rule_sets", list},
          {"extra_holidays", datesOf(rules.extra_holidays())},
          {"extra_working_days", datesOf(rules.extra_working_days())}};
}

}  // namespace doorstep::ctl
