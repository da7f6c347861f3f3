#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "doorstep/v1/change.pb.h"

namespace doorstep::simulation {

// What one change was when it was saved, and what has been said about it since.
struct Saved {
  std::size_t tablet = 0;
  std::uint64_t made = 0;            // in which changes were saved
  v1::Change change;                 // as first saved; its place in the queue may change
  std::optional<v1::Receipt> given;  // by the service, first
  std::uint64_t order = 0;           // in which receipts were first given
  bool arrived = false;              // at the tablet
  bool gone = false;                 // from its tablet, whose disk was set back
};

// All that was saved and acknowledged in one world: what must never be lost.
class Model {
 public:
  // A change that was found on a tablet for the first time, after saving it was answered with OK or after a
  // restart. False when it was known.
  bool saved(std::size_t tablet, const std::string& encoded);
  // A receipt left the service. Says what is wrong with it, or nothing.
  std::string given(const v1::Receipt& receipt);
  void arrived(const v1::Receipt& receipt);
  // The service lost what it had committed: receipts may be given afresh.
  void serviceRestored(bool announced) {
    ++restored_;
    unnoticed_ = unnoticed_ || !announced;
  }
  bool setBackUnnoticed() const { return unnoticed_; }
  int restored() const { return restored_; }
  // A tablet's disk was set back: these alone of its changes are still there.
  void setBack(std::size_t tablet, const std::set<std::string>& change_ids);
  // Somebody has decided that it is taken in after all, should it have been put aside.
  void mayBeTakenIn(const std::string& change_id) { accepted_.insert(change_id); }
  bool isAccepted(const std::string& change_id) const { return accepted_.contains(change_id); }

  const std::map<std::string, Saved>& all() const { return all_; }
  const Saved* find(const std::string& change_id) const;

 private:
  std::map<std::string, Saved> all_;  // by the change's id
  std::set<std::string> accepted_;    // ids of changes
  std::uint64_t given_ = 0;
  int restored_ = 0;
  bool unnoticed_ = false;
};

}  // namespace doorstep::simulation
