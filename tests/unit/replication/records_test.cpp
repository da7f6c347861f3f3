#include "sync/replication/records.h"

#include <QtTest>

#include "sync/replication/body.h"
#include "sync/replication/chain.h"
#include "sync/replication/derived_id.h"

using namespace doorstep;

class RecordsTest : public QObject {
  Q_OBJECT

 private slots:
  void everyKindHasAClassAndItsFieldInRecord() {
    const auto* kinds = v1::RecordKind_descriptor();
    for (int i = 0; i < kinds->value_count(); ++i) {
      const int number = kinds->value(i)->number();
      if (number == v1::RECORD_KIND_UNSPECIFIED) {
        continue;
      }
      QVERIFY2(replication::classOf(static_cast<v1::RecordKind>(number)) != v1::CHANGE_CLASS_UNSPECIFIED,
               kinds->value(i)->name().c_str());
      QVERIFY2(v1::Record::descriptor()->FindFieldByNumber(number) != nullptr, kinds->value(i)->name().c_str());
    }
  }

  void everyRecordHasAnIdAndAHousehold() {
    const auto* descriptor = v1::Record::descriptor();
    const std::string id(16, 'i');
    for (int i = 0; i < descriptor->field_count(); ++i) {
      v1::Record record;
      auto* body = record.GetReflection()->MutableMessage(&record, descriptor->field(i));
      for (const char* name : {"id", "area_id", "household_id"}) {
        if (const auto* field = body->GetDescriptor()->FindFieldByName(name)) {
          body->GetReflection()->SetString(body, field, id);
        }
      }
      if (record.has_elder()) {
        record.mutable_elder()->add_residences()->set_household_id(id);
      }
      QVERIFY2(replication::idOf(record) == id, descriptor->field(i)->name().c_str());
      const std::string household = replication::householdOf(record);
      QVERIFY2(record.has_elder_identity() ? household.empty()
                                           : household == id || household == replication::directoryHousehold(),
               descriptor->field(i)->name().c_str());
    }
  }

  void everyEventNamesItsHeader() {
    const auto* descriptor = v1::Record::descriptor();
    const std::string id(16, 'h');
    for (int i = 0; i < descriptor->field_count(); ++i) {
      v1::Record record;
      auto* body = record.GetReflection()->MutableMessage(&record, descriptor->field(i));
      for (const char* name : {"entry_id", "flag_id", "ladder_id"}) {
        if (const auto* field = body->GetDescriptor()->FindFieldByName(name)) {
          body->GetReflection()->SetString(body, field, id);
        }
      }
      const bool is_event = replication::classOf(replication::kindOf(record)) == v1::CHANGE_CLASS_EVENT;
      QVERIFY2(replication::headerOf(record) == (is_event ? id : std::string()), descriptor->field(i)->name().c_str());
    }
  }

  void whomToRingAndWhatToReachIsOnEveryDevice() {
    v1::Record duty;
    duty.mutable_duty_roster();
    v1::Record facility;
    facility.mutable_facility();
    v1::Record target;
    target.mutable_target();
    for (const v1::Record& record : {duty, facility, target}) {
      QCOMPARE(replication::householdOf(record), replication::directoryHousehold());
    }
    v1::Record ladder;
    ladder.mutable_ladder()->set_household_id("door");
    QCOMPARE(replication::householdOf(ladder), std::string("door"));
    v1::Record event;
    event.mutable_ladder_event()->set_household_id("door");
    QCOMPARE(replication::householdOf(event), std::string("door"));
  }

  void anElderBelongsToTheLastResidence() {
    v1::Record record;
    record.mutable_elder()->add_residences()->set_household_id("old");
    record.mutable_elder()->add_residences()->set_household_id("new");
    QCOMPARE(replication::householdOf(record), std::string("new"));
  }

  void aKindThatIsNotKnownYetSurvivesDecodingAndEncoding() {
    v1::Record newer;
    newer.GetReflection()->MutableUnknownFields(&newer)->AddLengthDelimited(777, "from a newer app");
    const std::string encoded = replication::encode(newer);
    const auto decoded = replication::decodeRecord(encoded);
    QVERIFY(decoded.ok());
    QCOMPARE(replication::kindOf(*decoded), v1::RECORD_KIND_UNSPECIFIED);
    QCOMPARE(replication::encode(*decoded), encoded);
  }

  void changesWithoutProperKeysAreRefused() {
    v1::Change change;
    change.set_id(std::string(16, 'c'));
    change.set_replica_id(std::string(16, 'r'));
    change.set_sequence(1);
    change.set_predecessor(replication::chainStart());
    QVERIFY(replication::decodeChange(replication::encode(change)).ok());
    change.set_sequence(0);
    QVERIFY(!replication::decodeChange(replication::encode(change)).ok());
    change.set_sequence(1);
    change.set_replica_id("short");
    QVERIFY(!replication::decodeChange(replication::encode(change)).ok());
    QVERIFY(!replication::decodeChange("\xff\xff\xff").ok());
  }

  void aSetsDigestDoesNotDependOnOrder() {
    QCOMPARE(replication::setDigest({"a", "b"}), replication::setDigest({"b", "a"}));
    QVERIFY(replication::setDigest({"a"}) != replication::setDigest({"a", "b"}));
  }

  // Tablet and service derive the same: what is stored somewhere must be met again.
  void whatFollowsFromAVisitHasAnIdOfItsOwn() {
    const std::string visit = QByteArray::fromHex("0192f0c0ffee7a00b111222233334444").toStdString();
    const std::string elder(16, '\xe0');
    const auto hex = [&](const std::string& what) {
      return QByteArray::fromStdString(replication::derivedId(visit, elder, what)).toHex();
    };
    QCOMPARE(hex("ladder"), QByteArray("0192f0c0ffee76e5837c4696e48ad38d"));
    QCOMPARE(hex(std::string(16, '\x1d')), QByteArray("0192f0c0ffee7c6cb8680a19425222a8"));
  }
};

QTEST_GUILESS_MAIN(RecordsTest)
#include "records_test.moc"
