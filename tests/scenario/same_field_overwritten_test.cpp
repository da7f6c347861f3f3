#include <QTest>

#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// No silent overwrite (promise P5): two people fill in the same field without a network.
class SameFieldOverwrittenTest : public QObject {
  Q_OBJECT
 private slots:
  void bothValuesOfOneFieldAreKept_data();
  void bothValuesOfOneFieldAreKept();
  void differentFieldsMergeSilently();

 private:
  static std::string approach(FieldTablet& tablet) { return tablet.elder("shared").how_to_approach(); }
  static std::vector<v1::Conflict> conflictsAtTheDesk(Field& field);
  static std::string approachIn(const std::string& value);
};

std::vector<v1::Conflict> SameFieldOverwrittenTest::conflictsAtTheDesk(Field& field) {
  std::vector<v1::Conflict> conflicts;
  for (const HeldRecord& held : field.tablet("desk").records(v1::RECORD_KIND_CONFLICT)) {
    conflicts.push_back(held.record.conflict());
  }
  return conflicts;
}

std::string SameFieldOverwrittenTest::approachIn(const std::string& value) {
  v1::Record record;
  record.ParseFromString(value);
  return record.elder().how_to_approach();
}

void SameFieldOverwrittenTest::bothValuesOfOneFieldAreKept_data() {
  QTest::addColumn<QString>("first");
  QTest::addColumn<QString>("second");
  QTest::newRow("two visitors") << "li"
                                << "wu";
  QTest::newRow("visitor before supervisor") << "li"
                                             << "boss";
  QTest::newRow("supervisor before visitor") << "boss"
                                             << "li";
}

void SameFieldOverwrittenTest::bothValuesOfOneFieldAreKept() {
  QFETCH(QString, first);
  QFETCH(QString, second);
  Field field;
  FieldTablet& one = field.tablet(first.toStdString());
  FieldTablet& other = field.tablet(second.toStdString());
  one.setHowToApproach(one.elder("shared"), "ring twice");
  other.setHowToApproach(other.elder("shared"), "call from the yard");
  QCOMPARE(one.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(other.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(one.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);

  // All show the same one of the two …
  const std::string shown = approach(one);
  QVERIFY(shown == "ring twice" || shown == "call from the yard");
  QCOMPARE(approach(other), shown);
  QCOMPARE(approach(field.tablet("desk")), shown);
  // … and the other one waits for a person.
  const std::vector<v1::Conflict> conflicts = conflictsAtTheDesk(field);
  QCOMPARE(conflicts.size(), 1U);
  QCOMPARE(conflicts[0].field(), std::string("how_to_approach"));
  QCOMPARE(conflicts[0].record_id(), one.elder("shared").id());
  QCOMPARE(approachIn(conflicts[0].chosen_value()), shown);
  QCOMPARE(approachIn(conflicts[0].other_value()),
           std::string(shown == "ring twice" ? "call from the yard" : "ring twice"));
  QCOMPARE(field.quarantined(), 0U);
}

void SameFieldOverwrittenTest::differentFieldsMergeSilently() {
  Field field;
  FieldTablet& li = field.tablet("li");
  FieldTablet& wu = field.tablet("wu");
  li.setHowToApproach(li.elder("shared"), "ring twice");
  v1::Elder hears_badly = wu.elder("shared");
  wu.setHearing(hears_badly, "left ear only");
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(wu.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  for (FieldTablet* tablet : {&li, &wu}) {
    QCOMPARE(tablet->elder("shared").how_to_approach(), std::string("ring twice"));
    QCOMPARE(tablet->elder("shared").hearing(), std::string("left ear only"));
  }
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QVERIFY(conflictsAtTheDesk(field).empty());
}

const Tells<SameFieldOverwrittenTest> kSameFieldOverwritten("same_field_overwritten");

}  // namespace
}  // namespace doorstep::tests

#include "same_field_overwritten_test.moc"
