// A store of the first schema, and one that an older program filled with kinds it did not know.

#include "app/store/schema.h"
#include "sync/sqlite/migrations.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {

class DerivationTest : public QObject {
  Q_OBJECT

 private slots:
  void theFirstSchemaIsBroughtUp() {
    Tablet tablet;
    {
      sqlite::OpenOptions options;
      options.key = testKey();
      absl::StatusOr<sqlite::Database> database = sqlite::Database::open(tablet.path(), options);
      VERIFY_OK(database.status());
      VERIFY_OK(sqlite::migrate(*database, schema().first(1)));
      VERIFY_OK(database->runScript("INSERT INTO held_household VALUES (CAST('h1..............' AS BLOB))"));
      std::vector<v1::Record> records = smallDistrict();
      v1::Record promised = visited("v1", "h1", "wang", at(kToday - 3, 9));
      promised.mutable_visit()->set_precision(v1::PRECISION_DAY);
      v1::Promise& promise = *promised.mutable_visit()->add_promises();
      promise.set_id(id("p1"));
      promise.set_what("a lamp");
      records.push_back(promised);
      v1::Record ladder;
      ladder.mutable_ladder()->set_id(id("l1"));
      ladder.mutable_ladder()->set_household_id(id("h1"));
      ladder.mutable_ladder()->set_elder_id(id("zhao"));
      *ladder.mutable_ladder()->mutable_started_at() = care::toTimestamp(at(kToday, 8));
      ladder.mutable_ladder()->set_tier(v1::TIER_C);
      records.push_back(ladder);
      v1::Record step;
      step.mutable_ladder_event()->set_id(id("e1"));
      step.mutable_ladder_event()->set_ladder_id(id("l1"));
      step.mutable_ladder_event()->set_household_id(id("h1"));
      step.mutable_ladder_event()->set_step(v1::LADDER_STEP_SECOND_TRY);
      step.mutable_ladder_event()->set_result(v1::LADDER_RESULT_NOT_REACHED);
      records.push_back(step);
      for (const v1::Record& record : records) {
        // As a program that knows none of them kept what it was sent.
        VERIFY_OK(database->execute(
            "INSERT INTO record(kind, id, household, parent, epoch, sequence, content)"
            " VALUES (?1, ?2, ?3, x'', 1, 1, ?4)",
            static_cast<int>(replication::kindOf(record)), sqlite::Blob{replication::idOf(record)},
            sqlite::Blob{replication::householdOf(record)}, sqlite::Blob{replication::encode(record)}));
      }
    }
    VERIFY_OK(tablet.open());
    VERIFY_OK(tablet.enrol("li", v1::ROLE_VISITOR));
    const auto rows = tablet.queries().search("", kToday);
    VERIFY_OK(rows.status());
    QCOMPARE(rows->size(), std::size_t{2});
    QCOMPARE(rows->at(0).promise, std::string("a lamp"));
    QCOMPARE(rows->at(0).last_attempt_precision, v1::PRECISION_DAY);
    QCOMPARE(rows->at(1).ladder_next, v1::LADDER_STEP_PHONE);  // the second try is taken
    QCOMPARE(tablet.number("PRAGMA user_version"), static_cast<std::int64_t>(schema().size()));
    QCOMPARE(tablet.number("SELECT version FROM derivation"), std::int64_t{3});
  }

  void aStoreKilledBeforeItWasDerivedBeginsAgain() {
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    VERIFY_OK(tablet.store()
                  .saveVisit(draftOf(visited("v1", "h1", "wang", at(kToday, 8), v1::CONTACT_OUTCOME_NO_REPLY)))
                  .status());
    tablet.close();
    {
      sqlite::OpenOptions options;
      options.key = testKey();
      absl::StatusOr<sqlite::Database> database = sqlite::Database::open(tablet.path(), options);
      VERIFY_OK(
          database->runScript("UPDATE derivation SET version = 0; DELETE FROM ladder; DELETE FROM elder_contact"));
    }
    VERIFY_OK(tablet.open());
    QCOMPARE(tablet.queries().openWork(kToday)->ladders.size(), std::size_t{1});
    QCOMPARE(tablet.number("SELECT count(*) FROM elder_contact"), std::int64_t{1});
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::DerivationTest)
#include "derivation_test.moc"
