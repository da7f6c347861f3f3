// A tablet that saves one visit after another and exchanges by itself until it is killed. Once its input ends it saves
// no more, waits until nothing waits, and ends. It says, a line each:
//   saved <id>         after the save had returned OK
//   acknowledged <id>  after the receipt "applied" was kept
//   aside <id>         after any other receipt was kept

#include <poll.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <iostream>
#include <optional>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "app/store/outgoing_queue.h"
#include "tests/scenario/field_tablet.h"
#include "tests/scenario/must.h"
#include "tests/scenario/passing_clock.h"

namespace doorstep::torture {
namespace {

using tests::FieldTablet;
using tests::must;

// Without a service it goes on for a while, and then rests: days without a network are told elsewhere.
constexpr std::uint64_t kMostWaiting = 60;

struct Options {
  std::string folder;
  std::string at;
  int port = 0;
  int pace_ms = 0;
};

// One write a line: two threads speak, and a line is said whole or not at all.
void say(const char* what, const std::string& visit_id) {
  const std::string line = absl::StrCat(what, " ", absl::BytesToHexString(visit_id), "\n");
  must(::write(STDOUT_FILENO, line.data(), line.size()) == static_cast<ssize_t>(line.size())
           ? absl::OkStatus()
           : absl::UnavailableError("nobody listens"),
       "say what was done");
}

// Says which visits have a receipt, as the store knows it.
class Watcher {
 public:
  explicit Watcher(const std::string& folder) : tables_(must(FieldTablet::readTables(folder), "the tables")) {
    reported_ = must(tables_.integer("SELECT coalesce(max(sequence), 0) FROM outgoing WHERE state <> 0"), "the queue");
  }

  // On the writer's thread.
  void see(const client::SyncStatus& status) {
    reportReceipts();
    waiting_ = status.waiting;
  }
  std::uint64_t waiting() const { return waiting_; }

 private:
  void reportReceipts() {
    auto select = must(tables_.prepare("SELECT sequence, record, state FROM outgoing WHERE kind = ?1 AND state <> 0 "
                                       "AND replica = (SELECT id FROM replica) AND sequence > ?2 ORDER BY sequence"),
                       "read the queue");
    select.bindAll(static_cast<int>(v1::RECORD_KIND_VISIT), reported_);
    absl::StatusOr<bool> row = select.step();
    for (; row.ok() && *row; row = select.step()) {
      const bool applied = select.integer(2) == static_cast<std::int64_t>(store::OutgoingState::kApplied);
      say(applied ? "acknowledged" : "aside", std::string(select.blob(1)));
      reported_ = select.integer(0);
    }
    must(row.status(), "read the queue");
  }

  sqlite::Database tables_;
  std::int64_t reported_ = 0;
  std::atomic<std::uint64_t> waiting_ = 0;
};

// What proves who this is comes by the input, and lies in no file.
FieldTablet::Identity readIdentity(int port) {
  FieldTablet::Identity identity;
  for (std::string* part :
       {&identity.device.private_key, &identity.device.certificate, &identity.device.authority, &identity.worker_id}) {
    std::string line;
    std::getline(std::cin, line);
    *part = absl::HexStringToBytes(line);
  }
  identity.sync_port = port;
  return identity;
}

bool inputEndsWithin(int milliseconds) {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, milliseconds) != 0;
}

std::vector<v1::Elder> eldersOf(FieldTablet& tablet) {
  std::vector<v1::Elder> elders;
  for (const tests::HeldRecord& held : tablet.records(v1::RECORD_KIND_ELDER)) {
    elders.push_back(held.record.elder());
  }
  must(elders.empty() ? absl::NotFoundError("nobody lives here") : absl::OkStatus(), "whom to visit");
  return elders;
}

void run(const Options& options) {
  absl::Time at;
  std::string refusal;
  must(absl::ParseTime(absl::RFC3339_full, options.at, &at, &refusal) ? absl::OkStatus()
                                                                      : absl::InvalidArgumentError(refusal),
       "the time");
  const outside::SystemClock machine;
  const tests::PassingClock clock(machine, at);
  const FieldTablet::Identity identity = readIdentity(options.port);
  std::optional<Watcher> watcher;  // outlives the tablet
  const auto tablet = FieldTablet::again(options.folder, clock, identity);
  watcher.emplace(options.folder);  // not before: the store itself has to cope with what it finds
  tablet->listenNoMore();
  const std::vector<v1::Elder> elders = eldersOf(*tablet);
  tablet->keepInStep([&](const client::SyncStatus& status) { watcher->see(status); });
  for (std::size_t visits = 0; !inputEndsWithin(options.pace_ms); ++visits) {
    if (watcher->waiting() < kMostWaiting) {
      const v1::Elder& elder = elders[visits % elders.size()];
      say("saved", tablet->visit(elder, elder.residences(0).household_id()));
    }
  }
  tablet->waitUntil([](const client::SyncStatus& status) {
    return status.waiting == 0 && status.phase == client::Phase::kIdle && status.trouble == client::Trouble::kNone;
  });
}

}  // namespace
}  // namespace doorstep::torture

int main(int argc, char** argv) {
  doorstep::torture::Options options;
  CLI::App app("A tablet that saves visits until it is killed (tests/torture/README.md)");
  app.add_option("--folder", options.folder, "of its store")->required();
  app.add_option("--at", options.at, "its clock's time now, RFC 3339")->required();
  app.add_option("--port", options.port, "of the service, or of the line to it, on loopback")->required();
  app.add_option("--pace-ms", options.pace_ms, "from one visit to the next")->required();
  CLI11_PARSE(app, argc, argv);
  doorstep::torture::run(options);
  return 0;
}
