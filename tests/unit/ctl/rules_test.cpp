#include <QtTest>

#include <nlohmann/json.hpp>

#include "sync/ctl/failure.h"
#include "sync/ctl/rules_edit.h"
#include "sync/ctl/rules_view.h"
#include "sync/ctl/values.h"

using namespace doorstep::ctl;
namespace v1 = doorstep::v1;

namespace {

v1::Date date(std::string_view text) {
  return *dateFrom(text);
}

const RuleSwitch& named(std::string_view name) {
  for (const RuleSwitch& which : ruleSwitches()) {
    if (which.name == name) {
      return which;
    }
  }
  qFatal("no such switch");
}

RulesOptions goLive() {
  RulesOptions options;
  options.go_live_on = date("2026-10-15");
  return options;
}

RulesOptions backdate(std::uint32_t days, std::string_view from) {
  RulesOptions options;
  options.switches = {{&named("backdate_days"), days}};
  options.from_on = date(from);
  return options;
}

// "from:days", one a set.
QString backdates(const v1::DistrictRules& rules) {
  QStringList list;
  for (const v1::RuleSet& set : rules.rule_sets()) {
    list << QString("%1:%2").arg(QString::fromStdString(dateText(set.from_on()))).arg(set.backdate_days());
  }
  return list.join(' ');
}

}  // namespace

class RulesTest : public QObject {
  Q_OBJECT

 private slots:
  void everySwitchOfTheRecordIsOne() {
    QStringList fields;
    const auto* set = v1::RuleSet::descriptor();
    for (int index = 0; index < set->field_count(); ++index) {
      fields << QString::fromStdString(set->field(index)->name());
    }
    fields.removeAll("from_on");
    fields.removeAll("priority_kinds");
    QStringList names;
    for (const RuleSwitch& which : ruleSwitches()) {
      names << QString::fromUtf8(which.name.data(), static_cast<qsizetype>(which.name.size()));
      v1::RuleSet changed;
      apply({&which, which.most}, changed);
      QCOMPARE(valueOf(which, changed), which.most);
      const auto* field = set->FindFieldByName(std::string(which.name));
      QVERIFY(changed.GetReflection()->HasField(changed, field));
    }
    QCOMPARE(names, fields);
  }

  void theFirstSetHoldsFromTheMonthOfGoingLive() {
    const auto rules = changedRules({}, goLive());
    QVERIFY(rules.ok());
    QCOMPARE(backdates(*rules), QString("2026-10-01:7"));
    QCOMPARE(dateText(rules->go_live_on()), std::string("2026-10-15"));
    QCOMPARE(rules->rule_sets(0).priority_kinds_size(), 8);
  }

  void withoutADayOfGoingLiveThereIsNoFirstSet() {
    QCOMPARE(failureOf(changedRules({}, backdate(9, "2026-10-01")).status()), std::optional(Failure::kBadOption));
  }

  void switchesHoldFromTheirDay() {
    const auto first = changedRules({}, goLive());
    const auto later = changedRules(*first, backdate(9, "2026-12-01"));
    const auto between = changedRules(*later, backdate(5, "2026-11-01"));
    QVERIFY(between.ok());
    QCOMPARE(backdates(*between), QString("2026-10-01:7 2026-11-01:5 2026-12-01:9"));
    const auto again = changedRules(*between, backdate(6, "2026-11-01"));
    QVERIFY(again.ok());
    QCOMPARE(backdates(*again), QString("2026-10-01:7 2026-11-01:6 2026-12-01:9"));
  }

  void aNewSetTakesOverWhatHeld() {
    RulesOptions kinds = goLive();
    kinds.priority_kinds = {v1::ELDER_KIND_DEMENTIA};
    const auto later = changedRules(*changedRules({}, kinds), backdate(9, "2026-12-01"));
    QVERIFY(later.ok());
    QCOMPARE(later->rule_sets(1).priority_kinds_size(), 1);
    QCOMPARE(later->rule_sets(1).away_expires_days(), 60u);
  }

  void laterSwitchesNeedADayThatIsNotTooEarly() {
    const auto first = changedRules({}, goLive());
    QCOMPARE(failureOf(changedRules(*first, backdate(9, "2026-09-30")).status()),
             std::optional(Failure::kRuleTooEarly));
    RulesOptions dayless = backdate(9, "2026-12-01");
    dayless.from_on.Clear();
    QCOMPARE(failureOf(changedRules(*first, dayless).status()), std::optional(Failure::kBadOption));
  }

  void goingLiveEarlierLetsTheFirstSetHoldEarlier() {
    RulesOptions options;
    options.go_live_on = date("2026-08-20");
    const auto rules = changedRules(*changedRules({}, goLive()), options);
    QVERIFY(rules.ok());
    QCOMPARE(backdates(*rules), QString("2026-08-01:7"));
  }

  void aDayIsAHolidayOrWorkedOrNeither() {
    RulesOptions options = goLive();
    options.holidays = {date("2026-12-25"), date("2026-12-24"), date("2026-12-24")};
    auto rules = changedRules({}, options);
    QVERIFY(rules.ok());
    QCOMPARE(rules->extra_holidays_size(), 2);
    QCOMPARE(dateText(rules->extra_holidays(0)), std::string("2026-12-24"));
    RulesOptions change;
    change.working_days = {date("2026-12-24")};
    change.ordinary_days = {date("2026-12-25")};
    rules = changedRules(*rules, change);
    QVERIFY(rules.ok());
    QCOMPARE(rules->extra_holidays_size(), 0);
    QCOMPARE(rules->extra_working_days_size(), 1);
  }

  void theSetThatHoldsIsMarked() {
    v1::GetRulesReply reply;
    reply.set_district_code("220211");
    reply.set_district_name("丰满区");
    *reply.mutable_rules() = *changedRules(*changedRules({}, goLive()), backdate(9, "2026-12-01"));
    for (const Language language : {Language::kChinese, Language::kEnglish}) {
      const QString text = QString::fromStdString(rulesText(reply, date("2026-12-01"), language));
      QVERIFY2(text.contains("2026-12-01 *") && !text.contains("2026-10-01 *"), qPrintable(text));
    }
    const auto json = rulesJson(reply, date("2026-11-30"));
    QCOMPARE(json["rule_sets"][0]["holds"].get<bool>(), true);
    QCOMPARE(json["rule_sets"][1]["holds"].get<bool>(), false);
    QCOMPARE(json["rule_sets"][1]["backdate_days"].get<int>(), 9);
    QVERIFY(json["rule_sets"][1]["freeze_waits_for_working_day"].is_boolean());
    QCOMPARE(json["rule_sets"][0]["priority_kinds"][0].get<std::string>(), std::string("living_alone"));
  }
};

QTEST_APPLESS_MAIN(RulesTest)
#include "rules_test.moc"
