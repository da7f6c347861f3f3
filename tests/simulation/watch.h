#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "doorstep/v1/record.pb.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/service/ledger.h"
#include "tests/simulation/scopes.h"

namespace doorstep::simulation {

class World;
struct Saved;

// Looks on while a world runs: at every commit of the service and at everything on the wire. What it
// knows of assignments and areas it reads from the records by itself, not by the service's own scope.
class Watch {
 public:
  explicit Watch(World& world) : world_(world), scopes_(world) {}

  void afterCommit();
  // The service runs again; after `restored` it may stand further back than before.
  void afterStart(bool restored = false);
  void recount();
  std::uint64_t head() const { return head_; }

  void changesSent(std::size_t tablet, const v1::PushRequest& request);
  void exchangeBegins(std::size_t tablet);
  void receiptsGiven(std::size_t tablet, const v1::PushReply& reply);
  void receiptsArrived(std::size_t tablet, const v1::PushReply& reply);
  void pageGiven(std::size_t tablet, const v1::PullReply& page);
  void differencesTold(std::size_t tablet, const v1::ReconcileReply& reply);

  // Its disk was set back: it cannot know what it has sent.
  void setBack(std::size_t tablet);
  void mayBeRevoked(std::size_t tablet);
  absl::Time doubtedSince(std::size_t tablet) const { return doubtful_.at(tablet); }
  void revoked(std::size_t tablet) { revoked_.insert(tablet); }
  bool isRevoked(std::size_t tablet) const { return revoked_.contains(tablet); }
  // The office was told that it did not work; it may have all the same.
  bool mayNotExchange(std::size_t tablet) const { return doubtful_.contains(tablet); }
  // Whose records this tablet may have now.
  std::set<std::string> scopeOf(std::size_t tablet) { return scopes_.of(tablet); }

 private:
  void readNewRecords(service::DistrictReader& ledger);
  void look(service::DistrictReader& ledger, const service::StoredRecord& stored);
  void lookAtFields(service::DistrictReader& ledger, const service::StoredRecord& stored);
  v1::Role roleOf(const Saved& saved) const;
  void lookAtConflict(const v1::Conflict& conflict);
  void lookAtSums(service::DistrictReader& ledger);
  void lookAtFreezes(service::DistrictReader& ledger);

  World& world_;
  std::uint64_t epoch_ = 0;
  std::uint64_t head_ = 0;
  std::uint64_t commits_ = 0;
  Scopes scopes_;
  // When a change set a field: (change, record and field) → sequence.
  std::map<std::pair<std::string, std::string>, std::uint64_t> set_at_;
  std::map<std::string, std::string> conflicts_;  // what it is about → its id
  std::map<std::int64_t, std::string> frozen_;    // by month: all figures as they were frozen
  std::set<std::size_t> revoked_;
  std::map<std::size_t, absl::Time> doubtful_;
  std::map<std::size_t, std::set<std::string>> sent_before_;  // changes, by tablet and replica in their bytes
  std::map<std::size_t, std::set<std::string>> sent_now_;     // in the exchange at hand
  std::map<std::size_t, std::size_t> sent_again_;
  std::map<std::size_t, absl::Time> began_;  // the exchange at hand
  std::set<std::size_t> misled_;             // by the hello of a service that was set back during the exchange
};

}  // namespace doorstep::simulation
