// What the service put aside, seen from the tablet: taken in later, let go, corrected; and what cannot be read again.

#include "sync/replication/chain.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {

class AsideTest : public QObject {
  Q_OBJECT

 private slots:
  void takenInAfterAllItStands();
  void letGoItIsGoneHere();
  void aCorrectionKeepsWhatItCorrects();
  void whatWaitsAgainKeepsItsPlace();
  void whatCannotBeReadBlocksNothing_data();
  void whatCannotBeReadBlocksNothing();

 private:
  static v1::Receipt aside(const v1::Change& change);
  static v1::PullReply outcome(const v1::Receipt& receipt);
  static v1::Receipt letGo(const v1::Change& change, const char* how);
  static bool isHeld(Tablet& tablet, const char* visit);
};

v1::Receipt AsideTest::aside(const v1::Change& change) {
  v1::Receipt receipt;
  receipt.set_change_id(change.id());
  receipt.set_sequence(change.sequence());
  receipt.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
  receipt.add_problems()->set_code(v1::PROBLEM_CODE_TIME_UNCERTAIN);
  return receipt;
}

v1::Receipt AsideTest::letGo(const v1::Change& change, const char* how) {
  v1::Receipt receipt = aside(change);
  v1::Problem& settled = *receipt.add_problems();
  settled.set_code(v1::PROBLEM_CODE_ALREADY_SETTLED);
  settled.add_details(how);
  return receipt;
}

v1::PullReply AsideTest::outcome(const v1::Receipt& receipt) {
  v1::PullReply reply;
  *reply.add_receipts() = receipt;
  *reply.mutable_cursor() = revision(90);
  return reply;
}

bool AsideTest::isHeld(Tablet& tablet, const char* visit) {
  const std::string sql =
      "SELECT count(*) FROM record WHERE id = x'" + QByteArray::fromStdString(id(visit)).toHex().toStdString() + "'";
  return tablet.number(sql) == 1;
}

void AsideTest::takenInAfterAllItStands() {
  Tablet tablet;
  VERIFY_OK(tablet.settle());
  VERIFY_OK(tablet.store().append(visited("v1", "h1", "wang", at(kToday, 8))).status());
  const v1::Change change = tablet.waiting().at(0);
  VERIFY_OK(tablet.store().keepReceipts({aside(change)}));
  QCOMPARE(tablet.queries().syncOverview()->quarantined.size(), std::size_t{1});
  VERIFY_OK(tablet.store().keepPage(outcome(applied(change, 80))));
  QCOMPARE(tablet.queries().syncOverview()->quarantined.size(), std::size_t{0});
  QVERIFY(isHeld(tablet, "v1"));
  QCOMPARE(tablet.number("SELECT sequence FROM record WHERE id = x'" +
                         QByteArray::fromStdString(id("v1")).toHex().toStdString() + "'"),
           std::int64_t{80});
}

void AsideTest::letGoItIsGoneHere() {
  Tablet tablet;
  VERIFY_OK(tablet.settle());
  VERIFY_OK(tablet.store().append(visited("v1", "h1", "wang", at(kToday, 8))).status());
  const v1::Change change = tablet.waiting().at(0);
  VERIFY_OK(tablet.store().keepReceipts({aside(change)}));
  QVERIFY(isHeld(tablet, "v1"));  // until somebody decides it stands here
  VERIFY_OK(tablet.store().keepPage(outcome(letGo(change, "DECISION_LET_GO"))));
  QVERIFY(!isHeld(tablet, "v1"));
  QCOMPARE(tablet.queries().syncOverview()->quarantined.size(), std::size_t{0});
  // Once more, and after the store was opened anew, it is the same.
  VERIFY_OK(tablet.store().keepPage(outcome(letGo(change, "DECISION_LET_GO"))));
  tablet.close();
  VERIFY_OK(tablet.open());
  QCOMPARE(tablet.store().state()->waiting, std::uint64_t{0});
}

void AsideTest::aCorrectionKeepsWhatItCorrects() {
  Tablet tablet;
  VERIFY_OK(tablet.settle());
  VERIFY_OK(tablet.store().append(visited("v1", "h1", "wang", at(kToday, 8))).status());
  const v1::Change change = tablet.waiting().at(0);
  VERIFY_OK(tablet.store().keepReceipts({aside(change)}));
  const auto corrected = tablet.store().correctVisit(change.id(), at(kToday, 7), at(kToday, 8));
  VERIFY_OK(corrected.status());
  QVERIFY(corrected->problems.empty());
  const std::vector<v1::Change> waiting = tablet.waiting();
  QCOMPARE(waiting.size(), std::size_t{2});
  QCOMPARE(tablet.store().state()->waiting, std::uint64_t{1});
  QCOMPARE(waiting.at(1).corrects(), change.id());
  QVERIFY(care::toTime(waiting.at(1).create().visit().started_at()) == at(kToday, 7));
  QCOMPARE(tablet.queries().syncOverview()->quarantined.size(), std::size_t{0});
  VERIFY_OK(tablet.store().keepPage(outcome(letGo(change, "CORRECTED"))));
  QVERIFY(isHeld(tablet, "v1"));
  // What was not put aside is corrected by a record of its own.
  const auto again = tablet.store().correctVisit(change.id(), at(kToday, 6), at(kToday, 7));
  COMPARE_CODE(again.status(), kNotFound);
}

// Sent again to a service that was restored, it has no outcome yet.
void AsideTest::whatWaitsAgainKeepsItsPlace() {
  Tablet tablet;
  VERIFY_OK(tablet.settle());
  VERIFY_OK(tablet.store().append(visited("v1", "h1", "wang", at(kToday, 8))).status());
  const v1::Change change = tablet.waiting().at(0);
  VERIFY_OK(tablet.store().keepPage(outcome(applied(change, 80))));
  QCOMPARE(tablet.store().state()->waiting, std::uint64_t{1});
}

void AsideTest::whatCannotBeReadBlocksNothing_data() {
  QTest::addColumn<int>("position");
  QTest::newRow("the first") << 0;
  QTest::newRow("in the middle") << 1;
  QTest::newRow("the last") << 2;
}

void AsideTest::whatCannotBeReadBlocksNothing() {
  QFETCH(int, position);
  Tablet tablet;
  VERIFY_OK(tablet.settle());
  for (const char* name : {"v1", "v2", "v3"}) {
    VERIFY_OK(tablet.store().append(visited(name, "h1", "wang", at(kToday, 8))).status());
  }
  const std::vector<v1::Change> before = tablet.waiting();
  tablet.close();
  {
    sqlite::OpenOptions options;
    options.key = testKey();
    auto database = sqlite::Database::open(tablet.path(), options);
    VERIFY_OK(database->execute("UPDATE outgoing SET encoded = x'ffffff' WHERE sequence = ?1", position + 1));
  }
  VERIFY_OK(tablet.open());
  std::vector<v1::Change> sent;
  for (std::uint64_t after = 0; after < 3;) {
    const auto changes = tablet.store().outgoingAfter(after, 10, 1 << 20);
    VERIFY_OK(changes.status());
    QVERIFY(!changes->empty());
    for (const client::OutgoingChange& change : *changes) {
      QCOMPARE(change.sequence, after + 1);
      sent.push_back(*replication::decodeChange(change.encoded));
      after = change.sequence;
    }
  }
  std::string head = replication::chainStart();
  for (std::size_t at = 0; at < 3; ++at) {
    QCOMPARE(sent.at(at).id(), before.at(at).id());
    QCOMPARE(sent.at(at).has_skipped(), static_cast<int>(at) == position);
    QCOMPARE(sent.at(at).predecessor(), head);
    head = replication::sha256(replication::encode(sent.at(at)));
  }
  QCOMPARE(tablet.number("SELECT count(*) FROM unreadable"), std::int64_t{1});
}

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::AsideTest)
#include "aside_test.moc"
