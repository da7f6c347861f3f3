#include "tests/unit/reconcile/paired_tablet.h"

#include <cstdlib>
#include <iostream>
#include <map>
#include <utility>

#include "sync/care/calendar.h"
#include "sync/replication/digest.h"
#include "sync/service/exchange/hello.h"
#include "sync/service/exchange/pull_stream.h"
#include "sync/service/exchange/sight.h"
#include "sync/service/reconcile/compare.h"

namespace doorstep::tests {
namespace {

void must(const absl::Status& status) {
  if (!status.ok()) {
    std::cerr << status << std::endl;
    std::abort();
  }
}

std::uint64_t seedOf(const std::string& name) {
  return std::hash<std::string>()(name);
}

sqlite::Key key() {
  std::array<std::uint8_t, sqlite::Key::kSize> bytes{};
  bytes.fill(9);
  return sqlite::Key(bytes);
}

}  // namespace

absl::CivilDay DirectRemote::today() const {
  return care::dayOf(bench_.clock().now(), bench_.zone());
}

void DirectRemote::hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) {
  ++hellos;
  last_hello = request;
  const auto snapshot = bench_.ledger().read();
  auto reply = service::answerHello((*snapshot)->district(bench_.districtId()), bench_.writer().directory(),
                                    device_.caller, request, bench_.clock().now());
  if (reply.ok()) {
    last_reply = *reply;
  }
  executor_.post([done = std::move(done), reply = std::move(reply)] { done(reply); });
}

void DirectRemote::push(const v1::PushRequest& request, Done<v1::PushReply> done) {
  ++pushes;
  const service::BatchOutcome outcome = bench_.push(device_, {request.changes().begin(), request.changes().end()});
  v1::PushReply reply;
  for (const v1::Receipt& receipt : outcome.receipts) {
    *reply.add_receipts() = receipt;
  }
  executor_.post([done = std::move(done), reply] { done(reply); });
}

void DirectRemote::pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
                        std::function<void(absl::Status)> done) {
  ++pulls;
  executor_.post([this, request, on_page = std::move(on_page), done = std::move(done)] {
    service::PullStream stream(device_.caller, request, today());
    for (int pages = 0;; ++pages) {
      if (pages == break_pull_after) {
        return done(absl::UnavailableError("broken"));
      }
      const auto snapshot = bench_.ledger().read();
      const auto page = stream.next((*snapshot)->district(bench_.districtId()), bench_.writer().directory());
      if (!page.ok() || !page->has_value()) {
        return done(page.status());
      }
      must(on_page(**page));
    }
  });
}

void DirectRemote::reconcile(const v1::ReconcileRequest& request, Done<v1::ReconcileReply> done) {
  ++questions;
  if (const auto once = std::exchange(meanwhile, nullptr)) {
    once();
  }
  const auto snapshot = bench_.ledger().read();
  service::DistrictReader& ledger = (*snapshot)->district(bench_.districtId());
  const service::Directory directory = bench_.writer().directory();
  auto sight = service::Sight::of(ledger, directory, device_.caller, today());
  must(sight.status());
  auto reply = service::compare(ledger, directory, device_.caller, *sight, request);
  executor_.post([done = std::move(done), reply = std::move(reply)] { done(reply); });
}

PairedTablet::PairedTablet(DistrictBench& bench, const std::string& staff_number)
    : bench_(bench),
      staff_number_(staff_number),
      device_(bench.device(staff_number)),
      executor_(bench.clock()),
      random_(seedOf(device_.replica_id)),
      remote_(bench, device_, executor_) {
  auto store = store::Store::open({folder_.filePath("store.db").toStdString(), key(), {}}, bench.clock(), random_);
  must(store.status());
  store_ = *std::move(store);
  store::Enrolment enrolment;
  enrolment.replica_id = device_.replica_id;
  enrolment.district_id = bench.districtId();
  enrolment.worker_id = device_.caller.worker_id;
  enrolment.roles = device_.caller.roles;
  enrolment.zone = "Asia/Shanghai";
  must(store_->keepEnrolment(enrolment));
  client::EngineSettings settings;
  settings.comparison = {store_.get(), &remote_};
  engine_ = std::make_unique<client::Engine>(*store_, remote_, bench.clock(), random_, executor_, settings,
                                             [](const client::SyncStatus&) {});
}

client::SyncStatus PairedTablet::exchange(const std::function<void()>& begin) {
  begin();
  executor_.runDue();
  const client::SyncStatus status = engine_->status();
  engine_->stop();
  return status;
}

client::SyncStatus PairedTablet::sync() {
  return exchange([this] { engine_->syncNow(); });
}

client::SyncStatus PairedTablet::compare() {
  return exchange([this] { engine_->compareNow(); });
}

store::SyncOverview PairedTablet::overview() {
  auto queries = store::openQueries({folder_.filePath("store.db").toStdString(), key(), {}}, &bench_.clock());
  must(queries.status());
  auto overview = (*queries)->syncOverview();
  must(overview.status());
  return *std::move(overview);
}

std::string PairedTablet::visit(const std::string& household_number, const std::string& file_number) {
  v1::VisitDraft draft;
  *draft.mutable_visit() =
      bench_.visit(staff_number_, household_number, file_number, bench_.clock().now() - absl::Minutes(40)).visit();
  const auto saved = store_->saveVisit(draft);
  must(saved.status());
  must(saved->problems.empty() ? absl::OkStatus() : absl::InvalidArgumentError(saved->problems[0].DebugString()));
  return draft.visit().id();
}

absl::Status PairedTablet::append(const v1::Record& record) {
  const auto saved = store_->append(record);
  if (saved.ok() && !saved->problems.empty()) {
    return absl::InvalidArgumentError(saved->problems[0].DebugString());
  }
  return saved.status();
}

sqlite::Database PairedTablet::database() {
  sqlite::OpenOptions options;
  options.key = key();
  auto database = sqlite::Database::open(folder_.filePath("store.db").toStdString(), options);
  must(database.status());
  return *std::move(database);
}

bool PairedTablet::holds(const std::string& record_id) {
  sqlite::Database database = this->database();
  const auto found = database.integer("SELECT count(*) FROM record WHERE id = ?1", sqlite::Blob{record_id});
  must(found.status());
  return *found > 0;
}

void PairedTablet::tamper(const std::string& sql) {
  must(database().runScript(sql));
}

std::int64_t PairedTablet::number(const std::string& sql) {
  const auto found = database().integer(sql);
  must(found.status());
  return *found;
}

std::string PairedTablet::text(const std::string& sql) {
  sqlite::Database database = this->database();
  auto select = database.prepare(sql);
  must(select.status());
  const auto row = select->step();
  must(row.status());
  return *row ? std::string(select->text(0)) : std::string();
}

void PairedTablet::countAnew() {
  sqlite::Database database = this->database();
  std::map<std::pair<std::int64_t, std::int64_t>, std::pair<std::int64_t, replication::Digest>> counted;
  {
    auto select = database.prepare("SELECT kind, month, id, epoch, sequence FROM record WHERE counted = 1");
    must(select.status());
    for (auto row = select->step(); row.ok() && *row; row = select->step()) {
      v1::Revision revision;
      revision.set_epoch(static_cast<std::uint64_t>(select->integer(3)));
      revision.set_sequence(static_cast<std::uint64_t>(select->integer(4)));
      auto& [count, digest] = counted[{select->integer(0), select->integer(1)}];
      ++count;
      digest.toggle(static_cast<v1::RecordKind>(select->integer(0)), select->blob(2), revision);
    }
  }
  must(database.execute("DELETE FROM digest_cell"));
  for (const auto& [place, sum] : counted) {
    must(database.execute("INSERT INTO digest_cell(kind, month, count, digest) VALUES (?1, ?2, ?3, ?4)", place.first,
                          place.second, sum.first, sqlite::Blob{sum.second.bytes()}));
  }
}

bool PairedTablet::addsUp() {
  sqlite::Database database = this->database();
  std::map<std::pair<std::int64_t, std::int64_t>, std::pair<std::uint64_t, replication::Digest>> counted;
  auto select = database.prepare("SELECT kind, month, id, epoch, sequence FROM record WHERE counted = 1");
  must(select.status());
  for (auto row = select->step(); row.ok() && *row; row = select->step()) {
    v1::Revision revision;
    revision.set_epoch(static_cast<std::uint64_t>(select->integer(3)));
    revision.set_sequence(static_cast<std::uint64_t>(select->integer(4)));
    auto& [count, digest] = counted[{select->integer(0), select->integer(1)}];
    ++count;
    digest.toggle(static_cast<v1::RecordKind>(select->integer(0)), select->blob(2), revision);
  }
  const auto kept = store_->digestCells();
  must(kept.status());
  std::size_t cells = 0;
  bool same = true;
  for (const v1::DigestCell& cell : *kept) {
    if (cell.kind() == v1::RECORD_KIND_COVERAGE_ROW) {
      continue;  // counted when asked
    }
    ++cells;
    const auto& [count, digest] = counted[{cell.kind(), cell.month()}];
    same = same && count == cell.count() && digest.bytes() == cell.digest();
  }
  return same && cells == counted.size();
}

}  // namespace doorstep::tests
