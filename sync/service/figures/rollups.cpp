#include "sync/service/figures/rollups.h"

#include <google/protobuf/util/message_differencer.h>

#include <limits>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

template <typename Message>
absl::StatusOr<Message> read(const Fact& fact) {
  Message message;
  if (!message.ParseFromString(fact.encoded)) {
    return absl::DataLossError("a fact in the ledger cannot be read");
  }
  return message;
}

std::int64_t monthOf(const v1::Date& day) {
  return monthNumber(absl::CivilMonth(care::civilDay(day)));
}

absl::Status putRow(DistrictWriter& ledger, const std::string& area, std::int64_t month, v1::Figures figures) {
  RollupRow row{area, month, {}, std::move(figures), std::nullopt};
  DOORSTEP_ASSIGN(row.revision, ledger.nextRevision());
  return ledger.putRollup(row);
}

}  // namespace

absl::StatusOr<Contribution> contributionOf(const Fact& fact) {
  Contribution contribution;
  switch (fact.kind) {
    case FactKind::kElderMonth: {
      DOORSTEP_ASSIGN(const auto month, read<v1::ElderMonth>(fact));
      contribution.month = monthNumber(care::civilMonth(month.month()));
      care::addElderMonth(contribution.by_area, month);
      break;
    }
    case FactKind::kMinutes: {
      DOORSTEP_ASSIGN(const auto line, read<v1::MinutesLine>(fact));
      contribution.month = monthOf(line.on());
      care::addWorkerMinutes(contribution.by_area, line);
      break;
    }
    case FactKind::kDelivered: {
      DOORSTEP_ASSIGN(const auto line, read<v1::MinutesLine>(fact));
      contribution.month = monthOf(line.on());
      care::addDeliveredMinutes(contribution.by_area, line);
      break;
    }
    case FactKind::kRisk: {
      DOORSTEP_ASSIGN(const auto row, read<v1::CoverageRow>(fact));
      contribution.month = monthNumber(care::civilMonth(row.month()));
      contribution.by_area[row.area_id()] = row.figures();
      break;
    }
  }
  return contribution;
}

void RollupDeltas::add(const Contribution& contribution, int sign) {
  for (const auto& [area, figures] : contribution.by_area) {
    care::add(own_[{area, contribution.month}], figures, sign);
  }
}

std::map<std::pair<std::string, std::int64_t>, v1::Figures> RollupDeltas::carriedUp() const {
  std::map<std::pair<std::string, std::int64_t>, v1::Figures> sums;
  for (const auto& [key, figures] : own_) {
    if (!care::isZero(figures)) {
      for (const std::string& area : directory_.upwards(key.first, district_id_)) {
        care::add(sums[{area, key.second}], figures);
      }
    }
  }
  return sums;
}

absl::Status RollupDeltas::addTo(DistrictWriter& ledger) const {
  for (const auto& [key, delta] : carriedUp()) {
    if (care::isZero(delta)) {
      continue;
    }
    DOORSTEP_ASSIGN(const auto kept, ledger.rollup(key.first, key.second));
    v1::Figures figures = kept.has_value() ? kept->figures : v1::Figures();
    care::add(figures, delta);
    DOORSTEP_TRY(putRow(ledger, key.first, key.second, std::move(figures)));
  }
  return absl::OkStatus();
}

absl::Status rebuildRollups(DistrictWriter& ledger, const Directory& directory, const std::string& district_id) {
  RollupDeltas all(directory, district_id);
  for (const FactKind kind : {FactKind::kElderMonth, FactKind::kMinutes, FactKind::kDelivered, FactKind::kRisk}) {
    DOORSTEP_TRY(ledger.forEachFact(kind, [&all](const Fact& fact) {
      DOORSTEP_ASSIGN(const Contribution contribution, contributionOf(fact));
      all.add(contribution, 1);
      return absl::OkStatus();
    }));
  }
  auto wanted = all.carriedUp();
  DOORSTEP_ASSIGN(const auto kept, ledger.rollupsAfter(0, std::numeric_limits<std::int32_t>::max()));
  for (const RollupRow& row : kept) {
    v1::Figures& figures = wanted[{row.area_id, row.month}];
    if (google::protobuf::util::MessageDifferencer::Equals(figures, row.figures)) {
      wanted.erase({row.area_id, row.month});
    }
  }
  for (const auto& [key, figures] : wanted) {
    DOORSTEP_TRY(putRow(ledger, key.first, key.second, figures));
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
