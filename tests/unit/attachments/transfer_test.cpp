// The engine's last step between a scripted store and a scripted service, on time that moves by hand.

#include <QTest>
#include <map>
#include <set>

#include "sync/client/engine.h"
#include "sync/replication/chain.h"
#include "tests/support/manual_clock.h"
#include "tests/support/manual_executor.h"
#include "tests/support/manual_random.h"
#include "tests/unit/attachments/suites.h"
#include "tests/unit/client/scripted_remote.h"
#include "tests/unit/client/scripted_replica.h"

namespace doorstep::tests {
namespace {

using client::kContentChunkBytes;
using client::Phase;
using client::Trouble;

class MemoryContents final : public client::Contents {
 public:
  void add(const std::string& hash, std::size_t bytes) {
    order_.push_back(hash);
    contents[hash] = std::string(bytes, hash.front());
  }
  absl::Status release() override {
    ++releases;
    return absl::OkStatus();
  }
  absl::StatusOr<std::uint64_t> waiting() override { return contents.size() - sent.size(); }
  absl::StatusOr<std::vector<client::TravellingContent>> toSend() override {
    std::vector<client::TravellingContent> out;
    for (const std::string& hash : order_) {
      if (sent.count(hash) == 0) {
        out.push_back({hash, contents[hash].size(), 0});
      }
    }
    return out;
  }
  absl::StatusOr<std::string> chunk(const std::string& hash, std::uint64_t offset) override {
    return contents[hash].substr(offset, kContentChunkBytes);
  }
  absl::Status keepSent(const std::string& hash) override {
    sent.insert(hash);
    return absl::OkStatus();
  }
  absl::Status keepRefusal(const std::string& hash, const v1::Problem& problem) override {
    refused[hash] = problem.code();
    return absl::OkStatus();
  }
  absl::StatusOr<std::vector<client::TravellingContent>> toFetch() override {
    std::vector<client::TravellingContent> out;
    for (const auto& [hash, bytes] : wanted) {
      out.push_back({hash, bytes, fetched[hash].size()});
    }
    return out;
  }
  absl::StatusOr<bool> keepChunk(const std::string& hash, std::uint64_t offset, const std::string& chunk) override {
    if (offset != fetched[hash].size()) {
      return absl::InternalError("out of order");
    }
    fetched[hash] += chunk;
    if (fetched[hash].size() >= wanted[hash]) {
      wanted.erase(hash);
    }
    return !spoilt;
  }

  std::map<std::string, std::string> contents;
  std::set<std::string> sent;
  std::map<std::string, v1::ProblemCode> refused;
  std::map<std::string, std::uint64_t> wanted;
  std::map<std::string, std::string> fetched;
  int releases = 0;
  bool spoilt = false;

 private:
  std::vector<std::string> order_;
};

// Takes contents in as the service does, until the line breaks.
class MemoryService final : public client::ContentRemote {
 public:
  explicit MemoryService(outside::Executor& executor) : executor_(executor) {}

  void sendContent(const v1::AttachmentChunk& chunk,
                   std::function<void(absl::StatusOr<v1::AttachmentState>)> done) override {
    in_flight += chunk.content().size();
    most_in_flight = std::max(most_in_flight, in_flight);
    chunk.content().empty() ? ++asked : ++chunks;
    executor_.post([this, chunk, done = std::move(done)] {
      in_flight -= chunk.content().size();
      if (!failure.ok() && (chunks_until_failure == 0 || --chunks_until_failure == 0)) {
        done(failure);
        return;
      }
      done(answer(chunk));
    });
  }
  void fetchContent(const v1::FetchAttachmentRequest& request,
                    std::function<void(absl::StatusOr<v1::AttachmentChunk>)> done) override {
    executor_.post([this, request, done = std::move(done)] {
      const auto found = kept.find(request.content_hash());
      if (found == kept.end()) {
        done(absl::NotFoundError("not there"));
        return;
      }
      v1::AttachmentChunk chunk;
      chunk.set_content_hash(request.content_hash());
      chunk.set_offset(request.offset());
      chunk.set_content_bytes(found->second.size());
      chunk.set_content(found->second.substr(request.offset(), kContentChunkBytes));
      done(chunk);
    });
  }
  void endContents() override { ++ended; }

  std::map<std::string, std::string> kept;
  std::map<std::string, v1::ProblemCode> refusals;
  absl::Status failure;
  int chunks_until_failure = 0;
  std::uint64_t in_flight = 0;
  std::uint64_t most_in_flight = 0;
  int asked = 0;
  int chunks = 0;
  int ended = 0;

 private:
  v1::AttachmentState answer(const v1::AttachmentChunk& chunk) {
    v1::AttachmentState state;
    state.set_content_hash(chunk.content_hash());
    if (const auto refusal = refusals.find(chunk.content_hash()); refusal != refusals.end()) {
      state.mutable_problem()->set_code(refusal->second);
      return state;
    }
    std::string& content = kept[chunk.content_hash()];
    if (chunk.offset() == content.size()) {
      content += chunk.content();
    }
    state.set_received(content.size());
    state.set_complete(content.size() == chunk.content_bytes());
    return state;
  }
  outside::Executor& executor_;
};

struct Bench {
  Bench()
      : engine(replica, remote, clock, random, executor, {},
               [this](const client::SyncStatus& status) { seen.push_back(status); }, {&contents, &service}) {}

  // An exchange in which the records have nothing to say.
  void exchange() {
    engine.syncNow();
    answerRecords();
  }
  void answerRecords() {
    remote.answerHello(welcome());
    executor.runDue();
    remote.endPull(absl::OkStatus());
    executor.runDue();
  }
  const client::SyncStatus& status() const { return engine.status(); }

  Journal journal;
  ManualClock clock;
  ManualExecutor executor{clock};
  ManualRandom random;
  ScriptedReplica replica{journal};
  ScriptedRemote remote{journal, executor};
  MemoryContents contents;
  MemoryService service{executor};
  std::vector<client::SyncStatus> seen;
  client::Engine engine;
};

class TransferTest : public QObject {
  Q_OBJECT

 private slots:
  void everythingGoesUpAndNothingTwice() {
    Bench bench;
    for (int i = 0; i < 100; ++i) {
      bench.contents.add("small " + std::to_string(i), 10'000);
    }
    bench.contents.add("large", 3 * kContentChunkBytes + 1);
    bench.exchange();
    QCOMPARE(bench.status().trouble, Trouble::kNone);
    QVERIFY(bench.service.kept == bench.contents.contents);
    QCOMPARE(bench.contents.sent.size(), std::size_t{101});
    QCOMPARE(bench.service.asked, 101);
    QCOMPARE(bench.service.chunks, 104);
    // Small ones travel together, and never more than one chunk's bytes.
    QVERIFY(bench.service.most_in_flight > 100'000);
    QVERIFY(bench.service.most_in_flight <= kContentChunkBytes);
    QCOMPARE(bench.status().contents_moved, std::uint64_t{101});
    QCOMPARE(bench.status().contents_waiting, std::uint64_t{0});
    QCOMPARE(bench.service.ended, 1);
    bench.exchange();
    QCOMPARE(bench.service.asked, 101);
    QCOMPARE(bench.contents.releases, 2);
  }

  void recordsAreThroughBeforeAnyPicture() {
    Bench bench;
    bench.contents.add("a", 10);
    bench.engine.syncNow();
    bench.remote.answerHello(welcome());
    bench.executor.runDue();
    QCOMPARE(bench.service.asked, 0);
    bench.remote.endPull(absl::OkStatus());
    QVERIFY(bench.status().last_sync == absl::InfinitePast());
    bench.service.failure = absl::UnavailableError("cut");
    bench.executor.runDue();
    // The pictures failed; the exchange of records had been complete before.
    QCOMPARE(bench.status().trouble, Trouble::kNoNetwork);
    QVERIFY(bench.status().last_sync != absl::InfinitePast());
  }

  void afterABreakItGoesOnBehindTheLastAnswer() {
    Bench bench;
    bench.contents.add("large", 10 * kContentChunkBytes);
    bench.service.failure = absl::UnavailableError("cut");
    bench.service.chunks_until_failure = 6;
    bench.exchange();
    QCOMPARE(bench.status().trouble, Trouble::kNoNetwork);
    bench.service.failure = absl::OkStatus();
    bench.exchange();
    QCOMPARE(bench.status().trouble, Trouble::kNone);
    QVERIFY(bench.contents.sent.count("large") == 1);
    QCOMPARE(bench.service.chunks, 11);  // one was on its way when the line broke
  }

  // A line that breaks every few seconds is not punished by ever longer waits.
  void progressKeepsTheRetriesShort() {
    Bench bench;
    bench.contents.add("large", 100 * kContentChunkBytes);
    bench.service.failure = absl::UnavailableError("cut");
    for (int i = 0; i < 30; ++i) {
      bench.service.chunks_until_failure = 3;
      i == 0 ? bench.exchange() : bench.answerRecords();
      QCOMPARE(bench.status().phase, Phase::kWaitingToRetry);
      QVERIFY(bench.status().retry_at - bench.clock.now() <= absl::Seconds(2));
      bench.executor.advance(absl::Seconds(2));
    }
  }

  void onANetworkThatCostsPicturesWait() {
    Bench bench;
    bench.contents.add("a", 10);
    bench.engine.setTransferRules({.allowed = false});
    bench.exchange();
    QCOMPARE(bench.status().trouble, Trouble::kNone);
    QVERIFY(bench.status().contents_held_back);
    QCOMPARE(bench.service.asked, 0);
    QCOMPARE(bench.status().contents_waiting, std::uint64_t{1});
    bench.engine.setTransferRules({.allowed = true});
    bench.executor.advance(absl::Seconds(1));
    bench.answerRecords();
    QVERIFY(!bench.status().contents_held_back);
    QVERIFY(bench.contents.sent.count("a") == 1);
  }

  void aLimitSpreadsTheBytes() {
    Bench bench;
    bench.contents.add("large", 4 * kContentChunkBytes);
    bench.engine.setTransferRules({.allowed = true, .bytes_per_second = kContentChunkBytes / 8});
    bench.exchange();
    QCOMPARE(bench.service.chunks, 1);
    bench.executor.advance(absl::Seconds(7));
    QCOMPARE(bench.service.chunks, 1);
    bench.executor.advance(absl::Seconds(1));
    QCOMPARE(bench.service.chunks, 2);
    bench.executor.advance(absl::Seconds(16));
    QCOMPARE(bench.service.chunks, 4);
    QVERIFY(bench.contents.sent.count("large") == 1);
    QCOMPARE(bench.status().phase, Phase::kIdle);
  }

  void aSavedVisitDoesNotWaitForPictures() {
    Bench bench;
    bench.contents.add("large", 100 * kContentChunkBytes);
    bench.engine.setTransferRules({.allowed = true, .bytes_per_second = kContentChunkBytes});
    bench.exchange();
    QCOMPARE(bench.status().phase, Phase::kTransferring);
    bench.replica.save(1);
    bench.engine.changesWaiting();
    bench.executor.runDue();
    QCOMPARE(bench.status().phase, Phase::kIdle);
    bench.executor.advance(absl::Seconds(1));
    QCOMPARE(bench.status().phase, Phase::kHello);
    QVERIFY(bench.service.chunks < 5);
  }

  void oneThatIsRefusedHoldsNobodyUp() {
    Bench bench;
    bench.contents.add("a", 10);
    bench.contents.add("b", 10);
    bench.service.refusals["a"] = v1::PROBLEM_CODE_UNKNOWN_REFERENCE;
    bench.exchange();
    QCOMPARE(bench.status().trouble, Trouble::kNone);
    QCOMPARE(bench.contents.refused["a"], v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
    QVERIFY(bench.contents.sent == std::set<std::string>{"b"});
    QCOMPARE(bench.status().contents_waiting, std::uint64_t{1});
  }

  void aServiceWithoutRoomSaysSo() {
    Bench bench;
    bench.contents.add("a", 10);
    bench.service.failure = absl::ResourceExhaustedError("full");
    bench.exchange();
    QCOMPARE(bench.status().trouble, Trouble::kServiceFull);
    QCOMPARE(bench.status().contents_waiting, std::uint64_t{1});
  }

  void whatSomebodyWaitsForComesFirst() {
    Bench bench;
    bench.service.kept["far"] = std::string(2 * kContentChunkBytes + 5, 'f');
    bench.contents.wanted["far"] = 2 * kContentChunkBytes + 5;
    bench.contents.wanted["nowhere"] = 5;
    bench.contents.add("a", 10);
    bench.exchange();
    QVERIFY(bench.contents.fetched["far"] == bench.service.kept["far"]);
    QVERIFY(bench.contents.wanted.count("nowhere") == 1);  // for another time
    QVERIFY(bench.contents.sent.count("a") == 1);
    QCOMPARE(bench.status().trouble, Trouble::kNone);
  }

  void aWishBeginsAnExchange() {
    Bench bench;
    bench.exchange();
    bench.service.kept["far"] = "f";
    bench.contents.wanted["far"] = 1;
    bench.engine.contentsWanted();
    bench.answerRecords();
    QVERIFY(bench.contents.fetched["far"] == "f");
  }

  void aContentThatIsSomethingElseIsTheServicesFault() {
    Bench bench;
    bench.service.kept["far"] = "f";
    bench.contents.wanted["far"] = 1;
    bench.contents.spoilt = true;
    bench.exchange();
    QCOMPARE(bench.status().trouble, Trouble::kServiceFault);
  }
};

}  // namespace

std::unique_ptr<QObject> transferSuite() {
  return std::make_unique<TransferTest>();
}

}  // namespace doorstep::tests

#include "transfer_test.moc"
