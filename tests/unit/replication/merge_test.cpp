#include "sync/replication/merge.h"

#include <QtTest>

#include "sync/replication/patch.h"
#include "sync/replication/records.h"

using namespace doorstep;
using replication::FieldRevision;
using replication::FieldRevisions;

namespace {

const std::string kId(16, 'e');

v1::Revision revision(std::uint64_t sequence, std::uint64_t epoch = 1) {
  v1::Revision out;
  out.set_epoch(epoch);
  out.set_sequence(sequence);
  return out;
}

FieldRevision by(char worker, std::uint64_t sequence, v1::Role role = v1::ROLE_VISITOR) {
  return {revision(sequence), std::string(16, worker), role, std::string(16, worker), std::string(16, worker)};
}

v1::Record elder(const std::string& approach, const std::string& phone) {
  v1::Record record;
  record.mutable_elder()->set_id(kId);
  record.mutable_elder()->set_how_to_approach(approach);
  record.mutable_elder()->set_phone(phone);
  return record;
}

v1::Record withStatus(v1::CareStatus status) {
  v1::Record record = elder("", "");
  record.mutable_elder()->add_statuses()->set_status(status);
  return record;
}

v1::Record duty(const std::string& name, const std::string& phone) {
  v1::Record record;
  record.mutable_duty_roster()->set_id(kId);
  record.mutable_duty_roster()->set_name(name);
  record.mutable_duty_roster()->set_phone(phone);
  return record;
}

// Rules with a first day of their only set and one further holiday.
v1::Record rules(int from_day, int holiday) {
  v1::Record record;
  v1::DistrictRules& body = *record.mutable_district_rules();
  body.set_id(kId);
  body.add_rule_sets()->mutable_from_on()->set_day(from_day);
  body.add_extra_holidays()->set_day(holiday);
  return record;
}

v1::Record valueOf(const std::string& encoded) {
  return replication::decodeRecord(encoded).value();
}

}  // namespace

class MergeTest : public QObject {
  Q_OBJECT

 private slots:
  void differentFieldsMergeSilently() {
    const auto patch = replication::difference(elder("a", "1"), elder("b", "1"), revision(5));
    const FieldRevisions fields{{"phone", by('x', 9)}};
    const auto merged = replication::merge({elder("a", "2"), fields, by('c', 5), *patch, by('y', 10)});
    QVERIFY(merged.ok());
    QVERIFY(merged->conflicts.empty());
    QCOMPARE(merged->record.elder().how_to_approach(), std::string("b"));
    QCOMPARE(merged->record.elder().phone(), std::string("2"));
    QCOMPARE(merged->changed_fields, std::vector<std::string>{"how_to_approach"});
  }

  void theSameFieldTwiceKeepsBothValues() {
    const auto patch = replication::difference(elder("a", ""), elder("from y", ""), revision(5));
    const FieldRevisions fields{{"how_to_approach", by('x', 9)}};
    const auto merged = replication::merge({elder("from x", ""), fields, by('c', 5), *patch, by('y', 10)});
    QVERIFY(merged.ok());
    QCOMPARE(merged->conflicts.size(), std::size_t{1});
    const v1::Conflict& conflict = merged->conflicts.front();
    QCOMPARE(valueOf(conflict.chosen_value()).elder().how_to_approach(), std::string("from y"));
    QCOMPARE(valueOf(conflict.other_value()).elder().how_to_approach(), std::string("from x"));
    QCOMPARE(conflict.chosen_by(), std::string(16, 'y'));
    QCOMPARE(conflict.other_by(), std::string(16, 'x'));
    QCOMPARE(conflict.rule(), v1::CONFLICT_RULE_SERVICE_ORDER);
    QCOMPARE(merged->record.elder().how_to_approach(), std::string("from y"));
  }

  void theSameValueTwiceIsNoConflict() {
    const auto patch = replication::difference(elder("a", ""), elder("b", ""), revision(5));
    const FieldRevisions fields{{"how_to_approach", by('x', 9)}};
    const auto merged = replication::merge({elder("b", ""), fields, by('c', 5), *patch, by('y', 10)});
    QVERIFY(merged.ok());
    QVERIFY(merged->conflicts.empty());
  }

  void anEditorWhoSawTheNewestValueOverwritesIt() {
    const auto patch = replication::difference(elder("b", ""), elder("c", ""), revision(9));
    const FieldRevisions fields{{"how_to_approach", by('x', 9)}};
    const auto merged = replication::merge({elder("b", ""), fields, by('c', 5), *patch, by('y', 10)});
    QVERIFY(merged.ok());
    QVERIFY(merged->conflicts.empty());
    QCOMPARE(merged->record.elder().how_to_approach(), std::string("c"));
  }

  void oneReplicaEditingTwiceWithoutANetworkIsNoConflict() {
    const auto patch = replication::difference(elder("first", ""), elder("second", ""), revision(5));
    const FieldRevisions fields{{"how_to_approach", by('x', 9)}};
    const auto merged = replication::merge({elder("first", ""), fields, by('c', 5), *patch, by('x', 10)});
    QVERIFY(merged.ok());
    QVERIFY(merged->conflicts.empty());
    QCOMPARE(merged->record.elder().how_to_approach(), std::string("second"));
  }

  void aHigherRoleStandsWhateverTheOrder() {
    const auto patch = replication::difference(elder("a", ""), elder("visitor", ""), revision(5));
    const FieldRevisions fields{{"how_to_approach", by('s', 9, v1::ROLE_SUPERVISOR)}};
    const auto merged = replication::merge({elder("supervisor", ""), fields, by('c', 5), *patch, by('y', 10)});
    QVERIFY(merged.ok());
    QVERIFY(merged->superseded);
    QCOMPARE(merged->record.elder().how_to_approach(), std::string("supervisor"));
    QCOMPARE(valueOf(merged->conflicts.front().other_value()).elder().how_to_approach(), std::string("visitor"));
    QCOMPARE(merged->conflicts.front().rule(), v1::CONFLICT_RULE_ROLE);
  }

  void aDeathIsNeverUndoneByAMerge_data() {
    QTest::addColumn<bool>("death_stands");
    QTest::newRow("death came first, a visitor writes later") << true;
    QTest::newRow("a visitor's death meets a supervisor's value") << false;
  }

  void aDeathIsNeverUndoneByAMerge() {
    QFETCH(bool, death_stands);
    const v1::Record dead = withStatus(v1::CARE_STATUS_DECEASED);
    const v1::Record away = withStatus(v1::CARE_STATUS_AWAY);
    const auto patch = replication::difference(elder("", ""), death_stands ? away : dead, revision(5));
    const FieldRevisions fields{{"statuses", by('s', 9, v1::ROLE_SUPERVISOR)}};
    const auto merged = replication::merge({death_stands ? dead : away, fields, by('c', 5), *patch, by('y', 10)});
    QVERIFY(merged.ok());
    QCOMPARE(merged->record.elder().statuses(0).status(), v1::CARE_STATUS_DECEASED);
    QCOMPARE(merged->conflicts.size(), std::size_t{1});
    QCOMPARE(merged->conflicts.front().rule(), v1::CONFLICT_RULE_DECEASED_STAYS);
  }

  void aFieldThatWasNeverEditedHasTheRevisionOfItsCreation() {
    const auto patch = replication::difference(elder("a", ""), elder("b", ""), revision(5));
    const auto merged = replication::merge({elder("z", ""), {}, by('c', 6), *patch, by('y', 10)});
    QVERIFY(merged.ok());
    QCOMPARE(merged->conflicts.size(), std::size_t{1});
  }

  void aDutysNameAndPhoneMergeAndItsPhoneTwiceIsAConflict() {
    const FieldRevisions fields{{"phone", by('x', 9, v1::ROLE_SUPERVISOR)}};
    const auto name = replication::difference(duty("a", "1"), duty("b", "1"), revision(5));
    const auto merged = replication::merge({duty("a", "2"), fields, by('c', 5), *name, by('y', 10)});
    QVERIFY(merged.ok());
    QVERIFY(merged->conflicts.empty());
    QCOMPARE(merged->record.duty_roster().name(), std::string("b"));
    QCOMPARE(merged->record.duty_roster().phone(), std::string("2"));
    const auto phone = replication::difference(duty("a", "1"), duty("a", "3"), revision(5));
    const auto staff = by('y', 10, v1::ROLE_DISTRICT_STAFF);
    const auto twice = replication::merge({duty("a", "2"), fields, by('c', 5), *phone, staff});
    QVERIFY(twice.ok());
    QCOMPARE(twice->conflicts.size(), std::size_t{1});
    QCOMPARE(twice->conflicts.front().rule(), v1::CONFLICT_RULE_ROLE);
    QCOMPARE(twice->record.duty_roster().phone(), std::string("3"));
    QCOMPARE(valueOf(twice->conflicts.front().other_value()).duty_roster().phone(), std::string("2"));
  }

  void aDistrictsDaysAndItsRuleSetsMerge() {
    const auto patch = replication::difference(rules(1, 1), rules(1, 2), revision(5));
    QCOMPARE(patch->fields().paths_size(), 1);
    const FieldRevisions fields{{"rule_sets", by('x', 9)}};
    const auto merged = replication::merge({rules(7, 1), fields, by('c', 5), *patch, by('y', 10)});
    QVERIFY(merged.ok());
    QVERIFY(merged->conflicts.empty());
    QCOMPARE(merged->record.district_rules().rule_sets(0).from_on().day(), 7);
    QCOMPARE(merged->record.district_rules().extra_holidays_size(), 1);
    QCOMPARE(merged->record.district_rules().extra_holidays(0).day(), 2);
  }

  void aNewEpochIsAfterEverySequenceOfTheLast() {
    QVERIFY(replication::isAfter(revision(1, 2), revision(900, 1)));
    QVERIFY(!replication::isAfter(revision(3, 1), revision(3, 1)));
  }
};

QTEST_GUILESS_MAIN(MergeTest)
#include "merge_test.moc"
