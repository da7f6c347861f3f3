#include "sync/outside/attempt.h"
#include "sync/service/ledger/embedded_district.h"

namespace doorstep::service {
namespace {

using sqlite::Blob;

Fact factAt(const sqlite::Statement& row) {
  return {static_cast<FactKind>(row.integer(0)), std::string(row.blob(1)), std::string(row.blob(2)),
          std::string(row.blob(3)), std::string(row.blob(4))};
}

absl::StatusOr<std::vector<Fact>> allFacts(sqlite::Statement& select) {
  std::vector<Fact> facts;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return facts;
    }
    facts.push_back(factAt(select));
  }
}

#define ROLLUP_WITH_FROZEN                                                                                    \
  "SELECT r.area, r.month, r.epoch, r.sequence, r.figures, f.sequence, f.frozen_ms, z.figures FROM rollup r " \
  "LEFT JOIN freeze f ON f.district = r.district AND f.month = r.month "                                      \
  "LEFT JOIN frozen_rollup z ON z.district = f.district AND z.month = f.month AND z.area = r.area "

absl::StatusOr<RollupRow> rollupAt(const sqlite::Statement& row) {
  RollupRow rollup;
  rollup.area_id = row.blob(0);
  rollup.month = row.integer(1);
  rollup.revision.set_epoch(static_cast<std::uint64_t>(row.integer(2)));
  rollup.revision.set_sequence(static_cast<std::uint64_t>(row.integer(3)));
  const std::string_view figures = row.blob(4);
  if (!rollup.figures.ParseFromArray(figures.data(), static_cast<int>(figures.size()))) {
    return absl::DataLossError("a rollup cannot be read");
  }
  if (row.isNull(5)) {
    return rollup;
  }
  // An area that only a restatement brought into a frozen month had nothing when it was frozen.
  FrozenFigures& frozen = rollup.frozen.emplace();
  frozen.sequence = static_cast<std::uint64_t>(row.integer(5));
  frozen.frozen_at = absl::FromUnixMillis(row.integer(6));
  const std::string_view kept = row.isNull(7) ? std::string_view() : row.blob(7);
  if (!frozen.figures.ParseFromArray(kept.data(), static_cast<int>(kept.size()))) {
    return absl::DataLossError("a frozen rollup cannot be read");
  }
  return rollup;
}

}  // namespace

absl::StatusOr<std::vector<Fact>> EmbeddedDistrict::facts(FactKind kind, const std::string& subject) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT kind, subject, part, cluster, encoded FROM fact "
                                       "WHERE district = ?1 AND kind = ?2 AND subject = ?3 ORDER BY part"));
  select.bindAll(number_, static_cast<int>(kind), Blob{subject});
  return allFacts(select);
}

absl::StatusOr<std::vector<Fact>> EmbeddedDistrict::factsFrom(FactKind kind, const std::string& subject,
                                                              const std::string& first_part) {
  DOORSTEP_ASSIGN(auto select,
                  prepare("SELECT kind, subject, part, cluster, encoded FROM fact "
                          "WHERE district = ?1 AND kind = ?2 AND subject = ?3 AND part >= ?4 ORDER BY part"));
  select.bindAll(number_, static_cast<int>(kind), Blob{subject}, Blob{first_part});
  return allFacts(select);
}

absl::StatusOr<std::vector<Fact>> EmbeddedDistrict::factsInGroup(FactKind kind, const std::string& group) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT kind, subject, part, cluster, encoded FROM fact INDEXED BY fact_cluster "
                                       "WHERE district = ?1 AND kind = ?2 "
                                       "AND cluster = ?3 AND cluster <> x'' ORDER BY subject, part"));
  select.bindAll(number_, static_cast<int>(kind), Blob{group});
  return allFacts(select);
}

absl::Status EmbeddedDistrict::forEachFact(FactKind kind, const std::function<absl::Status(const Fact&)>& visit) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT kind, subject, part, cluster, encoded FROM fact "
                                       "WHERE district = ?1 AND kind = ?2 ORDER BY subject, part"));
  select.bindAll(number_, static_cast<int>(kind));
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return absl::OkStatus();
    }
    DOORSTEP_TRY(visit(factAt(select)));
  }
}

absl::StatusOr<std::optional<RollupRow>> EmbeddedDistrict::rollup(const std::string& area_id, std::int64_t month) {
  DOORSTEP_ASSIGN(auto select, prepare(ROLLUP_WITH_FROZEN "WHERE r.district = ?1 AND r.area = ?2 AND r.month = ?3"));
  select.bindAll(number_, Blob{area_id}, month);
  DOORSTEP_ASSIGN(const bool found, select.step());
  if (!found) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(RollupRow row, rollupAt(select));
  return row;
}

absl::StatusOr<std::vector<RollupRow>> EmbeddedDistrict::rollupsAfter(std::uint64_t sequence, std::size_t limit) {
  DOORSTEP_ASSIGN(auto select,
                  prepare(ROLLUP_WITH_FROZEN "WHERE r.district = ?1 AND r.sequence > ?2 ORDER BY r.sequence LIMIT ?3"));
  select.bindAll(number_, sequence, limit);
  std::vector<RollupRow> rows;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return rows;
    }
    DOORSTEP_ASSIGN(RollupRow row, rollupAt(select));
    rows.push_back(std::move(row));
  }
}

absl::StatusOr<std::optional<std::string>> EmbeddedDistrict::note(const std::string& name) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT value FROM note WHERE district = ?1 AND name = ?2"));
  select.bindAll(number_, name);
  DOORSTEP_ASSIGN(const bool found, select.step());
  return found ? std::optional(std::string(select.blob(0))) : std::nullopt;
}

absl::Status EmbeddedDistrict::putFact(const Fact& fact) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT OR REPLACE INTO fact (district, kind, subject, part, cluster, encoded) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
  return put.run(number_, static_cast<int>(fact.kind), Blob{fact.subject}, Blob{fact.part}, Blob{fact.group},
                 Blob{fact.encoded});
}

absl::Status EmbeddedDistrict::removeFact(FactKind kind, const std::string& subject, const std::string& part) {
  DOORSTEP_ASSIGN(auto remove,
                  prepare("DELETE FROM fact WHERE district = ?1 AND kind = ?2 AND subject = ?3 AND part = ?4"));
  return remove.run(number_, static_cast<int>(kind), Blob{subject}, Blob{part});
}

absl::Status EmbeddedDistrict::putRollup(const RollupRow& row) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT OR REPLACE INTO rollup (district, area, month, epoch, sequence, figures) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
  return put.run(number_, Blob{row.area_id}, row.month, row.revision.epoch(), row.revision.sequence(),
                 Blob{row.figures.SerializeAsString()});
}

absl::Status EmbeddedDistrict::putNote(const std::string& name, const std::string& value) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT OR REPLACE INTO note (district, name, value) VALUES (?1, ?2, ?3)"));
  return put.run(number_, name, Blob{value});
}

}  // namespace doorstep::service
