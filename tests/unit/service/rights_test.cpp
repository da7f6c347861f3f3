#include <QtTest>
#include <map>
#include <string>

#include "sync/service/rights.h"

using namespace doorstep;
using service::Right;
using service::Scope;
using service::Verb;

// The whole table once more, in another form: for each kind and role what may be read, created and
// edited, and how far: A assigned households, O own areas, D the district, small letters only some
// fields, – nothing. Whoever changes a right changes it here, too, and knows it.
class RightsTest : public QObject {
  Q_OBJECT

 private slots:
  void everyRightIsIntended_data();
  void everyRightIsIntended();
  void whatMergingLeftOpenIsSettledByThoseWhoAnswerForIt();
  void nobodyHoldsARoleThatIsNotListed();
};

namespace {

constexpr v1::Role kRoles[] = {v1::ROLE_VISITOR, v1::ROLE_SUPERVISOR, v1::ROLE_DISTRICT_STAFF, v1::ROLE_OPERATOR};

QByteArray letter(v1::Role role, v1::RecordKind kind, Verb verb) {
  const std::vector<Right> rights = service::rightsOf(std::span(&role, 1), kind, verb);
  if (rights.empty()) {
    return "–";
  }
  QByteArray letters;
  for (const Right& right : rights) {
    QByteArray one = right.scope == Scope::kAssigned ? "A" : right.scope == Scope::kOwnAreas ? "O" : "D";
    letters += right.fields.empty() ? one : one.toLower();
  }
  return letters;
}

}  // namespace

void RightsTest::everyRightIsIntended_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<QByteArray>("expected");
  const std::map<v1::RecordKind, const char*> table = {
      //                                          visitor supervisor district operator, each read create edit
      {v1::RECORD_KIND_AREA, "D–– D–– D–– –DD"},
      {v1::RECORD_KIND_ORGANISATION, "D–– D–– DDD –DD"},
      {v1::RECORD_KIND_PROGRAMME, "D–– D–– DDD –DD"},
      {v1::RECORD_KIND_WORKER, "D–– D–– D–d –DD"},
      {v1::RECORD_KIND_HOUSEHOLD, "A–a OOO DDD –DD"},
      {v1::RECORD_KIND_ELDER, "A–a OOO DDD –DD"},
      {v1::RECORD_KIND_ELDER_IDENTITY, "––– ––– DDD –DD"},
      {v1::RECORD_KIND_CONTACT, "AAA OOO DDD –DD"},
      {v1::RECORD_KIND_ASSIGNMENT, "A–– OOO DDD –DD"},
      {v1::RECORD_KIND_VISIT, "AA– OO– DD– –D–"},
      {v1::RECORD_KIND_SERVICE_ENTRY, "AA– OO– DD– –––"},
      {v1::RECORD_KIND_SERVICE_ENTRY_EVENT, "AA– OO– DD– –––"},
      {v1::RECORD_KIND_RISK_FLAG, "AA– OO– DD– –––"},
      {v1::RECORD_KIND_RISK_EVENT, "AA– OO– DD– –––"},
      {v1::RECORD_KIND_RESTRICTED_RISK_FLAG, "–A– OO– DD– –––"},
      {v1::RECORD_KIND_RESTRICTED_RISK_EVENT, "––– OO– DD– –––"},
      {v1::RECORD_KIND_CHECKLIST_TEMPLATE, "D–– D–– DDD –––"},
      {v1::RECORD_KIND_DISTRICT_RULES, "D–– D–– D–d –DD"},
      {v1::RECORD_KIND_AUDIT_EVENT, "––– ––– ––– –––"},
      {v1::RECORD_KIND_LADDER, "AA– OO– DD– –D–"},
      {v1::RECORD_KIND_LADDER_EVENT, "AA– OO– DD– –D–"},
      {v1::RECORD_KIND_DUTY_ROSTER, "D–– D–– DDD –DD"},
      {v1::RECORD_KIND_FACILITY, "D–– D–– DDD –DD"},
      {v1::RECORD_KIND_TARGET, "––– D–– DDD –DD"},
      {v1::RECORD_KIND_ATTACHMENT, "AA– OO– DD– –––"},
      {v1::RECORD_KIND_CONFLICT, "––– O–– D–– –––"},
      {v1::RECORD_KIND_LIKELY_DUPLICATE, "––– O–– D–– –––"},
      {v1::RECORD_KIND_COVERAGE_ROW, "––– O–– D–– –––"},
  };
  const auto* kinds = v1::RecordKind_descriptor();
  for (int index = 0; index < kinds->value_count(); ++index) {
    const auto kind = static_cast<v1::RecordKind>(kinds->value(index)->number());
    if (kind == v1::RECORD_KIND_UNSPECIFIED) {
      continue;
    }
    const auto row = table.find(kind);
    QTest::newRow(kinds->value(index)->name().c_str())
        << static_cast<int>(kind) << QByteArray(row == table.end() ? "a kind without a row here" : row->second);
  }
}

void RightsTest::everyRightIsIntended() {
  QFETCH(int, kind);
  QFETCH(QByteArray, expected);
  QByteArray actual;
  for (const v1::Role role : kRoles) {
    if (!actual.isEmpty()) {
      actual += " ";
    }
    for (const Verb verb : {Verb::kRead, Verb::kCreate, Verb::kEdit}) {
      actual += letter(role, static_cast<v1::RecordKind>(kind), verb);
    }
  }
  QCOMPARE(actual, expected);
}

void RightsTest::whatMergingLeftOpenIsSettledByThoseWhoAnswerForIt() {
  const auto* kinds = v1::RecordKind_descriptor();
  for (int index = 0; index < kinds->value_count(); ++index) {
    const auto kind = static_cast<v1::RecordKind>(kinds->value(index)->number());
    QByteArray actual;
    for (const v1::Role role : kRoles) {
      actual += letter(role, kind, Verb::kSettle);
    }
    const bool derived = kind == v1::RECORD_KIND_CONFLICT || kind == v1::RECORD_KIND_LIKELY_DUPLICATE;
    QCOMPARE(actual, QByteArray(derived ? "–ODD" : "––––"));
  }
}

void RightsTest::nobodyHoldsARoleThatIsNotListed() {
  for (const Right& right : service::rights()) {
    QVERIFY(std::find(std::begin(kRoles), std::end(kRoles), right.role) != std::end(kRoles));
  }
}

QTEST_APPLESS_MAIN(RightsTest)
#include "rights_test.moc"
