#include "sync/service/import/import_areas.h"

#include <map>
#include <memory>
#include <optional>
#include <set>

#include "absl/strings/match.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"
#include "sync/service/import/row_outcome.h"
#include "sync/service/own_replica.h"

namespace doorstep::service {
namespace {

const std::map<std::string, std::string>& areaColumns() {
  static const std::map<std::string, std::string> map = {{"parent_id", "parent_code"}, {"create", "code"}};
  return map;
}

std::optional<v1::AreaKind> kindOfText(const std::string& text) {
  static const std::map<std::string, v1::AreaKind> kinds = {
      {"province", v1::AREA_KIND_PROVINCE},   {"city", v1::AREA_KIND_CITY},
      {"district", v1::AREA_KIND_DISTRICT},   {"subdistrict", v1::AREA_KIND_SUBDISTRICT},
      {"community", v1::AREA_KIND_COMMUNITY}, {"grid", v1::AREA_KIND_GRID}};
  const auto found = kinds.find(text);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

class AreaFile {
 public:
  AreaFile(CommitWork& commit, const Caller& caller, const std::vector<v1::ImportRow>& rows)
      : commit_(commit), caller_(caller), rows_(rows) {}

  absl::StatusOr<std::vector<v1::ImportRowResult>> take() {
    results_.resize(rows_.size());
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      const std::string& code = rows_[at].area().code();
      const std::uint32_t other = lines_.add(code, rows_[at].line());
      if (other != 0) {
        refuse(at, duplicateOf("code", other));
      } else {
        by_code_[code] = at;
      }
    }
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      DOORSTEP_TRY(place(at));
    }
    for (auto& [district, replica] : replicas_) {
      DOORSTEP_TRY(replica->finish());
    }
    return std::move(results_);
  }

 private:
  bool isDone(std::size_t at) const { return results_[at].outcome() != v1::IMPORT_OUTCOME_UNSPECIFIED; }
  // The district itself and what is above it are set up by the operator.
  bool mayChange(const v1::Area& area, const std::string& district) const {
    return caller_.has(v1::ROLE_OPERATOR) || (caller_.administers(district) && area.kind() > v1::AREA_KIND_DISTRICT);
  }
  void refuse(std::size_t at, v1::Problem problem) {
    results_[at] = refusedRow(rows_[at].line(), {std::move(problem)});
  }

  // The chain of parents that are still to be placed, then each from the top down.
  absl::Status place(std::size_t at) {
    std::vector<std::size_t> chain;
    std::set<std::size_t> seen;
    for (std::size_t next = at; !isDone(next);) {
      if (!seen.insert(next).second) {
        markCircle(chain, next);
        break;
      }
      chain.push_back(next);
      const auto parent = by_code_.find(rows_[next].area().parent_code());
      if (parent == by_code_.end()) {
        break;
      }
      next = parent->second;
    }
    for (auto row = chain.rbegin(); row != chain.rend(); ++row) {
      if (!isDone(*row)) {
        DOORSTEP_TRY(takeOne(*row));
      }
    }
    return absl::OkStatus();
  }

  void markCircle(const std::vector<std::size_t>& chain, std::size_t first) {
    bool inside = false;
    for (const std::size_t at : chain) {
      inside = inside || at == first;
      if (inside) {
        refuse(at, problem(v1::PROBLEM_CODE_CIRCLE, "parent_code"));
      }
    }
  }

  // Its parent has been placed or refused.
  absl::Status takeOne(std::size_t at) {
    const v1::AreaRow& row = rows_[at].area();
    const auto kind = kindOfText(row.kind());
    if (!kind.has_value()) {
      refuse(at, problem(v1::PROBLEM_CODE_MALFORMED, "kind"));
      return absl::OkStatus();
    }
    const Directory::Place* parent = commit_.directory().placeByCode(row.parent_code());
    const auto parent_row = by_code_.find(row.parent_code());
    const bool parent_refused =
        parent_row != by_code_.end() && results_[parent_row->second].outcome() == v1::IMPORT_OUTCOME_REFUSED;
    if (!row.parent_code().empty() && (parent == nullptr || parent_refused)) {
      refuse(at, problem(v1::PROBLEM_CODE_ORPHAN, "parent_code"));
      return absl::OkStatus();
    }
    v1::Record record;
    v1::Area& area = *record.mutable_area();
    area.set_parent_id(parent == nullptr ? std::string() : parent->area.id());
    area.set_kind(*kind);
    area.set_code(row.code());
    area.set_name(row.name());
    const Directory::Place* existing = commit_.directory().placeByCode(row.code());
    return existing == nullptr ? create(at, std::move(record)) : update(at, *existing, std::move(record));
  }

  absl::Status create(std::size_t at, v1::Record record) {
    record.mutable_area()->set_id(commit_.identifiers().next());
    const std::string district = commit_.directory().districtOf(record.area());
    if (!mayChange(record.area(), district)) {
      refuse(at, problem(v1::PROBLEM_CODE_OUT_OF_SCOPE, "code"));
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const v1::Receipt receipt, replicaOf(district).create(record));
    results_[at] = resultOf(at, receipt, v1::IMPORT_OUTCOME_CREATED);
    return absl::OkStatus();
  }

  absl::Status update(std::size_t at, const Directory::Place& existing, v1::Record record) {
    record.mutable_area()->set_id(existing.area.id());
    if (commit_.directory().districtOf(record.area()) != existing.district_id) {
      refuse(at, problem(v1::PROBLEM_CODE_OUT_OF_RANGE, "parent_code"));  // districts keep what is theirs
      return absl::OkStatus();
    }
    v1::Record before;
    *before.mutable_area() = existing.area;
    if (replication::encode(before) != replication::encode(record) && !mayChange(existing.area, existing.district_id)) {
      refuse(at, problem(v1::PROBLEM_CODE_OUT_OF_SCOPE, "code"));
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto receipt, replicaOf(existing.district_id).edit(before, record));
    results_[at] = receipt.has_value() ? resultOf(at, *receipt, v1::IMPORT_OUTCOME_UPDATED)
                                       : rowResult(rows_[at].line(), v1::IMPORT_OUTCOME_UNCHANGED);
    return absl::OkStatus();
  }

  v1::ImportRowResult resultOf(std::size_t at, const v1::Receipt& receipt, v1::ImportOutcome outcome) const {
    if (receipt.outcome() != v1::RECEIPT_OUTCOME_QUARANTINED) {
      return rowResult(rows_[at].line(), outcome);
    }
    return refusedRow(rows_[at].line(),
                      inColumns({receipt.problems().begin(), receipt.problems().end()}, areaColumns()));
  }

  // One replica a district, for the whole file.
  OwnReplica& replicaOf(const std::string& district_id) {
    auto& replica = replicas_[district_id];
    if (!replica) {
      replica = std::make_unique<OwnReplica>(commit_.district(district_id));
    }
    return *replica;
  }

  CommitWork& commit_;
  const Caller& caller_;
  const std::vector<v1::ImportRow>& rows_;
  std::vector<v1::ImportRowResult> results_;
  LinesByKey lines_;
  std::map<std::string, std::size_t> by_code_;
  std::map<std::string, std::unique_ptr<OwnReplica>> replicas_;
};

}  // namespace

absl::StatusOr<std::vector<v1::ImportRowResult>> importAreas(CommitWork& commit, const Caller& caller,
                                                             const std::vector<v1::ImportRow>& rows) {
  return AreaFile(commit, caller, rows).take();
}

}  // namespace doorstep::service
