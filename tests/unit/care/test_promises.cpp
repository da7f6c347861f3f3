#include <QTest>

#include "district.h"
#include "sync/care/promises.h"

namespace doorstep::care::testing {
namespace {

v1::Visit visitOf(const std::string& id, const std::string& corrects = {}, bool voided = false) {
  v1::Visit visit;
  visit.set_id(id);
  visit.set_corrects_id(corrects);
  visit.set_voided(voided);
  return visit;
}

v1::Visit promising(v1::Visit visit, const std::string& promise, v1::Date due_on = {}) {
  v1::Promise& made = *visit.add_promises();
  made.set_id(promise);
  if (isSet(due_on)) {
    *made.mutable_due_on() = due_on;
  }
  return visit;
}

v1::Visit keeping(v1::Visit visit, const std::string& promise) {
  visit.add_kept_promise_ids(promise);
  return visit;
}

// "promise by visit" of those that stand open.
QStringList open(const std::vector<v1::Visit>& visits) {
  std::vector<const v1::Visit*> pointers;
  for (const v1::Visit& visit : visits) {
    pointers.push_back(&visit);
  }
  QStringList texts;
  for (const StandingPromise& standing : openPromises(pointers)) {
    texts.append(QString::fromStdString(standing.promise->id() + " by " + standing.visit->id()));
  }
  return texts;
}

}  // namespace

class Promises : public QObject {
  Q_OBJECT

 private slots:
  void openUntilKept() {
    QCOMPARE(open({promising(visitOf("1"), "pills"), visitOf("2")}), QStringList{"pills by 1"});
    QCOMPARE(open({promising(visitOf("1"), "pills"), keeping(visitOf("2"), "pills")}), QStringList{});
  }

  void theKeepingVisitMayArriveFirst() {
    QCOMPARE(open({keeping(visitOf("2"), "pills"), promising(visitOf("1"), "pills")}), QStringList{});
  }

  void onlyVisitsThatCountMakeOrKeep() {
    QCOMPARE(open({promising(visitOf("1"), "pills"), visitOf("2", "1")}), QStringList{});
    QCOMPARE(open({promising(visitOf("1"), "pills"), promising(visitOf("2", "1"), "pills")}),
             QStringList{"pills by 2"});
    QCOMPARE(open({promising(visitOf("1"), "pills"), visitOf("2", "1", true)}), QStringList{});
    QCOMPARE(open({promising(visitOf("1"), "pills"), keeping(visitOf("2"), "pills"), visitOf("3", "2", true)}),
             QStringList{"pills by 1"});
  }

  void aPromiseRepeatedIsListedOnce() {
    QCOMPARE(open({promising(visitOf("1"), "pills"), promising(visitOf("2"), "pills")}), QStringList{"pills by 1"});
  }

  void forTheNextVisitFirstThenByDay() {
    QCOMPARE(open({promising(visitOf("1"), "late", on(12, 9)), promising(visitOf("2"), "early", on(12, 1)),
                   promising(visitOf("3"), "next"), promising(visitOf("4"), "same day", on(12, 1))}),
             (QStringList{"next by 3", "early by 2", "same day by 4", "late by 1"}));
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::Promises)
#include "test_promises.moc"
