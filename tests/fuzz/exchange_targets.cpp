#include <QTemporaryDir>
#include <array>

#include "sync/care/calendar.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/attachments/content_store.h"
#include "sync/service/exchange/hello.h"
#include "sync/service/exchange/hello_marks.h"
#include "sync/service/exchange/pull_stream.h"
#include "sync/service/reconcile/compare.h"
#include "sync/wire/blocks.h"
#include "tests/fuzz/place.h"

namespace doorstep::fuzz {
namespace {

constexpr int kMostPages = 1'000;

template <typename Message>
bool read(std::string_view bytes, Message& message) {
  return message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

v1::HelloRequest aHello() {
  v1::HelloRequest request;
  request.set_protocol_version(1);
  request.set_app_version("1.0");
  request.set_replica_id(Place::only().device().replica_id);
  request.set_chain_head(replication::chainStart());
  request.set_waiting(3);
  request.mutable_cursor()->set_epoch(1);
  request.mutable_cursor()->set_sequence(Place::only().bench().head());
  request.mutable_stamp()->set_boot_id(std::string(16, 'b'));
  request.mutable_stamp()->set_monotonic_ms(1'000);
  request.set_scope_digest(std::string(32, 's'));
  request.set_content_digest(std::string(32, 'c'));
  return request;
}

std::vector<std::string> helloSeeds() {
  return {replication::encode(aHello())};
}

Outcome hello(std::string_view bytes) {
  v1::HelloRequest request;
  if (!read(bytes, request)) {
    return {};
  }
  Place& place = Place::only();
  const service::Caller& caller = place.visitor();
  const Outcome noted = place.undone([&](service::CommitWork& commit) -> absl::Status {
    const absl::Status kept =
        service::keepHelloMark(commit.district(caller.district_id).ledger, caller.fingerprint, request, commit.now());
    return kept.ok() ? service::beginEpoch(commit, caller, request) : kept;
  });
  if (!noted.empty()) {
    return noted;
  }
  const auto snapshot = place.bench().ledger().read();
  return notOurFault(service::answerHello((*snapshot)->district(caller.district_id), place.bench().writer().directory(),
                                          caller, request, place.bench().clock().now())
                         .status());
}

std::vector<std::string> pullSeeds() {
  v1::PullRequest request;
  request.set_replica_id(Place::only().device().replica_id);
  std::vector<std::string> seeds = {replication::encode(request)};
  request.mutable_cursor()->set_epoch(1);
  request.mutable_cursor()->set_sequence(3);
  request.set_names_held(true);
  request.add_held_household_ids(Place::only().bench().household("H1"));
  request.add_held_household_ids(std::string(16, 'h'));
  seeds.push_back(replication::encode(request));
  return seeds;
}

Outcome pull(std::string_view bytes) {
  v1::PullRequest request;
  if (!read(bytes, request)) {
    return {};
  }
  Place& place = Place::only();
  const auto snapshot = place.bench().ledger().read();
  service::PullStream stream(place.visitor(), request, absl::CivilDay(2026, 11, 20));
  for (int page = 0; page < kMostPages; ++page) {
    const auto next =
        stream.next((*snapshot)->district(place.visitor().district_id), place.bench().writer().directory());
    if (!next.ok() || !next->has_value()) {
      return notOurFault(next.status());
    }
    for (const v1::FeedEntry& entry : (*next)->entries()) {
      // H3 is another visitor's: whatever is asked for, nothing of it is sent.
      if (entry.household_id() == place.bench().household("H3")) {
        return "a household outside the caller's scope was sent";
      }
    }
  }
  return "a pull without end";
}

std::vector<std::string> reconcileSeeds() {
  v1::ReconcileRequest request;
  request.set_replica_id(Place::only().device().replica_id);
  request.mutable_cursor()->set_epoch(1);
  request.mutable_cursor()->set_sequence(Place::only().bench().head());
  v1::DigestCell& cell = *request.add_cells();
  cell.set_kind(v1::RECORD_KIND_ELDER);
  cell.set_count(3);
  cell.set_digest(std::string(32, 'd'));
  request.set_attachments(true);
  std::vector<std::string> seeds = {replication::encode(request)};
  v1::RecordVersion& version = *request.add_versions();
  version.set_kind(v1::RECORD_KIND_ELDER);
  version.set_record_id(Place::only().bench().elder("E1"));
  version.set_household_id(Place::only().bench().household("H1"));
  *version.mutable_revision() = request.cursor();
  seeds.push_back(replication::encode(request));
  return seeds;
}

Outcome reconcile(std::string_view bytes) {
  v1::ReconcileRequest request;
  if (!read(bytes, request)) {
    return {};
  }
  Place& place = Place::only();
  const auto snapshot = place.bench().ledger().read();
  service::DistrictReader& ledger = (*snapshot)->district(place.visitor().district_id);
  const service::Directory directory = place.bench().writer().directory();
  auto sight = service::Sight::of(ledger, directory, place.visitor(), absl::CivilDay(2026, 11, 20));
  if (!sight.ok()) {
    return sight.status().ToString();
  }
  const auto reply = service::compare(ledger, directory, place.visitor(), *sight, request);
  return notOurFault(reply.status());
}

// As a frame, and as what lies in it.
std::vector<std::string> frameSeeds() {
  v1::PushRequest request;
  for (int change = 0; change < 20; ++change) {
    request.add_changes(std::string(200, 'c'));
  }
  wire::pack(request);
  return {replication::encode(request)};
}

Outcome frame(std::string_view bytes) {
  constexpr std::size_t kMostUnpacked = std::size_t{5} * 1024 * 1024;
  v1::PushRequest request;
  v1::PullReply reply;
  const bool is_request = read(bytes, request) && wire::unpack(request).ok();
  const bool is_reply = read(bytes, reply) && wire::unpack(reply).ok();
  return (is_request && request.ByteSizeLong() > kMostUnpacked) || (is_reply && reply.ByteSizeLong() > kMostUnpacked)
             ? "a frame grew beyond its limit"
             : Outcome();
}

std::vector<std::string> chunkSeeds() {
  v1::AttachmentChunk chunk;
  chunk.set_content(std::string(1'000, 'p'));
  chunk.set_content_hash(replication::sha256(chunk.content()));
  chunk.set_content_bytes(chunk.content().size());
  std::vector<std::string> seeds = {replication::encode(chunk)};
  chunk.set_content_bytes(service::ContentStore::kChunkBytes + 5);
  seeds.push_back(replication::encode(chunk));
  return seeds;
}

// Into a store of its own; a content that is complete is what its hash says.
Outcome chunk(std::string_view bytes) {
  static const QTemporaryDir folder;
  static const std::array<std::uint8_t, 32> key{};
  static const auto store = service::ContentStore::open(folder.path().toStdString(), key);
  v1::AttachmentChunk piece;
  if (!read(bytes, piece)) {
    return {};
  }
  // What a content is called and how large it is stands in a record, which was judged before.
  if (piece.content_hash().size() != 32 || piece.content_bytes() == 0 ||
      piece.content_bytes() > service::ContentStore::kMostBytes) {
    return {};
  }
  const service::ContentName name = {Place::only().visitor().district_id, piece.content_hash(), piece.content_bytes()};
  const auto standing = (*store)->append(name, piece.offset(), piece.content());
  if (!standing.ok() || !standing->complete) {
    return notOurFault(standing.status());
  }
  return (*store)->verify(name).ok() ? Outcome() : "a content is complete and not what its hash says";
}

}  // namespace

std::vector<Target> exchangeTargets() {
  return {{"hello", helloSeeds, hello},
          {"pull", pullSeeds, pull},
          {"reconcile", reconcileSeeds, reconcile},
          {"compressed", frameSeeds, frame},
          {"attachment_chunk", chunkSeeds, chunk}};
}

}  // namespace doorstep::fuzz
