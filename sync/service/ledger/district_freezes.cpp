#include "sync/outside/attempt.h"
#include "sync/service/ledger/embedded_district.h"

namespace doorstep::service {

using sqlite::Blob;

absl::StatusOr<std::vector<FreezeRow>> EmbeddedDistrict::freezes() {
  DOORSTEP_ASSIGN(auto select,
                  prepare("SELECT month, epoch, sequence, frozen_ms, rules_epoch, rules_sequence, rules, digest, "
                          "has_facts FROM freeze WHERE district = ?1 ORDER BY month"));
  select.bindAll(number_);
  std::vector<FreezeRow> rows;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return rows;
    }
    FreezeRow& row = rows.emplace_back();
    row.month = select.integer(0);
    row.revision.set_epoch(static_cast<std::uint64_t>(select.integer(1)));
    row.revision.set_sequence(static_cast<std::uint64_t>(select.integer(2)));
    row.frozen_at = absl::FromUnixMillis(select.integer(3));
    row.rules_revision.set_epoch(static_cast<std::uint64_t>(select.integer(4)));
    row.rules_revision.set_sequence(static_cast<std::uint64_t>(select.integer(5)));
    row.rules = select.blob(6);
    row.digest = select.blob(7);
    row.has_facts = select.integer(8) != 0;
  }
}

absl::StatusOr<std::vector<FrozenRow>> EmbeddedDistrict::frozenRows(std::int64_t month) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT area, parent, figures FROM frozen_rollup "
                                       "WHERE district = ?1 AND month = ?2 ORDER BY area"));
  select.bindAll(number_, month);
  std::vector<FrozenRow> rows;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return rows;
    }
    FrozenRow& row = rows.emplace_back(FrozenRow{std::string(select.blob(0)), std::string(select.blob(1)), {}});
    const std::string_view figures = select.blob(2);
    if (!row.figures.ParseFromArray(figures.data(), static_cast<int>(figures.size()))) {
      return absl::DataLossError("a frozen rollup cannot be read");
    }
  }
}

absl::Status EmbeddedDistrict::forEachFrozenFact(std::int64_t month,
                                                 const std::function<absl::Status(const Fact&)>& visit) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT kind, subject, part, encoded FROM frozen_fact "
                                       "WHERE district = ?1 AND month = ?2 ORDER BY kind, subject, part"));
  select.bindAll(number_, month);
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return absl::OkStatus();
    }
    DOORSTEP_TRY(visit({static_cast<FactKind>(select.integer(0)), std::string(select.blob(1)),
                        std::string(select.blob(2)), std::string(), std::string(select.blob(3))}));
  }
}

absl::Status EmbeddedDistrict::putFreeze(const FreezeRow& row) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT INTO freeze (district, month, epoch, sequence, frozen_ms, rules_epoch, "
                                    "rules_sequence, rules, digest, has_facts) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
  return put.run(number_, row.month, row.revision.epoch(), row.revision.sequence(), absl::ToUnixMillis(row.frozen_at),
                 row.rules_revision.epoch(), row.rules_revision.sequence(), Blob{row.rules}, Blob{row.digest},
                 row.has_facts ? 1 : 0);
}

absl::Status EmbeddedDistrict::putFrozenRow(std::int64_t month, const FrozenRow& row) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT INTO frozen_rollup (district, month, area, parent, figures) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5)"));
  return put.run(number_, month, Blob{row.area_id}, Blob{row.parent_id}, Blob{row.figures.SerializeAsString()});
}

absl::Status EmbeddedDistrict::putFrozenFact(std::int64_t month, const Fact& fact) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT INTO frozen_fact (district, month, kind, subject, part, encoded) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
  return put.run(number_, month, static_cast<int>(fact.kind), Blob{fact.subject}, Blob{fact.part}, Blob{fact.encoded});
}

}  // namespace doorstep::service
