#include <QtTest>
#include <map>
#include <string>

#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/coverage.pb.h"
#include "doorstep/v1/settling.pb.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/service/rpc/callers.h"

using namespace doorstep;

// The whole table of who may call what, once more: every method of every service behind a certificate,
// for a visitor's, a supervisor's and a district's device and for the operator. Whoever adds a method or
// opens one says so here, too.
class CallersTest : public QObject {
  Q_OBJECT

 private slots:
  void everyMethodIsMeantForSomebody_data();
  void everyMethodIsMeantForSomebody();
  void whatNobodyKnowsIsForNobody();
};

namespace {

service::Caller deviceOf(v1::Role role) {
  service::Caller caller;
  caller.worker_id = "somebody";
  caller.roles = {role};
  return caller;
}

service::Caller theOperator() {
  service::Caller caller;
  caller.is_operator = true;
  caller.roles = {v1::ROLE_OPERATOR};
  return caller;
}

QByteArray lettersOf(const std::string& method) {
  const auto letter = [&method](const service::Caller& caller, char one) {
    return service::checkCaller(caller, method).ok() ? one : '-';
  };
  QByteArray letters;
  letters += letter(deviceOf(v1::ROLE_VISITOR), 'V');
  letters += letter(deviceOf(v1::ROLE_SUPERVISOR), 'S');
  letters += letter(deviceOf(v1::ROLE_DISTRICT_STAFF), 'D');
  letters += letter(theOperator(), 'O');
  return letters;
}

}  // namespace

void CallersTest::everyMethodIsMeantForSomebody_data() {
  QTest::addColumn<QByteArray>("expected");
  const std::map<std::string, const char*> table = {
      {"Sync.Hello", "VSD-"},
      {"Sync.Push", "VSD-"},
      {"Sync.Pull", "VSD-"},
      {"Sync.Reconcile", "VSD-"},
      {"Sync.SendAttachments", "VSD-"},
      {"Sync.FetchAttachment", "VSD-"},
      {"Sync.TakeBundle", "VSDO"},
      {"Sync.HandIn", "----"},  // for whom every method refuses: its own door
      {"Coverage.GetCoverage", "VSDO"},
      {"Coverage.ListMissed", "VSDO"},
      {"Coverage.GetEndOfDay", "-SDO"},
      {"Coverage.Export", "--DO"},
      {"Admin.Import", "--DO"},
      {"Admin.IssueCode", "--DO"},
      {"Admin.ListDevices", "--DO"},
      {"Admin.SetRules", "--DO"},
      {"Admin.GetRules", "--DO"},
      {"Admin.Recount", "---O"},
      {"Admin.ListConflicts", "---O"},
      {"Admin.ListQuarantined", "---O"},
      {"Admin.Revoke", "---O"},
      {"Admin.Backup", "---O"},
      {"Settling.ListDuplicates", "--DO"},
      {"Settling.Settle", "--DO"},
      {"Settling.MergeElders", "--DO"},
  };
  const google::protobuf::FileDescriptor* files[] = {
      v1::HelloRequest::descriptor()->file(), v1::GetCoverageRequest::descriptor()->file(),
      v1::ImportRequest::descriptor()->file(), v1::SettleRequest::descriptor()->file()};
  for (const auto* file : files) {
    for (int service = 0; service < file->service_count(); ++service) {
      for (int method = 0; method < file->service(service)->method_count(); ++method) {
        const std::string name = file->service(service)->name() + "." + file->service(service)->method(method)->name();
        const auto row = table.find(name);
        QTest::newRow(name.c_str()) << QByteArray(row == table.end() ? "a method without a row here" : row->second);
      }
    }
  }
}

void CallersTest::everyMethodIsMeantForSomebody() {
  QFETCH(QByteArray, expected);
  QCOMPARE(lettersOf(QTest::currentDataTag()), expected);
}

void CallersTest::whatNobodyKnowsIsForNobody() {
  QCOMPARE(lettersOf("Admin.Erase"), QByteArray("----"));
}

QTEST_APPLESS_MAIN(CallersTest)
#include "callers_test.moc"
