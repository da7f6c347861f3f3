#include <QtTest>
#include <set>

#include "sync/enrolment/code.h"
#include "sync/enrolment/proof.h"
#include "sync/outside/identifier.h"
#include "sync/outside/random.h"

using namespace doorstep;

class EnrolmentTest : public QObject {
  Q_OBJECT

 private slots:
  void aNewCodeIsItsOwnWrittenForm();
  void whatIsTypedIsNormalised_data();
  void whatIsTypedIsNormalised();
  void whatIsNoCodeIsRefused_data();
  void whatIsNoCodeIsRefused();
  void theKeyIsThatOfTheDocumentedDerivation();
  void proofsTellEveryPartApart();
};

void EnrolmentTest::aNewCodeIsItsOwnWrittenForm() {
  outside::SystemRandom random;
  std::set<std::string> seen;
  for (int round = 0; round < 200; ++round) {
    const std::string code = enrolment::newCode(random);
    QCOMPARE(code.size(), std::size_t{19});
    const auto normalised = enrolment::normaliseCode(code);
    QVERIFY(normalised.ok());
    QCOMPARE(*normalised, code);
    QCOMPARE(enrolment::locatorOf(code), code.substr(0, 4));
    seen.insert(code);
  }
  QCOMPARE(seen.size(), std::size_t{200});
}

void EnrolmentTest::whatIsTypedIsNormalised_data() {
  QTest::addColumn<QByteArray>("typed");
  const char* const rows[] = {"0123-4567-89AB-CDEF", "0123456789abcdef",       "o123 4567 89ab cdef",
                              "OI23-4567-89AB-CDEF", " 0L23-45 67-89ab-cdef ", "0i23-4567-89ab-cdef\n"};
  for (const char* row : rows) {
    QTest::newRow(row) << QByteArray(row);
  }
}

void EnrolmentTest::whatIsTypedIsNormalised() {
  QFETCH(QByteArray, typed);
  const auto normalised = enrolment::normaliseCode(typed.toStdString());
  QVERIFY(normalised.ok());
  QCOMPARE(*normalised, std::string("0123-4567-89AB-CDEF"));
}

void EnrolmentTest::whatIsNoCodeIsRefused_data() {
  QTest::addColumn<QByteArray>("typed");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("short") << QByteArray("0123-4567-89AB-CDE");
  QTest::newRow("long") << QByteArray("0123-4567-89AB-CDEF-0");
  QTest::newRow("U is no digit") << QByteArray("0123-4567-89AB-CDEU");
  QTest::newRow("Chinese") << QByteArray("零123-4567-89AB-CDEF");
}

void EnrolmentTest::whatIsNoCodeIsRefused() {
  QFETCH(QByteArray, typed);
  QCOMPARE(enrolment::normaliseCode(typed.toStdString()).status().code(), absl::StatusCode::kInvalidArgument);
}

// Argon2id with t=2, m=65,536 KiB, p=1, computed outside this code: whatever else implements
// enrolment.proto has to arrive at it.
void EnrolmentTest::theKeyIsThatOfTheDocumentedDerivation() {
  const auto key = enrolment::deriveKey("0123-4567-89AB-CDEF");
  QVERIFY(key.ok());
  QCOMPARE(key->size(), std::size_t{32});
  QCOMPARE(outside::toHex(*key), std::string("5528b07b7f8398fbb153be181dcf57a296f5a285f967eefd84d464aa5db19102"));
  QVERIFY(*key != *enrolment::deriveKey("0123-4567-89AB-CDEG"));
}

void EnrolmentTest::proofsTellEveryPartApart() {
  const std::string key(32, 'k');
  const std::string proof = enrolment::deviceProof(key, "request", "replica");
  QCOMPARE(proof.size(), std::size_t{32});
  QVERIFY(enrolment::sameProof(proof, enrolment::deviceProof(key, "request", "replica")));
  QVERIFY(!enrolment::sameProof(proof, enrolment::deviceProof(key, "Request", "replica")));
  QVERIFY(!enrolment::sameProof(proof, enrolment::deviceProof(key, "request", "Replica")));
  QVERIFY(!enrolment::sameProof(proof, enrolment::deviceProof(std::string(32, 'x'), "request", "replica")));
  QVERIFY(!enrolment::sameProof(proof, enrolment::serviceProof(key, "request", "replica", "", "")));
  QVERIFY(!enrolment::sameProof(proof, ""));
}

QTEST_APPLESS_MAIN(EnrolmentTest)
#include "test_enrolment.moc"
