#include <QTest>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "district.h"
#include "sync/care/cadence.h"

namespace doorstep::care::testing {
namespace {

absl::CivilDay day(int month, int day_of_month) {
  return absl::CivilDay(2026, month, day_of_month);
}

std::string textOf(const std::vector<Slot>& all) {
  return absl::StrJoin(all, " ", [](std::string* out, const Slot& slot) {
    const char* kind = slot.kind == SlotKind::kInPerson     ? "in person "
                       : slot.kind == SlotKind::kFirstVisit ? "first "
                                                            : "";
    absl::StrAppend(out, "[", kind, slot.first.month(), "/", slot.first.day(), "-", slot.last.month(), "/",
                    slot.last.day(), slot.satisfied ? " met]" : "]");
  });
}

QString slotsText(const v1::Elder& elder, const std::vector<QualifyingContact>& contacts,
                  const v1::DistrictRules& rules = {}, absl::CivilMonth month = absl::CivilMonth(2026, 11)) {
  return QString::fromStdString(textOf(slotsOf(elder, contacts, rules, month)));
}

v1::Elder elderInTier(v1::Tier tier) {
  v1::Elder elder;
  *elder.mutable_care_from_on() = on(1, 1);
  setTier(elder, tier, on(1, 1));
  return elder;
}

QualifyingContact seen(int month, int day_of_month) {
  return {day(month, day_of_month), v1::CONTACT_MODE_IN_PERSON};
}

QualifyingContact phoned(int month, int day_of_month) {
  return {day(month, day_of_month), v1::CONTACT_MODE_PHONE};
}

QString dueText(const std::optional<Due>& due) {
  if (!due.has_value()) {
    return QStringLiteral("nothing");
  }
  return QString::fromStdString(absl::StrCat(due->from.month(), "/", due->from.day(), "-", due->until.month(), "/",
                                             due->until.day(), " ", due->days_left,
                                             due->in_person ? " in person" : ""));
}

}  // namespace

class Cadence : public QObject {
  Q_OBJECT

 private slots:
  void tierCOnceAMonth() {
    QCOMPARE(slotsText(elderInTier(v1::TIER_C), {}), QStringLiteral("[11/1-11/30]"));
    QCOMPARE(slotsText(elderInTier(v1::TIER_C), {phoned(11, 30)}), QStringLiteral("[11/1-11/30 met]"));
    QCOMPARE(slotsText(elderInTier(v1::TIER_C), {phoned(10, 31), phoned(12, 1)}), QStringLiteral("[11/1-11/30]"));
  }

  void tierBTwiceAMonth() {
    const v1::Elder elder = elderInTier(v1::TIER_B);
    QCOMPARE(slotsText(elder, {}), QStringLiteral("[11/1-11/15] [11/16-11/30]"));
    QCOMPARE(slotsText(elder, {seen(11, 3), seen(11, 15)}), QStringLiteral("[11/1-11/15 met] [11/16-11/30]"));
    QCOMPARE(slotsText(elder, {seen(11, 16)}), QStringLiteral("[11/1-11/15] [11/16-11/30 met]"));
    QCOMPARE(slotsText(elder, {}, {}, absl::CivilMonth(2026, 2)), QStringLiteral("[2/1-2/15] [2/16-2/28]"));
  }

  // November 2026 begins on a Sunday: the week from 26 October is its first, that from the 30th is December's.
  void tierAWeeklyInTheMonthOfItsSunday() {
    const v1::Elder elder = elderInTier(v1::TIER_A);
    QCOMPARE(slotsText(elder, {}), QStringLiteral("[10/26-11/1] [11/2-11/8] [11/9-11/15] [11/16-11/22] "
                                                  "[11/23-11/29] [in person 11/1-11/30]"));
    QCOMPARE(slotsText(elder, {}, {}, absl::CivilMonth(2026, 12)),
             QStringLiteral("[11/30-12/6] [12/7-12/13] [12/14-12/20] [12/21-12/27] [in person 12/1-12/31]"));
    QCOMPARE(slotsText(elder, {phoned(10, 27), phoned(11, 30)}),
             QStringLiteral("[10/26-11/1 met] [11/2-11/8] [11/9-11/15] [11/16-11/22] [11/23-11/29] "
                            "[in person 11/1-11/30]"));
  }

  // The worked row of domain.md §6, slot by slot.
  void tierChangesToA() {
    v1::Elder elder = elderInTier(v1::TIER_C);
    setTier(elder, v1::TIER_A, on(11, 11));
    QCOMPARE(slotsText(elder, {seen(11, 12)}),
             QStringLiteral("[11/16-11/22] [11/23-11/29] [11/1-11/30 met] [in person 11/1-11/30 met]"));
  }

  void openSlotRunsOnWhenTheTierFalls() {
    v1::Elder elder = elderInTier(v1::TIER_A);
    setTier(elder, v1::TIER_C, on(11, 11));
    QCOMPARE(slotsText(elder, {phoned(11, 14)}), QStringLiteral("[10/26-11/1] [11/2-11/8] [11/9-11/15 met]"));
  }

  void oneContactFillsOneSlotOfEachKind() {
    v1::Elder elder = elderInTier(v1::TIER_C);
    setTier(elder, v1::TIER_A, on(11, 11));
    // The week ends before the month does, so it is filled first; the month takes the second contact.
    QCOMPARE(slotsText(elder, {seen(11, 17)}),
             QStringLiteral("[11/16-11/22 met] [11/23-11/29] [11/1-11/30] [in person 11/1-11/30 met]"));
    QCOMPARE(slotsText(elder, {seen(11, 17), phoned(11, 18)}),
             QStringLiteral("[11/16-11/22 met] [11/23-11/29] [11/1-11/30 met] [in person 11/1-11/30 met]"));
  }

  void onlyAVisitInPersonFillsThatSlot() {
    const QString text = slotsText(elderInTier(v1::TIER_A), {phoned(11, 3), phoned(11, 10)});
    QVERIFY(text.contains(QStringLiteral("[11/2-11/8 met]")));
    QVERIFY(text.endsWith(QStringLiteral("[in person 11/1-11/30]")));
  }

  // A contact that October's month slot used fills no week that runs into November.
  void contactIsNotUsedInTwoMonths() {
    v1::Elder elder = elderInTier(v1::TIER_C);
    setTier(elder, v1::TIER_A, on(10, 20));
    QVERIFY(slotsText(elder, {phoned(10, 28)}).startsWith(QStringLiteral("[10/26-11/1] ")));
    QVERIFY(slotsText(elder, {phoned(10, 28), phoned(10, 29)}).startsWith(QStringLiteral("[10/26-11/1 met] ")));
  }

  void leavingCareCancelsOpenSlots() {
    v1::Elder elder = elderInTier(v1::TIER_B);
    setStatus(elder, v1::CARE_STATUS_MOVED_OUT, on(11, 20));
    QCOMPARE(slotsText(elder, {}), QStringLiteral("[11/1-11/15]"));
    QCOMPARE(slotsText(elder, {seen(11, 17)}), QStringLiteral("[11/1-11/15] [11/16-11/30 met]"));
    QCOMPARE(slotsText(elder, {seen(11, 25)}), QStringLiteral("[11/1-11/15]"));
    QCOMPARE(slotsText(elder, {}, {}, absl::CivilMonth(2026, 12)), QString());
  }

  void backInCareBeforeSOwesTheMonth() {
    v1::Elder elder = elderInTier(v1::TIER_C);
    setStatus(elder, v1::CARE_STATUS_INSTITUTIONALISED, on(9, 1));
    setStatus(elder, v1::CARE_STATUS_AT_HOME, on(11, 14));
    QCOMPARE(slotsText(elder, {}), QStringLiteral("[11/14-11/30]"));
    elder.mutable_statuses(1)->mutable_from_on()->set_day(16);
    QCOMPARE(slotsText(elder, {}), QString());
  }

  void firstVisitWithinFourteenDays() {
    v1::Elder elder = elderInTier(v1::TIER_C);
    *elder.mutable_care_from_on() = on(11, 10);
    QCOMPARE(slotsText(elder, {}), QStringLiteral("[first 11/10-11/24] [11/10-11/30]"));
    QCOMPARE(slotsText(elder, {phoned(11, 24)}), QStringLiteral("[first 11/10-11/24 met] [11/10-11/30 met]"));
    QCOMPARE(slotsText(elder, {phoned(11, 25)}), QStringLiteral("[first 11/10-11/24] [11/10-11/30 met]"));
    *elder.mutable_care_from_on() = on(11, 20);  // the slot belongs to the month in which it ends
    QCOMPARE(slotsText(elder, {}), QString());
    QCOMPARE(slotsText(elder, {phoned(11, 28)}, {}, absl::CivilMonth(2026, 12)),
             QStringLiteral("[first 11/20-12/4 met] [12/1-12/31]"));
  }

  void goingLive() {
    v1::DistrictRules rules;
    *rules.mutable_go_live_on() = on(11, 12);
    QCOMPARE(slotsText(elderInTier(v1::TIER_C), {seen(11, 3)}, rules), QStringLiteral("[11/1-11/30 met]"));
    QCOMPARE(slotsText(elderInTier(v1::TIER_A), {}, rules),
             QStringLiteral("[11/9-11/15] [11/16-11/22] [11/23-11/29] [in person 11/1-11/30]"));
    QCOMPARE(slotsText(elderInTier(v1::TIER_B), {}, rules, absl::CivilMonth(2026, 10)), QString());
  }

  void whoOnlyGetsMealsOwesNothing() {
    v1::Elder elder;
    *elder.mutable_care_from_on() = on(1, 1);
    QCOMPARE(slotsText(elder, {}), QString());
    QVERIFY(!dueOn(elder, {}, {}, day(11, 20)).has_value());
  }

  void onlyBegunSlotsCountInTheRunningMonth() {
    const v1::Elder elder = elderInTier(v1::TIER_B);
    QCOMPARE(textOf(slotsBegun(elder, {}, {}, absl::CivilMonth(2026, 11), day(11, 10))), std::string("[11/1-11/15]"));
    QCOMPARE(slotsBegun(elder, {}, {}, absl::CivilMonth(2026, 11), day(11, 16)).size(), std::size_t{2});
  }

  void beforeSTodaysTierDecidesAboutTheVisitInPerson() {
    v1::Elder elder = elderInTier(v1::TIER_C);
    setTier(elder, v1::TIER_A, on(11, 11));
    const absl::CivilMonth november(2026, 11);
    QCOMPARE(textOf(slotsBegun(elder, {}, {}, november, day(11, 10))), std::string("[11/1-11/30]"));
    QCOMPARE(textOf(slotsBegun(elder, {}, {}, november, day(11, 11))),
             std::string("[11/1-11/30] [in person 11/1-11/30]"));
  }

  void due_data() {
    QTest::addColumn<int>("tier");
    QTest::addColumn<QList<int>>("contact_days");  // of November, by phone; negative: of October
    QTest::addColumn<int>("today");
    QTest::addColumn<QString>("due");
    const int a = v1::TIER_A;
    const int b = v1::TIER_B;
    const int c = v1::TIER_C;
    QTest::newRow("C, visited in October") << c << QList<int>{-10} << 20 << "11/1-11/30 10";
    QTest::newRow("C, done") << c << QList<int>{-10, 3} << 20 << "nothing";
    QTest::newRow("C, missed in October") << c << QList<int>{} << 3 << "10/1-10/31 -3";
    QTest::newRow("C, next contact ends overdue and fills the month") << c << QList<int>{2} << 3 << "nothing";
    QTest::newRow("C, on the last day") << c << QList<int>{-10} << 30 << "11/1-11/30 0";
    QTest::newRow("B, first half missed") << b << QList<int>{-20} << 20 << "11/1-11/15 -5";
    QTest::newRow("B, first half missed, then phoned") << b << QList<int>{-20, 17} << 20 << "nothing";
    QTest::newRow("B, second half open") << b << QList<int>{-20, 4} << 20 << "11/16-11/30 10";
    QTest::newRow("A, this week open") << a << QList<int>{-20, -28, 3, 10} << 18 << "11/16-11/22 4";
    QTest::newRow("A, week done, still to be seen")
        << a << QList<int>{-20, -28, 3, 10, 17} << 18 << "10/1-10/31 -18 in person";
  }

  void due() {
    QFETCH(int, tier);
    QFETCH(QList<int>, contact_days);
    QFETCH(int, today);
    QFETCH(QString, due);
    std::vector<QualifyingContact> contacts;
    for (const int contact_day : contact_days) {
      contacts.push_back(contact_day < 0 ? phoned(10, -contact_day) : phoned(11, contact_day));
    }
    if (tier == v1::TIER_A && !due.endsWith(QStringLiteral("in person"))) {
      contacts.push_back(seen(10, 5));
      contacts.push_back(seen(11, 4));
    }
    QCOMPARE(dueText(dueOn(elderInTier(static_cast<v1::Tier>(tier)), contacts, {}, day(11, today))), due);
  }

  void dueInPersonOnceTheWeekIsDone() {
    const std::vector<QualifyingContact> contacts = {seen(10, 5), phoned(10, 28), phoned(11, 3), phoned(11, 10),
                                                     phoned(11, 17)};
    QCOMPARE(dueText(dueOn(elderInTier(v1::TIER_A), contacts, {}, day(11, 18))),
             QStringLiteral("11/1-11/30 12 in person"));
  }

  void nobodyIsDueOutsideCare() {
    v1::Elder elder = elderInTier(v1::TIER_C);
    setStatus(elder, v1::CARE_STATUS_DECEASED, on(11, 10));
    QVERIFY(dueOn(elder, {}, {}, day(11, 9)).has_value());
    QVERIFY(!dueOn(elder, {}, {}, day(11, 10)).has_value());
    v1::Elder later = elderInTier(v1::TIER_C);
    *later.mutable_care_from_on() = on(11, 21);
    QVERIFY(!dueOn(later, {}, {}, day(11, 20)).has_value());
    QCOMPARE(dueText(dueOn(later, {}, {}, day(11, 21))), QStringLiteral("11/21-12/5 14"));
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::Cadence)
#include "test_cadence.moc"
