#include "sync/service/evaluation.h"

#include <algorithm>
#include <string>

#include "sync/outside/attempt.h"
#include "sync/service/figures/fact_keeper.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

constexpr char kNote[] = "evaluated_on";

}  // namespace

absl::StatusOr<std::optional<absl::CivilDay>> evaluatedOn(DistrictReader& ledger) {
  DOORSTEP_ASSIGN(const auto note, ledger.note(kNote));
  absl::CivilDay day;
  if (!note.has_value()) {
    return std::nullopt;
  }
  if (!absl::ParseCivilTime(*note, &day)) {
    return absl::DataLossError("the day of the last evaluation cannot be read");
  }
  return day;
}

absl::Status evaluate(DistrictWork& work) {
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  if (rules == nullptr) {
    return absl::OkStatus();  // nothing is counted before; setting rules touches everything
  }
  DOORSTEP_ASSIGN(const auto last, evaluatedOn(work.ledger));
  const absl::CivilDay today = std::max(work.today(), last.value_or(work.today()));
  if (last != today) {
    DOORSTEP_TRY(work.ledger.putNote(kNote, absl::FormatCivilTime(today)));
    DOORSTEP_ASSIGN(const auto elders, work.ledger.findIds({Index::kElder, ""}));
    const std::int64_t from = last.has_value() ? monthNumber(absl::CivilMonth(*last)) : Touched::kAllMonths;
    for (const std::string& elder : elders) {
      work.touched.elder(elder, from);
    }
  }
  if (work.touched.empty()) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const MonthRules by_month, MonthRules::load(work.ledger, *rules));
  return FactKeeper(work, by_month, today).bringUpToDate();
}

}  // namespace doorstep::service
