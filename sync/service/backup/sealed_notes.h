#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What a restored backup must not undo, in a file of its own beside the ledger (architecture decision 7): which
// certificates were revoked, and what was frozen of each month. Lines are only ever appended; each bears a
// seal over itself and the seal before it, made with the authority's key, so that nobody without the key
// can change, take out or add one. It names certificates by their fingerprints, areas by their ids.
class SealedNotes {
 public:
  // Makes the file when there is none, readable by its owner alone. A last line cut off by a crash is taken
  // away: it is appended anew from the ledger. DATA_LOSS when a seal is wrong; the file stays as it is.
  static absl::StatusOr<std::unique_ptr<SealedNotes>> open(const std::string& path, const std::string& authority_key);

  // Puts into the ledger what is noted here and unknown there: after a restore, before anything else writes.
  absl::Status applyTo(Ledger& ledger);
  // Appends what the ledger holds and the file does not; on the disk when it returns. Any thread.
  absl::Status catchUp(Ledger& ledger);
  // Also of a certificate that a restored ledger has never heard of. Any thread.
  bool isRevoked(const std::string& fingerprint);

 private:
  struct Frozen {
    FreezeRow freeze;
    std::vector<FrozenRow> rows;
  };
  SealedNotes(std::string path, std::string key) : path_(std::move(path)), key_(std::move(key)) {}

  absl::Status read(const std::string& content);
  absl::Status take(const std::string& line);
  absl::Status append(const std::string& text);
  std::string sealOf(const std::string& text) const;
  static std::string textOf(const std::string& district_id, const Frozen& frozen);
  static absl::StatusOr<Frozen> frozenIn(const std::vector<std::string>& words);
  static absl::Status putBack(DistrictWriter& district, const Frozen& frozen);

  std::mutex mutex_;
  std::string path_;
  std::string key_;
  std::string seal_;  // of the last line
  std::set<std::string> revoked_;
  std::map<std::pair<std::string, std::int64_t>, Frozen> frozen_;  // by district and month
};

}  // namespace doorstep::service
