#include <QDir>
#include <QFile>
#include <QtTest>

#include "doorstep/v1/coverage.grpc.pb.h"
#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/care/calendar.h"
#include "sync/replication/chain.h"
#include "sync/service/audit.h"
#include "sync/service/ledger/backup.h"
#include "tests/support/service_under_test.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::patient;

// Evening, export, revocation and backup over real gRPC with mutual TLS.
class EveningRpcTest : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void theEveningIsForStaffAndOperatorAndAudited();
  void anExportIsAuditedBeforeItsFirstPage();
  void aRevokedDeviceIsRefusedAtOnceAndInsideItsStream();
  void onlyTheOperatorRevokesAndBacksUp();
  void aBackupComesWholeWithItsDigest();
  void nothingOfACopyIsLeftBehind();
  void aRestoreUndoesNeitherARevocationNorAFreeze();

 private:
  struct Desk {
    tests::EnrolledDevice device;
    std::shared_ptr<grpc::Channel> channel;
  };
  Desk deskOf(const std::string& staff_number);
  grpc::Status revoke(const std::shared_ptr<grpc::Channel>& channel, const std::string& staff_number);
  grpc::Status hello(const Desk& desk);
  QByteArray backUp(std::string& digest, v1::Revision& at);
  std::vector<v1::AuditEvent> audited(v1::AuditVerb verb);
  v1::CoverageRow november();

  std::unique_ptr<tests::ServiceUnderTest> service_;
};

namespace {

const absl::Time kFreeze = absl::FromCivil(absl::CivilSecond(2026, 12, 6, 0, 0, 0), care::districtZone());

}  // namespace

void EveningRpcTest::init() {
  service_ = std::make_unique<tests::ServiceUnderTest>();
  service_->import({tests::areaRow(2, "220211", "", "district", "丰满区"),
                    tests::areaRow(3, "220211001", "220211", "subdistrict", "泰山街道")});
  v1::DistrictRules rules;
  *rules.mutable_go_live_on() = tests::date(2026, 10, 1);
  service_->setRules("220211", rules);
  service_->import({tests::workerRow(2, "V1", v1::ROLE_VISITOR, {"220211001"}),
                    tests::workerRow(3, "D1", v1::ROLE_DISTRICT_STAFF, {"220211"}),
                    tests::workerRow(4, "S1", v1::ROLE_SUPERVISOR, {"220211001"})});
  service_->import({tests::elderRow(2, "E1", "H1", "220211001")});
}

EveningRpcTest::Desk EveningRpcTest::deskOf(const std::string& staff_number) {
  Desk desk;
  desk.device = service_->enrolWorker(staff_number);
  desk.channel = service_->channel(desk.device);
  return desk;
}

grpc::Status EveningRpcTest::revoke(const std::shared_ptr<grpc::Channel>& channel, const std::string& staff_number) {
  grpc::ClientContext context;
  patient(context);
  v1::RevokeRequest request;
  request.set_staff_number(staff_number);
  request.set_reason("lost");
  v1::RevokeReply reply;
  return v1::Admin::NewStub(channel)->Revoke(&context, request, &reply);
}

grpc::Status EveningRpcTest::hello(const Desk& desk) {
  grpc::ClientContext context;
  patient(context);
  v1::HelloRequest request;
  request.set_protocol_version(1);
  request.set_replica_id(desk.device.replica_id);
  request.set_chain_head(replication::chainStart());
  v1::HelloReply reply;
  return v1::Sync::NewStub(desk.channel)->Hello(&context, request, &reply);
}

QByteArray EveningRpcTest::backUp(std::string& digest, v1::Revision& at) {
  grpc::ClientContext context;
  patient(context);
  const auto stub = v1::Admin::NewStub(service_->operatorChannel());
  const auto stream = stub->Backup(&context, {});
  QByteArray content;
  v1::BackupReply reply;
  std::uint64_t total = 0;
  while (stream->Read(&reply)) {
    content.append(reply.chunk().data(), static_cast<qsizetype>(reply.chunk().size()));
    total = reply.total_bytes();
    digest = reply.sha256();
    at = reply.at();
  }
  const bool whole = stream->Finish().ok() && total == static_cast<std::uint64_t>(content.size());
  return whole ? content : QByteArray();
}

std::vector<v1::AuditEvent> EveningRpcTest::audited(v1::AuditVerb verb) {
  service_->recount();  // goes through the writer after whatever was posted before it
  const auto snapshot = service_->ledger().read();
  std::vector<v1::AuditEvent> events;
  const absl::Status read = (*snapshot)->registry().forEachAudit([&](const service::AuditRow& row) {
    v1::AuditEvent event;
    event.ParseFromString(row.encoded);
    if (event.verb() == verb) {
      events.push_back(event);
    }
    return absl::OkStatus();
  });
  return read.ok() && service::verifyAudit(**snapshot).ok() ? events : std::vector<v1::AuditEvent>();
}

v1::CoverageRow EveningRpcTest::november() {
  grpc::ClientContext context;
  patient(context);
  v1::GetCoverageRequest request;
  *request.mutable_month() = care::toMonth(absl::CivilMonth(2026, 11));
  v1::GetCoverageReply reply;
  const auto stub = v1::Coverage::NewStub(service_->operatorChannel());
  return stub->GetCoverage(&context, request, &reply).ok() ? reply.area().row() : v1::CoverageRow();
}

void EveningRpcTest::theEveningIsForStaffAndOperatorAndAudited() {
  const auto ask = [](const std::shared_ptr<grpc::Channel>& channel, v1::EndOfDay& day) {
    grpc::ClientContext context;
    patient(context);
    return v1::Coverage::NewStub(channel)->GetEndOfDay(&context, {}, &day).error_code();
  };
  const Desk visitor = deskOf("V1");
  const Desk staff = deskOf("D1");
  v1::EndOfDay day;
  QCOMPARE(ask(staff.channel, day), grpc::StatusCode::OK);
  QCOMPARE(day.devices_size(), 2);
  QCOMPARE(day.devices_silent(), std::uint64_t{2});
  QCOMPARE(ask(service_->operatorChannel(), day), grpc::StatusCode::OK);
  const auto views = audited(v1::AUDIT_VERB_VIEW);
  QCOMPARE(views.size(), std::size_t{2});
  QCOMPARE(views[0].worker_id(), staff.device.reply.worker_id());
  QCOMPARE(views[0].subject(), std::string("Coverage.GetEndOfDay"));
  QCOMPARE(ask(visitor.channel, day), grpc::StatusCode::PERMISSION_DENIED);
  QCOMPARE(audited(v1::AUDIT_VERB_REFUSED).size(), std::size_t{1});
}

void EveningRpcTest::anExportIsAuditedBeforeItsFirstPage() {
  const Desk staff = deskOf("D1");
  grpc::ClientContext context;
  patient(context);
  v1::ExportRequest request;
  request.set_kind(v1::EXPORT_KIND_COVERAGE);
  request.set_area_code("220211");
  const auto stub = v1::Coverage::NewStub(staff.channel);
  const auto stream = stub->Export(&context, request);
  v1::ExportReply page;
  QVERIFY(stream->Read(&page));
  QCOMPARE(page.coverage_size(), 2);
  QCOMPARE(page.total(), std::uint64_t{2});
  const auto events = audited(v1::AUDIT_VERB_EXPORT);
  QCOMPARE(events.size(), std::size_t{1});
  QVERIFY(events[0].subject().find("220211") != std::string::npos);
  QVERIFY(!stream->Read(&page));
  QVERIFY(stream->Finish().ok());

  const Desk supervisor = deskOf("S1");
  grpc::ClientContext refused;
  patient(refused);
  const auto other = v1::Coverage::NewStub(supervisor.channel);
  const auto nothing = other->Export(&refused, request);
  QVERIFY(!nothing->Read(&page));
  QCOMPARE(nothing->Finish().error_code(), grpc::StatusCode::PERMISSION_DENIED);
}

void EveningRpcTest::aRevokedDeviceIsRefusedAtOnceAndInsideItsStream() {
  const Desk visitor = deskOf("V1");
  QVERIFY(hello(visitor).ok());
  grpc::ClientContext context;
  patient(context);
  const auto stub = v1::Sync::NewStub(visitor.channel);
  const auto stream = stub->Push(&context);
  QVERIFY(stream->Write({}));  // let in while it was valid
  v1::PushReply reply;
  QVERIFY(revoke(service_->operatorChannel(), "V1").ok());
  v1::PushRequest request;
  request.add_changes("whatever comes now");
  stream->Write(request);
  stream->WritesDone();
  while (stream->Read(&reply)) {
    QCOMPARE(reply.receipts_size(), 0);
  }
  QVERIFY(!stream->Finish().ok());
  QCOMPARE(hello(visitor).error_code(), grpc::StatusCode::PERMISSION_DENIED);
  const auto events = audited(v1::AUDIT_VERB_REVOKE);
  QCOMPARE(events.size(), std::size_t{1});
  QCOMPARE(events[0].replica_id(), visitor.device.replica_id);
  QFile notes(QString::fromStdString(service_->folder() + "/revocations"));
  QVERIFY(notes.open(QIODevice::ReadOnly));
  QVERIFY(notes.readAll().startsWith("revoked "));
}

void EveningRpcTest::onlyTheOperatorRevokesAndBacksUp() {
  const Desk staff = deskOf("D1");
  QCOMPARE(revoke(staff.channel, "V1").error_code(), grpc::StatusCode::PERMISSION_DENIED);
  grpc::ClientContext context;
  patient(context);
  const auto stub = v1::Admin::NewStub(staff.channel);
  const auto stream = stub->Backup(&context, {});
  v1::BackupReply reply;
  QVERIFY(!stream->Read(&reply));
  QCOMPARE(stream->Finish().error_code(), grpc::StatusCode::PERMISSION_DENIED);
  QCOMPARE(audited(v1::AUDIT_VERB_REFUSED).size(), std::size_t{2});
  QVERIFY(hello(staff).ok());
}

void EveningRpcTest::aBackupComesWholeWithItsDigest() {
  std::string digest;
  v1::Revision at;
  const QByteArray content = backUp(digest, at);
  QVERIFY(!content.isEmpty());
  QCOMPARE(digest, replication::sha256(content.toStdString()));
  QVERIFY(at.sequence() > 0);
  QVERIFY(!content.contains("SQLite format 3"));
  QCOMPARE(audited(v1::AUDIT_VERB_BACKUP).size(), std::size_t{1});
  const std::string path = service_->folder() + "/taken";
  QFile file(QString::fromStdString(path));
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
  file.close();
  const auto report = service::verifyBackup(path, service_->folder() + "/ledger.key", digest);
  QVERIFY2(report.ok(), std::string(report.status().message()).c_str());
  QVERIFY(report->audit_events > 0);
}

void EveningRpcTest::nothingOfACopyIsLeftBehind() {
  std::string digest;
  v1::Revision at;
  QVERIFY(!backUp(digest, at).isEmpty());
  const QDir folder(QString::fromStdString(service_->folder()));
  QVERIFY(folder.entryList({"backup-*"}, QDir::Files).isEmpty());
  service_->restart([&folder] {
    QFile killed(folder.filePath("backup-0011.copy"));
    QVERIFY(killed.open(QIODevice::WriteOnly));
  });
  QVERIFY(folder.entryList({"backup-*"}, QDir::Files).isEmpty());
}

void EveningRpcTest::aRestoreUndoesNeitherARevocationNorAFreeze() {
  const Desk visitor = deskOf("V1");
  const Desk staff = deskOf("D1");
  std::string digest;
  v1::Revision at;
  const QByteArray content = backUp(digest, at);
  const std::string path = service_->folder() + "/taken";
  QFile file(QString::fromStdString(path));
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
  file.close();

  QVERIFY(revoke(service_->operatorChannel(), "V1").ok());
  service_->clock().set(kFreeze + absl::Seconds(1));
  const v1::CoverageRow frozen = november();
  QVERIFY(frozen.frozen_sequence() > 0);
  service_->restart();  // the freeze is noted at the latest by then
  service_->clock().set(kFreeze + absl::Hours(24));
  service_->restart([&] {
    const auto restored = service::restoreBackup(service_->folder(), path, service_->clock().now(), digest);
    QVERIFY2(restored.ok(), std::string(restored.status().message()).c_str());
    QVERIFY(!restored->set_aside.empty());
  });

  const Desk again{visitor.device, service_->channel(visitor.device)};
  QCOMPARE(hello(again).error_code(), grpc::StatusCode::PERMISSION_DENIED);
  const Desk other{staff.device, service_->channel(staff.device)};
  QVERIFY(hello(other).ok());
  const v1::CoverageRow back = november();
  QCOMPARE(back.frozen_sequence(), frozen.frozen_sequence());
  QCOMPARE(back.frozen().denominator(), frozen.frozen().denominator());
  QCOMPARE(care::toTime(back.frozen_at()) == care::toTime(frozen.frozen_at()), true);
  QCOMPARE(audited(v1::AUDIT_VERB_RESTORE).size(), std::size_t{1});
  QCOMPARE(service_->recount().differences_size(), 0);
}

QTEST_GUILESS_MAIN(EveningRpcTest)
#include "evening_rpc_test.moc"
