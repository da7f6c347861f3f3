#include "sync/replication/patch.h"

#include <QtTest>

#include "sync/replication/records.h"

using namespace doorstep;

namespace {

const std::string kId(16, 'e');

v1::Record elder(const std::string& approach, const std::string& phone) {
  v1::Record record;
  record.mutable_elder()->set_id(kId);
  record.mutable_elder()->set_how_to_approach(approach);
  record.mutable_elder()->set_phone(phone);
  return record;
}

v1::Revision revision(std::uint64_t sequence) {
  v1::Revision out;
  out.set_epoch(1);
  out.set_sequence(sequence);
  return out;
}

}  // namespace

class PatchTest : public QObject {
  Q_OBJECT

 private slots:
  void differenceNamesOnlyWhatDiffers() {
    const auto patch = replication::difference(elder("knock", "1"), elder("ring", "1"), revision(7));
    QVERIFY(patch.has_value());
    QCOMPARE(patch->fields().paths_size(), 1);
    QCOMPARE(patch->fields().paths(0), std::string("how_to_approach"));
    QCOMPARE(patch->record_id(), kId);
    QCOMPARE(patch->base().sequence(), std::uint64_t{7});
    QVERIFY(patch->values().elder().phone().empty());
  }

  void equalRecordsHaveNoDifference() {
    QVERIFY(!replication::difference(elder("a", "1"), elder("a", "1"), revision(1)).has_value());
  }

  void applyingTheDifferenceGivesTheOtherState() {
    v1::Record before = elder("a", "1");
    v1::Record after = elder("", "2");
    auto* span = after.mutable_elder()->add_tiers();
    span->set_tier(v1::TIER_A);
    span->mutable_from_on()->set_year(2026);
    const auto patch = replication::difference(before, after, revision(1));
    QVERIFY(patch.has_value());
    QVERIFY(replication::apply(*patch, before).ok());
    QCOMPARE(replication::encode(before), replication::encode(after));
  }

  void aFieldThatIsNotInTheValuesIsCleared() {
    v1::Record record = elder("a", "1");
    v1::Patch patch;
    patch.set_kind(v1::RECORD_KIND_ELDER);
    patch.set_record_id(kId);
    patch.mutable_fields()->add_paths("phone");
    QVERIFY(replication::apply(patch, record).ok());
    QVERIFY(record.elder().phone().empty());
    QCOMPARE(record.elder().how_to_approach(), std::string("a"));
  }

  void unknownFieldsOfTheRecordSurvive() {
    v1::Record record = elder("a", "1");
    record.mutable_elder()->GetReflection()->MutableUnknownFields(record.mutable_elder())->AddVarint(900, 42);
    const auto patch = replication::difference(elder("a", "1"), elder("b", "1"), revision(1));
    QVERIFY(replication::apply(*patch, record).ok());
    const auto& unknown = record.elder().GetReflection()->GetUnknownFields(record.elder());
    QCOMPARE(unknown.field_count(), 1);
    QCOMPARE(record.elder().how_to_approach(), std::string("b"));
  }

  void refusesAnotherRecordTheIdAndUnknownFields_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("field");
    QTest::addColumn<char>("id");
    QTest::newRow("another kind") << int{v1::RECORD_KIND_VISIT} << "phone" << 'e';
    QTest::newRow("another record") << int{v1::RECORD_KIND_ELDER} << "phone" << 'f';
    QTest::newRow("the id itself") << int{v1::RECORD_KIND_ELDER} << "id" << 'e';
    QTest::newRow("no such field") << int{v1::RECORD_KIND_ELDER} << "shoe_size" << 'e';
  }

  void refusesAnotherRecordTheIdAndUnknownFields() {
    QFETCH(int, kind);
    QFETCH(QString, field);
    QFETCH(char, id);
    v1::Patch patch;
    patch.set_kind(static_cast<v1::RecordKind>(kind));
    patch.set_record_id(std::string(16, id));
    patch.mutable_fields()->add_paths(field.toStdString());
    v1::Record record = elder("a", "1");
    const std::string before = replication::encode(record);
    QVERIFY(!replication::apply(patch, record).ok());
    QCOMPARE(replication::encode(record), before);
  }
};

QTEST_GUILESS_MAIN(PatchTest)
#include "patch_test.moc"
