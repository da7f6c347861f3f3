#include "sync/service/evaluation.h"

#include <algorithm>
#include <string>

#include "sync/outside/attempt.h"
#include "sync/service/figures/fact_keeper.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

constexpr char kNote[] = "evaluated_on";
constexpr char kDoubtNote[] = "clock_doubted_on";

absl::StatusOr<std::optional<absl::CivilDay>> dayNoted(DistrictReader& ledger, const char* name) {
  DOORSTEP_ASSIGN(const auto note, ledger.note(name));
  absl::CivilDay day;
  if (!note.has_value() || note->empty()) {
    return std::nullopt;
  }
  if (!absl::ParseCivilTime(*note, &day)) {
    return absl::DataLossError("a day noted in the ledger cannot be read");
  }
  return day;
}

}  // namespace

absl::StatusOr<std::optional<absl::CivilDay>> evaluatedOn(DistrictReader& ledger) {
  return dayNoted(ledger, kNote);
}

absl::StatusOr<bool> doubtsClock(DistrictWork& work) {
  const absl::CivilDay today = work.today();
  DOORSTEP_ASSIGN(const auto last, evaluatedOn(work.ledger));
  DOORSTEP_ASSIGN(const auto since, dayNoted(work.ledger, kDoubtNote));
  if (!last.has_value() || today - *last <= kBelievedDays) {
    if (since.has_value()) {
      DOORSTEP_TRY(work.ledger.putNote(kDoubtNote, ""));
    }
    return false;
  }
  if (!since.has_value() || today < *since || today - *since > kBelievedDays) {
    DOORSTEP_TRY(work.ledger.putNote(kDoubtNote, absl::FormatCivilTime(today)));
    return true;
  }
  return today - *since < kDoubtedDays;
}

absl::Status evaluate(DistrictWork& work) {
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  if (rules == nullptr) {
    return absl::OkStatus();  // nothing is counted before; setting rules touches everything
  }
  DOORSTEP_ASSIGN(const auto last, evaluatedOn(work.ledger));
  DOORSTEP_ASSIGN(const bool doubted, doubtsClock(work));
  const absl::CivilDay today = doubted ? *last : std::max(work.today(), last.value_or(work.today()));
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
