#include <QTest>

#include "district.h"
#include "sync/care/ladder.h"
#include "sync/care/ladder_of_visit.h"

namespace doorstep::care::testing {
namespace {

constexpr v1::LadderStep kNone = v1::LADDER_STEP_UNSPECIFIED;

// Begun on Friday, 20 November 2026, at 10:00.
v1::Ladder begun(v1::Tier tier, std::initializer_list<v1::WarningSign> signs = {}) {
  v1::Ladder ladder;
  ladder.set_tier(tier);
  *ladder.mutable_started_at() = at(11, 20, 10);
  for (const v1::WarningSign sign : signs) {
    ladder.add_warning_signs(sign);
  }
  return ladder;
}

v1::LadderEvent eventOf(v1::LadderStep step, v1::LadderResult result, google::protobuf::Timestamp when,
                        v1::AccountedBy accounted_by = v1::ACCOUNTED_BY_UNSPECIFIED) {
  v1::LadderEvent made;
  made.set_step(step);
  made.set_result(result);
  made.set_accounted_by(accounted_by);
  *made.mutable_at() = when;
  return made;
}

LadderStatus fold(const v1::Ladder& ladder, const std::vector<v1::LadderEvent>& events,
                  const v1::DistrictRules& rules = {}) {
  std::vector<const v1::LadderEvent*> pointers;
  for (const v1::LadderEvent& each : events) {
    pointers.push_back(&each);
  }
  return foldLadder(ladder, pointers, rules);
}

QString timeText(const std::optional<absl::Time>& time) {
  return time.has_value() ? QString::fromStdString(absl::FormatTime("%m-%d %H:%M", *time, districtZone()))
                          : QStringLiteral("none");
}

// "SUPERVISOR 11-20 12:00, …", done ones in brackets.
QString deadlinesText(const LadderStatus& status) {
  QStringList texts;
  for (const LadderDeadline& deadline : status.deadlines) {
    const QString text = QString::fromStdString(v1::LadderStep_Name(deadline.step)).mid(12) + QLatin1Char(' ') +
                         timeText(deadline.due_at);
    texts.append(deadline.done ? QLatin1Char('(') + text + QLatin1Char(')') : text);
  }
  return texts.join(QStringLiteral(", "));
}

v1::DistrictRules rulesWith(std::uint32_t supervisor, std::uint32_t community, std::uint32_t second_try) {
  v1::DistrictRules rules;
  v1::RuleSet& set = *rules.add_rule_sets();
  *set.mutable_from_on() = on(11, 20);
  set.set_ladder_a_supervisor_minutes(supervisor);
  set.set_ladder_a_community_minutes(community);
  set.set_ladder_c_second_try_days(second_try);
  return rules;
}

}  // namespace

class LadderTest : public QObject {
  Q_OBJECT

 private slots:
  void deadlinesOfEachTier_data() {
    QTest::addColumn<int>("tier");
    QTest::addColumn<QString>("deadlines");
    QTest::newRow("A") << int{v1::TIER_A} << "SUPERVISOR 11-20 12:00, COMMUNITY 11-20 14:00";
    QTest::newRow("B: all the way the same day")
        << int{v1::TIER_B}
        << "SECOND_TRY 11-21 00:00, PHONE 11-21 00:00, NEIGHBOUR 11-21 00:00, EMERGENCY_CONTACT 11-21 00:00, "
           "HOSPITAL 11-21 00:00, SUPERVISOR 11-21 00:00, COMMUNITY 11-21 00:00";
    // Friday + 3 = Monday; the working day after it is Tuesday.
    QTest::newRow("C") << int{v1::TIER_C} << "SECOND_TRY 11-24 00:00, SUPERVISOR 11-25 00:00";
    QTest::newRow("unknown tier as C") << 0 << "SECOND_TRY 11-24 00:00, SUPERVISOR 11-25 00:00";
  }

  void deadlinesOfEachTier() {
    QFETCH(int, tier);
    QFETCH(QString, deadlines);
    const LadderStatus status = fold(begun(static_cast<v1::Tier>(tier)), {});
    QCOMPARE(deadlinesText(status), deadlines);
    QCOMPARE(status.next, v1::LADDER_STEP_SECOND_TRY);
    QVERIFY(!status.ended && !status.at_once);
    QCOMPARE(timeText(status.next_due_at), timeText(status.deadlines.front().due_at));
  }

  void numbersComeFromTheRulesOfTheDay() {
    const v1::DistrictRules rules = rulesWith(30, 45, 1);
    QCOMPARE(deadlinesText(fold(begun(v1::TIER_A), {}, rules)), "SUPERVISOR 11-20 10:30, COMMUNITY 11-20 10:45");
    // Saturday is the second try's last day; Monday is the working day after it.
    QCOMPARE(deadlinesText(fold(begun(v1::TIER_C), {}, rules)), "SECOND_TRY 11-22 00:00, SUPERVISOR 11-24 00:00");
    QCOMPARE(deadlinesText(fold(begun(v1::TIER_A), {}, rulesWith(0, 0, 0))),
             "SUPERVISOR 11-20 12:00, COMMUNITY 11-20 14:00");
    v1::DistrictRules later = rules;
    *later.mutable_rule_sets(0)->mutable_from_on() = on(11, 21);
    QCOMPARE(deadlinesText(fold(begun(v1::TIER_A), {}, later)), "SUPERVISOR 11-20 12:00, COMMUNITY 11-20 14:00");
  }

  void supervisorOfTierCSkipsHolidays() {
    v1::Ladder before_national_day = begun(v1::TIER_C);
    *before_national_day.mutable_started_at() = at(9, 27, 10);
    // The second try by Wednesday, 30 September; the holidays end on 7 October.
    QCOMPARE(deadlinesText(fold(before_national_day, {})), "SECOND_TRY 10-01 00:00, SUPERVISOR 10-09 00:00");
  }

  void goesUpStepByStepAndOffersThePoliceLast() {
    std::vector<v1::LadderEvent> events;
    int minute = 0;
    for (int step = v1::LADDER_STEP_SECOND_TRY; step <= v1::LADDER_STEP_COMMUNITY; ++step) {
      const LadderStatus status = fold(begun(v1::TIER_B), events);
      QCOMPARE(int{status.next}, step);
      QCOMPARE(timeText(status.next_due_at), QStringLiteral("11-21 00:00"));
      events.push_back(eventOf(static_cast<v1::LadderStep>(step), v1::LADDER_RESULT_NO_NEWS, at(11, 20, 11, ++minute)));
    }
    const LadderStatus top = fold(begun(v1::TIER_B), events);
    QCOMPARE(top.next, v1::LADDER_STEP_POLICE);
    QVERIFY(!top.next_due_at.has_value());
    QCOMPARE(top.taken.size(), std::size_t{7});
    events.push_back(eventOf(v1::LADDER_STEP_POLICE, v1::LADDER_RESULT_TOLD, at(11, 20, 12)));
    QCOMPARE(fold(begun(v1::TIER_B), events).next, v1::LADDER_STEP_POLICE);
    QVERIFY(!fold(begun(v1::TIER_B), events).ended);
  }

  void aStepTakenTwiceIsListedOnce() {
    const LadderStatus status =
        fold(begun(v1::TIER_C), {eventOf(v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_NOT_REACHED, at(11, 20, 11)),
                                 eventOf(v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_NOT_REACHED, at(11, 20, 12))});
    QCOMPARE(status.taken, std::vector<v1::LadderStep>{v1::LADDER_STEP_PHONE});
    QCOMPARE(status.next, v1::LADDER_STEP_SECOND_TRY);
  }

  void aSupervisorWhoDidNotAnswerHasNotBeenTold() {
    const LadderStatus tried =
        fold(begun(v1::TIER_A), {eventOf(v1::LADDER_STEP_SUPERVISOR, v1::LADDER_RESULT_NOT_REACHED, at(11, 20, 11))});
    QCOMPARE(deadlinesText(tried), "SUPERVISOR 11-20 12:00, COMMUNITY 11-20 14:00");
    QCOMPARE(timeText(tried.next_due_at), QStringLiteral("11-20 12:00"));
    const LadderStatus told =
        fold(begun(v1::TIER_A), {eventOf(v1::LADDER_STEP_SUPERVISOR, v1::LADDER_RESULT_NOT_REACHED, at(11, 20, 11)),
                                 eventOf(v1::LADDER_STEP_SUPERVISOR, v1::LADDER_RESULT_TOLD, at(11, 20, 11, 5))});
    QCOMPARE(deadlinesText(told), "(SUPERVISOR 11-20 12:00), COMMUNITY 11-20 14:00");
    QCOMPARE(timeText(told.next_due_at), QStringLiteral("11-20 14:00"));
  }

  void warningSignsMakeThemDueAtOnce_data() {
    QTest::addColumn<int>("tier");
    QTest::addColumn<bool>("at_the_start");
    QTest::addColumn<QString>("deadlines");
    QTest::newRow("A, at the door") << int{v1::TIER_A} << true << "SUPERVISOR 11-20 10:00, COMMUNITY 11-20 10:00";
    QTest::newRow("A, later") << int{v1::TIER_A} << false << "SUPERVISOR 11-20 11:30, COMMUNITY 11-20 11:30";
    QTest::newRow("C, at the door") << int{v1::TIER_C} << true
                                    << "SUPERVISOR 11-20 10:00, COMMUNITY 11-20 10:00, SECOND_TRY 11-24 00:00";
    QTest::newRow("C, later") << int{v1::TIER_C} << false
                              << "SUPERVISOR 11-20 11:30, COMMUNITY 11-20 11:30, (SECOND_TRY 11-24 00:00)";
  }

  void warningSignsMakeThemDueAtOnce() {
    QFETCH(int, tier);
    QFETCH(bool, at_the_start);
    QFETCH(QString, deadlines);
    std::vector<v1::LadderEvent> events;
    if (!at_the_start) {
      events.push_back(eventOf(v1::LADDER_STEP_SECOND_TRY, v1::LADDER_RESULT_NOT_REACHED, at(11, 20, 11, 30)));
      events.back().add_warning_signs(v1::WARNING_SIGN_SMELL);
    }
    const v1::Ladder ladder =
        at_the_start ? begun(static_cast<v1::Tier>(tier), {v1::WARNING_SIGN_CRY}) : begun(static_cast<v1::Tier>(tier));
    const LadderStatus status = fold(ladder, events);
    QVERIFY(status.at_once);
    QCOMPARE(deadlinesText(status), deadlines);
    QCOMPARE(status.next, v1::LADDER_STEP_SUPERVISOR);
    events.push_back(eventOf(v1::LADDER_STEP_SUPERVISOR, v1::LADDER_RESULT_TOLD, at(11, 20, 11, 31)));
    QCOMPARE(fold(ladder, events).next, v1::LADDER_STEP_COMMUNITY);
  }

  // Whoever was told before a sign has to hear of it; then the police are a person's to call.
  void aNewSignMakesThemDueAnew() {
    const v1::Ladder ladder = begun(v1::TIER_C, {v1::WARNING_SIGN_PILED_UP_POST});
    std::vector<v1::LadderEvent> events = {
        eventOf(v1::LADDER_STEP_SUPERVISOR, v1::LADDER_RESULT_TOLD, at(11, 20, 10, 5)),
        eventOf(v1::LADDER_STEP_COMMUNITY, v1::LADDER_RESULT_TOLD, at(11, 20, 10, 10))};
    QCOMPARE(deadlinesText(fold(ladder, events)),
             "(SUPERVISOR 11-20 10:00), (COMMUNITY 11-20 10:00), SECOND_TRY 11-24 00:00");
    QCOMPARE(fold(ladder, events).next, v1::LADDER_STEP_POLICE);

    events.push_back(eventOf(v1::LADDER_STEP_SECOND_TRY, v1::LADDER_RESULT_NOT_REACHED, at(11, 20, 12)));
    events.back().add_warning_signs(v1::WARNING_SIGN_SMELL);
    const LadderStatus warned = fold(ladder, events);
    QCOMPARE(deadlinesText(warned), "SUPERVISOR 11-20 12:00, COMMUNITY 11-20 12:00, (SECOND_TRY 11-24 00:00)");
    QCOMPARE(timeText(warned.next_due_at), QStringLiteral("11-20 12:00"));
    QCOMPARE(warned.next, v1::LADDER_STEP_SUPERVISOR);

    // Done before the sign, known later: it does not count.
    events.push_back(eventOf(v1::LADDER_STEP_COMMUNITY, v1::LADDER_RESULT_TOLD, at(11, 20, 11)));
    events.push_back(eventOf(v1::LADDER_STEP_SUPERVISOR, v1::LADDER_RESULT_TOLD, at(11, 20, 12)));
    QCOMPARE(fold(ladder, events).next, v1::LADDER_STEP_COMMUNITY);
    events.push_back(eventOf(v1::LADDER_STEP_COMMUNITY, v1::LADDER_RESULT_NOT_REACHED, at(11, 20, 12, 5)));
    QCOMPARE(timeText(fold(ladder, events).next_due_at), QStringLiteral("11-20 12:00"));  // not told of it
    events.push_back(eventOf(v1::LADDER_STEP_COMMUNITY, v1::LADDER_RESULT_TOLD, at(11, 20, 12, 10)));
    const LadderStatus told = fold(ladder, events);
    QCOMPARE(deadlinesText(told), "(SUPERVISOR 11-20 10:00), (COMMUNITY 11-20 10:00), (SECOND_TRY 11-24 00:00)");
    QCOMPARE(told.next, v1::LADDER_STEP_POLICE);
    QVERIFY(!told.next_due_at.has_value());
    // The police have been called: the way goes on.
    events.push_back(eventOf(v1::LADDER_STEP_POLICE, v1::LADDER_RESULT_TOLD, at(11, 20, 12, 15)));
    QCOMPARE(fold(ladder, events).next, v1::LADDER_STEP_PHONE);
  }

  // A sign noticed after the deadline had passed does not put it off.
  void aLateSignPostponesNothing() {
    v1::LadderEvent late = eventOf(v1::LADDER_STEP_SECOND_TRY, v1::LADDER_RESULT_NOT_REACHED, at(11, 20, 13));
    late.add_warning_signs(v1::WARNING_SIGN_PILED_UP_POST);
    QCOMPARE(deadlinesText(fold(begun(v1::TIER_A), {late})), "SUPERVISOR 11-20 12:00, COMMUNITY 11-20 13:00");
  }

  void onlyAnAccountWithItsSourceEnds() {
    const v1::LadderEvent bare = eventOf(v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_ACCOUNTED_FOR, at(11, 20, 11));
    QVERIFY(!fold(begun(v1::TIER_A), {bare}).ended);
    const v1::LadderEvent sourced =
        eventOf(v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_ACCOUNTED_FOR, at(11, 20, 11, 5), v1::ACCOUNTED_BY_FAMILY);
    const LadderStatus status = fold(begun(v1::TIER_A), {bare, sourced});
    QVERIFY(status.ended);
    QCOMPARE(status.accounted_by, v1::ACCOUNTED_BY_FAMILY);
    QCOMPARE(timeText(status.ended_at), QStringLiteral("11-20 11:05"));
    QCOMPARE(status.next, kNone);
    QVERIFY(!status.next_due_at.has_value());
  }

  void whatComesAfterTheEndChangesNothing() {
    v1::LadderEvent after = eventOf(v1::LADDER_STEP_NEIGHBOUR, v1::LADDER_RESULT_NO_NEWS, at(11, 20, 12));
    after.add_warning_signs(v1::WARNING_SIGN_CRY);
    const LadderStatus status = fold(
        begun(v1::TIER_A),
        {eventOf(v1::LADDER_STEP_SECOND_TRY, v1::LADDER_RESULT_ACCOUNTED_FOR, at(11, 20, 11), v1::ACCOUNTED_BY_SEEN),
         after});
    QVERIFY(!status.at_once);
    QCOMPARE(status.taken, std::vector<v1::LadderStep>{v1::LADDER_STEP_SECOND_TRY});
  }

  void problemsOfAnEvent_data() {
    QTest::addColumn<bool>("ended");
    QTest::addColumn<int>("result");
    QTest::addColumn<int>("accounted_by");
    QTest::addColumn<int>("hour");
    QTest::addColumn<int>("code");
    const int accounted = v1::LADDER_RESULT_ACCOUNTED_FOR;
    const int no_news = v1::LADDER_RESULT_NO_NEWS;
    QTest::newRow("a step") << false << no_news << 0 << 11 << 0;
    QTest::newRow("accounted for") << false << accounted << int{v1::ACCOUNTED_BY_SPOKE} << 11 << 0;
    QTest::newRow("without a source") << false << accounted << 0 << 11 << int{v1::PROBLEM_CODE_SOURCE_MISSING};
    QTest::newRow("after the end") << true << no_news << 0 << 15 << int{v1::PROBLEM_CODE_LADDER_ENDED};
    QTest::newRow("before the end, arrived later") << true << no_news << 0 << 11 << 0;
    QTest::newRow("accounted for again") << true << accounted << int{v1::ACCOUNTED_BY_FAMILY} << 15 << 0;
    QTest::newRow("again without a source") << true << accounted << 0 << 15 << int{v1::PROBLEM_CODE_SOURCE_MISSING};
  }

  void problemsOfAnEvent() {
    QFETCH(bool, ended);
    QFETCH(int, result);
    QFETCH(int, accounted_by);
    QFETCH(int, hour);
    QFETCH(int, code);
    std::vector<v1::LadderEvent> events;
    if (ended) {
      events.push_back(
          eventOf(v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_ACCOUNTED_FOR, at(11, 20, 14), v1::ACCOUNTED_BY_SPOKE));
    }
    const std::vector<v1::Problem> problems = checkEvent(
        fold(begun(v1::TIER_A), events), eventOf(v1::LADDER_STEP_NEIGHBOUR, static_cast<v1::LadderResult>(result),
                                                 at(11, 20, hour), static_cast<v1::AccountedBy>(accounted_by)));
    QCOMPARE(problems.size(), code == 0 ? std::size_t{0} : std::size_t{1});
    if (code != 0) {
      QCOMPARE(int{problems.front().code()}, code);
    }
  }

  void aVisitSaysWhoAccountsForTheElder_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("vouched_by");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("accounted_by");
    const int seen = v1::CONTACT_OUTCOME_SEEN;
    const int vouched = v1::CONTACT_OUTCOME_PROXY_CONFIRMED;
    const int family = v1::CONTACT_RELATION_CHILD;
    QTest::newRow("seen") << int{v1::CONTACT_MODE_IN_PERSON} << seen << 0 << int{v1::LADDER_STEP_SECOND_TRY}
                          << int{v1::ACCOUNTED_BY_SEEN};
    QTest::newRow("by phone") << int{v1::CONTACT_MODE_PHONE} << seen << family << int{v1::LADDER_STEP_PHONE}
                              << int{v1::ACCOUNTED_BY_SPOKE};
    QTest::newRow("by video") << int{v1::CONTACT_MODE_VIDEO} << seen << 0 << int{v1::LADDER_STEP_PHONE}
                              << int{v1::ACCOUNTED_BY_SPOKE};
    QTest::newRow("the family vouches") << int{v1::CONTACT_MODE_PHONE} << vouched << family
                                        << int{v1::LADDER_STEP_EMERGENCY_CONTACT} << int{v1::ACCOUNTED_BY_FAMILY};
    QTest::newRow("a ward vouches") << int{v1::CONTACT_MODE_PHONE} << vouched << int{v1::CONTACT_RELATION_WARD}
                                    << int{v1::LADDER_STEP_HOSPITAL} << int{v1::ACCOUNTED_BY_HOSPITAL};
  }

  void aVisitSaysWhoAccountsForTheElder() {
    QFETCH(int, mode);
    QFETCH(int, outcome);
    QFETCH(int, vouched_by);
    QFETCH(int, step);
    QFETCH(int, accounted_by);
    v1::Visit visit;
    *visit.mutable_ended_at() = at(11, 20, 9);
    v1::VisitContact contact;
    contact.set_mode(static_cast<v1::ContactMode>(mode));
    contact.set_outcome(static_cast<v1::ContactOutcome>(outcome));
    const v1::LadderEvent end =
        endBroughtBy(visit, contact, begun(v1::TIER_A), static_cast<v1::ContactRelation>(vouched_by));
    QCOMPARE(int{end.step()}, step);
    QCOMPARE(int{end.accounted_by()}, accounted_by);
    QVERIFY(fold(begun(v1::TIER_A), {end}).ended);
    QCOMPARE(timeText(toTime(end.at())), QStringLiteral("11-20 10:00"));  // not before the search began
  }

  void aVisitEndsOnlyASearchThatHadBegun_data() {
    QTest::addColumn<int>("day");
    QTest::addColumn<int>("hour");
    QTest::addColumn<bool>("day_only");
    QTest::addColumn<bool>("after");
    QTest::newRow("before it") << 20 << 9 << false << false;
    QTest::newRow("after it") << 20 << 11 << false << true;
    QTest::newRow("on its day, at an hour not known") << 20 << 11 << true << false;
    QTest::newRow("on the next day") << 21 << 0 << true << true;
  }

  void aVisitEndsOnlyASearchThatHadBegun() {
    QFETCH(int, day);
    QFETCH(int, hour);
    QFETCH(bool, day_only);
    QFETCH(bool, after);
    v1::Visit visit;
    *visit.mutable_started_at() = *visit.mutable_ended_at() = at(11, day, hour);
    visit.set_precision(day_only ? v1::PRECISION_DAY : v1::PRECISION_EXACT);
    QCOMPARE(isAfterTheStart(visit, begun(v1::TIER_C), districtZone()), after);
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::LadderTest)
#include "test_ladder.moc"
