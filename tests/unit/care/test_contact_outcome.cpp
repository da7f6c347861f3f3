#include <QTest>
#include <set>
#include <utility>

#include "sync/care/contact_outcome.h"

namespace doorstep::care::testing {

// Every outcome with every mode (domain.md §5): what is not listed is invalid.
class ContactOutcomes : public QObject {
  Q_OBJECT

 private slots:
  void pair_data() {
    const std::set<std::pair<int, int>> valid = {
        {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN},
        {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN_REFUSED},
        {v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE},
        {v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REFUSED},
        {v1::CONTACT_MODE_VIDEO, v1::CONTACT_OUTCOME_SPOKE_REMOTE},
        {v1::CONTACT_MODE_VIDEO, v1::CONTACT_OUTCOME_SPOKE_REFUSED},
        {v1::CONTACT_MODE_PROXY, v1::CONTACT_OUTCOME_PROXY_CONFIRMED},
        {v1::CONTACT_MODE_REMOTE_MONITORING, v1::CONTACT_OUTCOME_SIGNAL},
    };
    const std::set<int> attempts = {v1::CONTACT_OUTCOME_NOT_SEEN_SAFE, v1::CONTACT_OUTCOME_NO_REPLY,
                                    v1::CONTACT_OUTCOME_ABORTED_UNSAFE, v1::CONTACT_OUTCOME_CANCELLED};
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<bool>("valid");
    for (int mode = v1::ContactMode_MIN; mode <= v1::ContactMode_MAX; ++mode) {
      const bool person_tried = mode >= v1::CONTACT_MODE_IN_PERSON && mode <= v1::CONTACT_MODE_PROXY;
      for (int outcome = v1::ContactOutcome_MIN; outcome <= v1::ContactOutcome_MAX; ++outcome) {
        const std::string name = v1::ContactMode_Name(mode) + " " + v1::ContactOutcome_Name(outcome);
        QTest::newRow(name.c_str()) << mode << outcome
                                    << (valid.count({mode, outcome}) > 0 ||
                                        (person_tried && attempts.count(outcome) > 0));
      }
    }
  }

  void pair() {
    QFETCH(int, mode);
    QFETCH(int, outcome);
    QFETCH(bool, valid);
    QCOMPARE(isValidPair(static_cast<v1::ContactMode>(mode), static_cast<v1::ContactOutcome>(outcome)), valid);
  }

  void qualifying_data() {
    QTest::addColumn<int>("outcome");
    QTest::addColumn<bool>("qualifies");
    QTest::addColumn<bool>("refuses");
    QTest::newRow("SEEN") << int{v1::CONTACT_OUTCOME_SEEN} << true << false;
    QTest::newRow("SEEN_REFUSED") << int{v1::CONTACT_OUTCOME_SEEN_REFUSED} << true << true;
    QTest::newRow("SPOKE_REMOTE") << int{v1::CONTACT_OUTCOME_SPOKE_REMOTE} << true << false;
    QTest::newRow("SPOKE_REFUSED") << int{v1::CONTACT_OUTCOME_SPOKE_REFUSED} << true << true;
    QTest::newRow("PROXY_CONFIRMED") << int{v1::CONTACT_OUTCOME_PROXY_CONFIRMED} << true << false;
    QTest::newRow("NOT_SEEN_SAFE") << int{v1::CONTACT_OUTCOME_NOT_SEEN_SAFE} << false << false;
    QTest::newRow("NO_REPLY") << int{v1::CONTACT_OUTCOME_NO_REPLY} << false << false;
    QTest::newRow("ABORTED_UNSAFE") << int{v1::CONTACT_OUTCOME_ABORTED_UNSAFE} << false << false;
    QTest::newRow("CANCELLED") << int{v1::CONTACT_OUTCOME_CANCELLED} << false << false;
    QTest::newRow("UNSPECIFIED") << int{v1::CONTACT_OUTCOME_UNSPECIFIED} << false << false;
    QTest::newRow("SIGNAL, switch off") << int{v1::CONTACT_OUTCOME_SIGNAL} << false << false;
  }

  void qualifying() {
    QFETCH(int, outcome);
    QFETCH(bool, qualifies);
    QFETCH(bool, refuses);
    QCOMPARE(isQualifying(static_cast<v1::ContactOutcome>(outcome)), qualifies);
    QCOMPARE(isRefusal(static_cast<v1::ContactOutcome>(outcome)), refuses);
  }

  void signalQualifiesByLocalSwitch() {
    QVERIFY(isQualifying(v1::CONTACT_OUTCOME_SIGNAL, true));
    QVERIFY(!isQualifying(v1::CONTACT_OUTCOME_NO_REPLY, true));
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::ContactOutcomes)
#include "test_contact_outcome.moc"
