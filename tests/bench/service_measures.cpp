#include <grpcpp/client_context.h>

#include <QProcess>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

#include "sync/care/calendar.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/report_commands.h"
#include "sync/replication/records.h"
#include "tests/bench/local_store.h"
#include "tests/bench/made_up.h"
#include "tests/bench/service_bench.h"
#include "tests/bench/tables.h"
#include "tests/scenario/must.h"
#include "tests/support/faulty_proxy.h"

namespace doorstep::bench {
namespace {

using tests::must;

constexpr std::size_t kTablets = 200;
constexpr std::size_t kEldersEach = 100;
constexpr std::size_t kPushedEach = 500;
constexpr std::size_t kHeld = 1'000'000;
constexpr std::size_t kFewHeld = 10'000;
constexpr int kDaysOfARun = 12;                    // 500 visits a device
constexpr std::size_t kHeldAtFirstSync = 240'000;  // 12 an elder
constexpr int kDaysOfFirst = 30;                   // 1,200 visits a device and some
constexpr std::size_t kScreen = 12;                // lines of Today that are seen without scrolling
constexpr int kLookMs = 100;
constexpr std::size_t kAtOnce = 8;
constexpr std::size_t kDaysOfAWeek = 7;  // later than that nothing is written down without a reason
constexpr double kMillisecond = 1'000;

std::string text(std::uint64_t number) {
  return std::to_string(number);
}

// The time of one question about the district's running month.
double coverageSeconds(BenchService& service, int runs) {
  std::vector<double> each;
  for (int i = 0; i < 20 * runs; ++i) {
    each.push_back(
        secondsOf([&] { must(ctl::getCoverage(service.operators(), "", v1::Month()).status(), "coverage"); }));
  }
  return median(each);
}

std::uint64_t headOf(Tables& ledger) {
  return static_cast<std::uint64_t>(std::get<std::int64_t>(ledger.select("SELECT max(sequence) FROM district")[0][0]));
}

// What a push wrote: its records, receipts and look-up rows, and the facts and sums that it changed.
std::vector<TableRows> rowsPushed(Tables& ledger, std::uint64_t head_before, std::uint64_t consumed_before) {
  const std::string visits = "(SELECT id FROM record WHERE kind = 10 AND sequence > " + text(head_before) + ")";
  return {{"record", ledger.select("SELECT * FROM record WHERE kind = 10 AND sequence > " + text(head_before))},
          {"consumed", ledger.select("SELECT * FROM consumed WHERE sequence > " + text(consumed_before))},
          {"lookup", ledger.select("SELECT * FROM lookup WHERE record IN " + visits)},
          {"fact", ledger.select("SELECT * FROM fact WHERE kind IN (2, 3) AND subject IN " + visits +
                                 " UNION ALL SELECT * FROM fact WHERE kind = 1 AND part = (SELECT max(part) FROM fact "
                                 "WHERE kind = 1)")},
          {"rollup", ledger.select("SELECT * FROM rollup WHERE month = (SELECT max(month) FROM rollup)")}};
}

void measurePush(const Settings& settings, BenchService& service, PushingTablets& tablets, std::size_t pushed_each,
                 Report& report) {
  Report::say("copying the ledger for the denominator");
  Tables ledger(service.ledgerPath(), service.ledgerKey());
  Tables plain(settings.folder + "/plain-ledger.db");
  plain.shapeLike(ledger);
  plain.copyFrom(ledger);
  const std::size_t each = settings.of(kPushedEach, 20);
  const auto visits = static_cast<double>(each * service.tablets());
  std::vector<double> per_second;
  std::vector<double> direct_per_second;
  std::vector<double> ratios;
  for (int run = 0; run < settings.runs; ++run) {
    // Days of their own, each run before the last.
    tablets.prepare(each, now() - absl::Hours(12) - absl::Hours(24 * kDaysOfARun) * (settings.runs - 1 - run));
    const std::uint64_t head = headOf(ledger);
    per_second.push_back(visits / tablets.push(kAtOnce));
    const std::vector<TableRows> rows = rowsPushed(ledger, head, pushed_each);
    direct_per_second.push_back(visits / secondsToWrite(plain, rows, static_cast<std::size_t>(visits) / kBatch + 1));
    ratios.push_back(per_second.back() / direct_per_second.back());
    Report::say("pushed " + text(static_cast<std::uint64_t>(per_second.back())) + " a second, directly " +
                text(static_cast<std::uint64_t>(direct_per_second.back())));
    if (run == 0) {
      report.explain("push_ratio", sqlOf(rows, "plain SQLite, batches of 500 visits, on a copy of the ledger"));
    }
    pushed_each += each;
  }
  report.figure("push_per_s", median(per_second));
  report.figure("push_direct_per_s", median(direct_per_second));
  report.figure("push_ratio", median(ratios));
}

// A supervisor's new tablet takes the grids of a team: about 100,000 visits.
void measurePull(const Settings& settings, BenchService& service, Report& report) {
  std::vector<double> per_second;
  std::vector<double> direct_per_second;
  std::vector<double> ratios;
  for (int run = 0; run < settings.runs; ++run) {
    const std::string name = "pull-" + text(static_cast<std::uint64_t>(run));
    const auto tablet = service.tablet("boss", name, service.program().syncPort());
    double seconds = 0;
    seconds = secondsOf([&] { tablet->sync(); });
    Tables store(service.folder(name) + "/store.db", benchKey());
    std::vector<TableRows> rows;
    for (const char* table : {"record", "visit", "elder_contact", "elder", "assignment"}) {
      rows.push_back({table, store.select("SELECT * FROM " + std::string(table))});
    }
    const auto visits = static_cast<double>(rows[1].rows.size());
    Tables direct(settings.folder + "/direct-" + name + ".db", benchKey());
    direct.shapeLike(store);
    const double direct_seconds = secondsToWrite(direct, rows, static_cast<std::size_t>(visits) / kBatch + 1);
    per_second.push_back(visits / seconds);
    direct_per_second.push_back(visits / direct_seconds);
    ratios.push_back(direct_seconds / seconds);
    if (run == 0) {
      report.figure("pulled_visits", visits);
      report.explain("pull_ratio", sqlOf(rows, "SQLCipher, batches of 500 visits, into an empty store"));
    }
  }
  report.figure("pull_per_s", median(per_second));
  report.figure("pull_direct_per_s", median(direct_per_second));
  report.figure("pull_ratio", median(ratios));
}

using Direction = tests::FaultyProxy::Direction;

std::uint64_t bytesOf(const tests::FaultyProxy& line) {
  return line.passed(Direction::kToService) + line.passed(Direction::kToDevice);
}

// One tablet behind a line that counts: many visits at once, at all its doors and over a week as a person might make
// them, then one visit at a time, then nothing.
void measureWire(const Settings& settings, BenchService& service, Report& report) {
  Report::say("bytes on the wire and round trips");
  tests::FaultyProxy line(service.program().syncPort());
  const auto tablet = service.tablet(workerNumber(1), "wire", line.port());
  tablet->sync();
  const std::vector<Door>& doors = service.doorsOf(1);
  const std::size_t visits = settings.of(1'000, 50);
  std::size_t plain_bytes = 0;
  for (std::size_t i = 0; i < visits; ++i) {
    const Door& door = doors[i % doors.size()];
    const absl::Time ended = service.clock().now() - absl::Hours(24) * static_cast<int>(i % kDaysOfAWeek) -
                             absl::Minutes(3) * static_cast<int>(i / kDaysOfAWeek % 200);
    plain_bytes +=
        tablet->record(visit({tablet->newId(), door.household_id, door.elder_id, tablet->workerId(), ended, i}));
  }
  std::uint64_t before = bytesOf(line);
  tablet->sync();
  const auto each = static_cast<double>(visits);
  report.figure("wire_bytes_per_visit", static_cast<double>(bytesOf(line) - before) / each);
  report.figure("wire_uncompressed_bytes_per_visit", static_cast<double>(plain_bytes) / each);
  report.figure("wire_ratio", static_cast<double>(bytesOf(line) - before) / static_cast<double>(plain_bytes));
  report.explain("wire_ratio",
                 "bytes of one exchange in both directions, TLS included, by the encoded changes it carried");

  std::vector<double> trips;
  for (int i = 0; i < 50 * settings.runs; ++i) {
    const Door& door = doors[static_cast<std::size_t>(i) % doors.size()];
    tablet->record(visit({tablet->newId(), door.household_id, door.elder_id, tablet->workerId(), service.clock().now(),
                          static_cast<std::size_t>(i)}));
    trips.push_back(secondsOf([&] { tablet->sync(); }));
  }
  report.figure("visit_round_trip_ms", median(trips) * kMillisecond);
  report.explain("visit_round_trip_ms", "one new visit over an open connection: hello, push, receipt on disk, pull");

  std::vector<double> idle;
  for (int i = 0; i < 10 * settings.runs; ++i) {
    before = bytesOf(line);
    tablet->sync();
    idle.push_back(static_cast<double>(bytesOf(line) - before));
  }
  report.figure("idle_sync_bytes", median(idle));
  line.cut();
  before = bytesOf(line);
  tablet->syncThrough();
  report.figure("idle_sync_new_connection_bytes", static_cast<double>(bytesOf(line) - before));
}

void measureRecount(BenchService& service, Report& report) {
  Report::say("recounting");
  v1::RecountReply reply;
  const double seconds = secondsOf([&] { reply = must(ctl::recount(service.operators()), "recount"); });
  must(reply.differences().empty() ? absl::OkStatus() : absl::InternalError("figures differ"), "recount");
  report.figure("recount_per_s", static_cast<double>(reply.elder_months()) / seconds);
  report.figure("recount_seconds", seconds);
  report.explain("recount_per_s", "elder-months recomputed from the records and compared, a second");
}

std::vector<std::string> firstScreen(store::Queries& queries) {
  std::vector<std::string> ids;
  for (const store::ElderRow& row : must(queries.today(today()), "today")) {
    if (ids.size() < kScreen) {
      ids.push_back(row.elder_id);
    }
  }
  return ids;
}

// A team's supervisor takes everything while somebody looks at Today: when does the first screen show what it
// will show in the end?
void measureFirstSync(BenchService& service, Report& report) {
  Report::say("the first sync of a whole team");
  const auto tablet = service.tablet("chief", "chief", service.program().syncPort());
  const std::string path = service.folder("chief") + "/store.db";
  struct Look {
    double seconds;
    std::vector<std::string> screen;
  };
  std::vector<Look> looks;
  std::atomic<bool> over = false;
  const Stopwatch watch;
  std::thread looking([&] {
    const auto queries = must(store::openQueries({path, benchKey(), {}}), "open the queries");
    while (!over) {
      std::vector<std::string> screen = firstScreen(*queries);
      looks.push_back({watch.seconds(), std::move(screen)});
      std::this_thread::sleep_for(std::chrono::milliseconds(kLookMs));
    }
  });
  const client::SyncStatus status = tablet->sync();
  const double whole = watch.seconds();
  over = true;
  looking.join();
  must(status.trouble == client::Trouble::kNone ? absl::OkStatus() : absl::UnavailableError("no sync"), "first sync");
  const auto queries = must(store::openQueries({path, benchKey(), {}}), "open the queries");
  const std::vector<std::string> last = firstScreen(*queries);
  must(last.empty() ? absl::InternalError("nobody is due") : absl::OkStatus(), "today");
  const auto shown = std::find_if(looks.begin(), looks.end(), [&](const Look& look) { return look.screen == last; });
  report.figure("first_sync_seconds", whole);
  report.figure("first_sync_today_share", (shown == looks.end() ? whole : shown->seconds) / whole);
  report.explain("first_sync_today_share",
                 "until the first 12 lines of Today are those of the end, by the time of the whole first sync");
}

// A process of its own: enrols, pulls a worker's visits, pushes nothing, says how much memory it took.
void measureClientMemory(const Settings& settings, BenchService& service, const std::string& worker,
                         const std::string& figure, Report& report) {
  QProcess child;
  child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  child.start(QString::fromStdString(settings.program),
              {"--pull-as-child", QString::fromStdString(service.program().enrolmentAddress()),
               QString::number(service.program().syncPort()), QString::fromStdString(service.codeFor(worker)),
               QString::fromStdString(service.folder("child-" + worker))});
  must(child.waitForFinished(600'000) && child.exitCode() == 0 ? absl::OkStatus() : absl::InternalError("it failed"),
       "a tablet's process");
  report.figure(figure, child.readAllStandardOutput().toDouble());
  report.explain(figure, "largest resident set of a process with store, engine and gRPC that pulls");
}

}  // namespace

void measureService(const Settings& settings, Report& report) {
  BenchService service(settings.folder, settings.of(kTablets, 4), kEldersEach);
  outside::SerialExecutor executor;
  {
    PushingTablets tablets(service, executor);
    // Before this month, so that everybody is due in it.
    const absl::Time before = now() - absl::Hours(24 * kDaysOfARun) * std::max(settings.runs, 3) - absl::Hours(24);
    const std::size_t few = settings.of(kFewHeld, 400) / service.tablets();
    const std::size_t held = settings.of(kHeld, 4'000) / service.tablets();
    tablets.prepare(few, before);
    tablets.push(kAtOnce);
    const double at_few = coverageSeconds(service, settings.runs);
    Report::say("filling the service with " + text((held - few) * service.tablets()) + " visits");
    const std::size_t first = settings.of(kHeldAtFirstSync, 1'000) / service.tablets() - few;
    tablets.prepare(first, before - absl::Hours(24 * 3));
    double filling = tablets.push(kAtOnce);
    measureFirstSync(service, report);
    measureClientMemory(settings, service, "chief", "client_peak_mb", report);
    tablets.prepare(held - few - first, before - absl::Hours(24) * (3 + kDaysOfFirst));
    filling += tablets.push(kAtOnce);
    report.figure("fill_per_s", static_cast<double>((held - few) * service.tablets()) / filling);
    const double at_many = coverageSeconds(service, settings.runs);
    report.figure("coverage_ms", at_many * kMillisecond);
    report.figure("coverage_growth_ratio", at_many / at_few);
    measurePush(settings, service, tablets, held, report);
  }
  measurePull(settings, service, report);
  measureWire(settings, service, report);
  measureClientMemory(settings, service, "director", "client_peak_large_mb", report);
  measureRecount(service, report);
  report.figure("service_peak_mb", peakMegabytes(service.program().processId()));
}

int pullAsChild(const std::string& enrolment, int port, const std::string& code, const std::string& folder) {
  outside::SystemClock machine;
  const outside::AdjustedClock clock(machine, now());
  tests::FieldTablet tablet(folder, clock, {enrolment, port}, code);
  tablet.listenNoMore();
  forgetPeak();  // a code is proved by 64 MiB of Argon2id, once in the life of a tablet
  const client::SyncStatus status = tablet.sync();
  std::printf("%.1f", peakMegabytes());
  return status.trouble == client::Trouble::kNone ? 0 : 1;
}

}  // namespace doorstep::bench
