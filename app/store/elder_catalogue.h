#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "app/store/directory.h"
#include "app/store/elder_list.h"
#include "app/store/list_facts.h"
#include "sync/care/cadence.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// All listed elders of one connection, kept between questions so that each key of a search and each
// look at a list answers within a frame. What one elder's records say is worked out again only when
// they, the contacts, the rules or the day have changed; the rest is read anew after every commit.
class ElderCatalogue {
 public:
  // By grid, then by door; without those merged into another, and only at doors that this device holds
  // wholly. `version` is the database's, of the read transaction that the caller holds. Stays as it is
  // until the next call.
  absl::StatusOr<std::reference_wrapper<const std::vector<ListedElder>>> read(sqlite::Database& database,
                                                                              const Directory& directory,
                                                                              absl::CivilDay today,
                                                                              std::int64_t version);

 private:
  // What follows from an elder's own records, with what it was made from.
  struct Known {
    std::string elder;
    std::string household;
    std::vector<care::QualifyingContact> contacts;
    std::string area_id;
    ListedElder listed;
    std::uint64_t seen = 0;  // in which reading
  };

  absl::Status readAgain(sqlite::Database& database, const Directory& directory, absl::CivilDay today);
  Known* recall(const sqlite::Statement& selected, const ListFacts& facts, const Directory& directory);

  std::unordered_map<std::string, Known> known_;
  std::vector<ListedElder> listed_;
  std::string rules_;
  absl::CivilDay today_;
  std::optional<std::int64_t> version_;
  std::uint64_t readings_ = 0;
};

}  // namespace doorstep::store
