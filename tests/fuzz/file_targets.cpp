#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sync/bundle/changes.h"
#include "sync/bundle/envelope.h"
#include "sync/bundle/refusal.h"
#include "sync/ctl/input_file.h"
#include "sync/ctl/rows.h"
#include "sync/escrow/escrow.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/identity/certificates.h"
#include "tests/fuzz/target.h"

namespace doorstep::fuzz {
namespace {

// A file in memory where the system has such a place, gone with the process.
const std::string& scratchPath() {
  struct Scratch {
    std::string path =
        (std::filesystem::temp_directory_path() / ("doorstep-fuzz-" + std::to_string(::getpid()))).string();
    ~Scratch() { std::filesystem::remove(path); }
  };
  static const Scratch scratch;
  return scratch.path;
}

std::vector<std::string> rosterSeeds() {
  return {
      "file_number,household_number,name,birth_year,area_code,address,kinds,tier\n"
      "E1,H1,王秀兰,1945,220211001001,\"泰山路1号, 2单元\",独居,A\n"
      "E2,H1,赵国强,1943,220211001001,泰山路1号,空巢,C\n",
      "\xEF\xBB\xBF档案号,姓名\r\nE1,\"李\"\"四\"\r\n",
      "file_number\n\n\n",
  };
}

Outcome roster(std::string_view bytes) {
  std::ofstream(scratchPath(), std::ios::binary | std::ios::trunc) << bytes;
  ctl::InputFile file(ctl::FileKind::kRoster, scratchPath());
  if (!file.open().ok()) {
    return {};
  }
  ctl::InputRow row;
  std::size_t rows = 0;
  while (true) {
    const auto more = file.next(row);
    if (!more.ok()) {
      return "a file that was fit as a whole broke off";
    }
    if (!*more) {
      return rows == file.rows() ? Outcome() : "rows were lost or made up";
    }
    ++rows;
    ctl::parseRow(ctl::FileKind::kRoster, file.columns(), row.record);
  }
}

// Who signs, and who can open.
struct Keys {
  bundle::Signer device;
  escrow::KeyPair service = escrow::makeKeyPair();
  escrow::KeyPair reply = escrow::makeKeyPair();
};

const Keys& keys() {
  static const Keys all = [] {
    Keys made;
    const auto authority = service::makeAuthority("Doorstep");
    const auto device = service::makeSigned(*authority, "doorstepd", "doorstepd");
    made.device = {*service::certificateDer(device->certificate_pem), device->key_pem};
    return made;
  }();
  return all;
}

std::vector<std::string> bundleSeeds() {
  v1::Change change;
  change.set_id(std::string(16, 'c'));
  change.set_replica_id(std::string(16, 'r'));
  change.set_sequence(1);
  change.set_predecessor(replication::chainStart());
  change.mutable_skipped()->set_reason("INTERNAL");
  const std::string encoded = replication::encode(change);
  const bundle::Writing writing = {std::string(16, 'b'), std::string(16, 'd'), change.replica_id(), "tablet 3",
                                   absl::FromUnixSeconds(1'795'136'400)};
  const auto sealed = bundle::sealChanges(writing, 1, std::span(&encoded, 1), keys().reply.public_key,
                                          keys().service.public_key, keys().device);
  return sealed.ok() ? std::vector<std::string>{*sealed} : std::vector<std::string>();
}

const std::vector<std::string>& bundleSeedsOnce() {
  static const std::vector<std::string> seeds = bundleSeeds();
  return seeds;
}

std::vector<std::string> theBundle() {
  return bundleSeedsOnce();
}

// Of what was changed nothing is ever taken.
Outcome bundleFile(std::string_view bytes) {
  const auto manifest = bundle::peek(bytes);
  const auto envelope = bundle::read(bytes);
  if (!envelope.ok()) {
    return bundle::refusalOf(envelope.status()).has_value() ? Outcome() : envelope.status().ToString();
  }
  const auto changes = bundle::openChanges(*envelope, keys().service.secret_key);
  if (!changes.ok()) {
    return bundle::refusalOf(changes.status()).has_value() ? Outcome() : changes.status().ToString();
  }
  return manifest.ok() && bytes == bundleSeedsOnce().front() ? Outcome() : "a changed bundle was opened";
}

}  // namespace

std::vector<Target> fileTargets() {
  return {{"bundle", theBundle, bundleFile}, {"csv_roster", rosterSeeds, roster}};
}

}  // namespace doorstep::fuzz
