#include "sync/service/ledger/count_digests.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sync/outside/attempt.h"
#include "sync/replication/digest.h"
#include "sync/sqlite/transaction.h"

namespace doorstep::service {
namespace {

struct Sum {
  std::int64_t count = 0;
  replication::Digest digest;
};
using Sums = std::map<std::pair<std::string, std::int64_t>, Sum>;  // by household and kind

absl::StatusOr<std::vector<std::int64_t>> uncounted(sqlite::Database& ledger) {
  DOORSTEP_ASSIGN(auto select, ledger.prepare("SELECT number FROM district WHERE digests = 0"));
  std::vector<std::int64_t> numbers;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return numbers;
    }
    numbers.push_back(select.integer(0));
  }
}

absl::StatusOr<Sums> sumsOf(sqlite::Database& ledger, std::int64_t district) {
  DOORSTEP_ASSIGN(auto select,
                  ledger.prepare("SELECT household, kind, id, epoch, sequence FROM record WHERE district = ?1"));
  select.bindAll(district);
  Sums sums;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return sums;
    }
    v1::Revision revision;
    revision.set_epoch(static_cast<std::uint64_t>(select.integer(3)));
    revision.set_sequence(static_cast<std::uint64_t>(select.integer(4)));
    Sum& sum = sums[{std::string(select.blob(0)), select.integer(1)}];
    sum.count += 1;
    sum.digest.toggle(static_cast<v1::RecordKind>(select.integer(1)), select.blob(2), revision);
  }
}

}  // namespace

absl::Status countDigests(sqlite::Database& ledger) {
  DOORSTEP_ASSIGN(const auto districts, uncounted(ledger));
  if (districts.empty()) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(auto transaction, sqlite::Transaction::begin(ledger));
  for (const std::int64_t district : districts) {
    DOORSTEP_ASSIGN(const Sums sums, sumsOf(ledger, district));
    for (const auto& [place, sum] : sums) {
      DOORSTEP_TRY(ledger.execute(
          "INSERT OR REPLACE INTO digest (district, household, kind, count, digest) "
          "VALUES (?1, ?2, ?3, ?4, ?5)",
          district, sqlite::Blob{place.first}, place.second, sum.count, sqlite::Blob{sum.digest.bytes()}));
    }
    DOORSTEP_TRY(ledger.execute("UPDATE district SET digests = 1 WHERE number = ?1", district));
  }
  return transaction.commit();
}

}  // namespace doorstep::service
