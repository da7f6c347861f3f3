#include <memory>

#include "sync/ctl/command_line.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/option_values.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

using Options = std::shared_ptr<RulesOptions>;

void addKinds(CommandLine& line, CLI::App* set, const Options& options) {
  set->add_option_function<std::vector<std::string>>(
         "--priority-kinds",
         [options](const std::vector<std::string>& kinds) {
           for (const std::string& kind : kinds) {
             options->priority_kinds.push_back(elderKindFrom(kind).value_or(v1::ELDER_KIND_UNSPECIFIED));
           }
         },
         line.word("计入应访的老人类别，以逗号隔开（首次缺省为八类）",
                   "kinds of elders that count, separated by commas (the first time: the eight)"))
      ->delimiter(',')
      ->check(elderKindOption());
}

void addSwitch(CommandLine& line, CLI::App* set, const Options& options, const RuleSwitch& which) {
  const std::string name = "--" + replaceAll(std::string(which.name), "_", "-");
  const std::string words = line.word(which.words.zh, which.words.en);
  if (which.isFlag()) {
    set->add_option_function<std::string>(
           name,
           [options, &which](const std::string& text) {
             options->switches.push_back({&which, isOn(text) ? 1U : 0U});
           },
           words)
        ->check(onOffOption());
  } else {
    const std::string unit = line.word(which.unit.zh, which.unit.en);
    set->add_option_function<std::uint32_t>(
           name,
           [options, &which](std::uint32_t value) {
             options->switches.push_back({&which, value});
           },
           unit.empty() ? words : words + " (" + unit + ")")
        ->check(CLI::Range(which.least, which.most));
  }
}

void addDays(CommandLine& line, CLI::App* set, const Options& options) {
  const auto add = [&](const std::string& name, std::vector<v1::Date> RulesOptions::*days, std::string_view zh,
                       std::string_view en) {
    set->add_option_function<std::vector<std::string>>(
           name, [options, days](const std::vector<std::string>& texts) { (*options).*days = datesFrom(texts); },
           line.word(zh, en))
        ->delimiter(',')
        ->check(dateOption());
  };
  add("--holiday", &RulesOptions::holidays, "本地放假的日子，以逗号隔开",
      "days that are holidays here, separated by commas");
  add("--working-day", &RulesOptions::working_days, "本地上班的日子", "days that are worked here");
  add("--ordinary-day", &RulesOptions::ordinary_days, "取消上述安排的日子", "days that are neither any more");
}

void addSet(CommandLine& line, CLI::App* rules) {
  CLI::App* set = line.add(rules, "set", "更改一个区的规则；未给出的保持不变",
                           "changes the rules of a district; what is not given stays as it is");
  auto options = std::make_shared<RulesOptions>();
  set->add_option("--district", options->district,
                  line.word("区的代码（缺省为本区）", "code of the district (default: the caller's)"));
  set->add_option_function<std::string>(
         "--go-live", [options](const std::string& text) { options->go_live_on = dateFrom(text).value_or(v1::Date()); },
         line.word("启用日期（首次必填）", "the day of going live (needed the first time)"))
      ->check(dateOption());
  set->add_option_function<std::string>(
         "--from", [options](const std::string& text) { options->from_on = dateFrom(text).value_or(v1::Date()); },
         line.word("以下开关从哪一天起有效（首次缺省为启用当月一日）",
                   "the day from which the switches below hold (the first time: the first of the month of going live)"))
      ->check(dateOption());
  addKinds(line, set, options);
  for (const RuleSwitch& which : ruleSwitches()) {
    addSwitch(line, set, options, which);
  }
  addDays(line, set, options);
  set->callback([&line, options] {
    line.chosen = [&line, options] { return rulesCommand(line.console, line.connection, *options); };
  });
}

void addShow(CommandLine& line, CLI::App* rules) {
  CLI::App* show = line.add(rules, "show", "列出规则及其生效日期", "lists the rules and from when they hold");
  auto options = std::make_shared<RulesShown>();
  show->add_option("--district", options->district,
                   line.word("区的代码（缺省为本区）", "code of the district (default: the caller's)"));
  show->add_option_function<std::string>(
          "--on", [options](const std::string& text) { options->on = dateFrom(text).value_or(v1::Date()); },
          line.word("标出这一天有效的规则（缺省为今天）", "marks the rules of this day (default: today)"))
      ->check(dateOption());
  show->add_flag("--json", options->json, line.word("输出 JSON", "print JSON"));
  show->callback([&line, options] {
    line.chosen = [&line, options] { return rulesShowCommand(line.console, line.connection, *options); };
  });
}

}  // namespace

void addRulesCommands(CommandLine& line) {
  CLI::App* rules = line.add(&line.app, "rules", "本地规则", "local rules");
  rules->require_subcommand(1);
  addShow(line, rules);
  addSet(line, rules);
}

}  // namespace doorstep::ctl
