#include "sync/service/coverage/recount.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"
#include "sync/outside/attempt.h"
#include "sync/service/coverage/district_records.h"
#include "sync/service/evaluation.h"
#include "sync/service/figures/elder_facts.h"
#include "sync/service/figures/freeze.h"
#include "sync/service/figures/month_rules.h"
#include "sync/service/figures/rollups.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

using Sums = std::map<std::pair<std::string, std::int64_t>, v1::Figures>;

class Recount {
 public:
  Recount(DistrictReader& ledger, const Directory& directory, const std::string& district_id)
      : ledger_(ledger), directory_(directory), district_id_(district_id), recounted_(directory, district_id) {}

  absl::StatusOr<v1::RecountReply> run(const v1::RecountRequest& request) {
    DOORSTEP_ASSIGN(*reply_.mutable_at(), ledger_.head());
    DOORSTEP_ASSIGN(const auto evaluated, evaluatedOn(ledger_));
    if (!evaluated.has_value()) {
      return reply_;
    }
    DOORSTEP_ASSIGN(DistrictRecordSet set, DistrictRecordSet::load(ledger_));
    reply_.set_records(set.count());
    std::int64_t first =
        request.has_from_month() ? monthNumber(care::civilMonth(request.from_month())) : firstMonth(set.records());
    std::int64_t last = monthNumber(absl::CivilMonth(*evaluated));
    if (request.has_until_month()) {
      last = std::min(last, monthNumber(care::civilMonth(request.until_month())));
    }
    DOORSTEP_ASSIGN(const MonthRules rules, MonthRules::load(ledger_, set.records().rules));
    for (std::int64_t month = first; month <= last; ++month) {
      set.setRules(rules.at(month));
      count(set.records(), month, *evaluated);
    }
    DOORSTEP_TRY(compare(first, last));
    DOORSTEP_TRY(compareFrozen(first, last));
    return std::move(reply_);
  }

 private:
  // The first month of which anything is known to have happened, or in which the district went live.
  std::int64_t firstMonth(const care::DistrictRecords& records) const {
    const absl::TimeZone zone = care::districtZone(records.rules.zone());
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    const auto take = [&first](absl::CivilDay day) { first = std::min(first, monthNumber(absl::CivilMonth(day))); };
    for (const v1::Visit* visit : records.visits) {
      take(care::dayOf(visit->started_at(), zone));
    }
    for (const v1::ServiceEntry* entry : records.service_entries) {
      take(care::dayOf(entry->started_at(), zone));
    }
    for (const v1::RiskFlag* flag : records.risk_flags) {
      take(care::dayOf(flag->opened_at(), zone));
    }
    if (records.rules.has_go_live_on()) {
      take(care::civilDay(records.rules.go_live_on()));
      return first;
    }
    for (const v1::Elder* elder : records.elders) {
      take(care::civilDay(elder->care_from_on()));
    }
    return first;
  }

  void count(const care::DistrictRecords& records, std::int64_t number, absl::CivilDay evaluated) {
    const absl::CivilMonth month = monthOfNumber(number);
    care::DistrictMonth result = care::districtMonth(records, month, evaluated);
    reply_.set_elder_months(reply_.elder_months() + result.elder_months.size());
    // Before the district went live nobody was due: what is counted of elders then is said in one place.
    if (isBeforeGoLive(records.rules, month)) {
      for (const v1::ElderMonth& fact : result.elder_months) {
        care::addElderMonth(result.own, fact, -1);
        care::addElderMonth(result.own, withoutDues(fact));
      }
    }
    recounted_.add({number, result.own}, 1);
  }

  absl::Status compare(std::int64_t first, std::int64_t last) {
    Sums recounted = recounted_.carriedUp();
    DOORSTEP_ASSIGN(const auto kept, ledger_.rollupsAfter(0, std::numeric_limits<std::int32_t>::max()));
    for (const RollupRow& row : kept) {
      if (row.month >= first && row.month <= last) {
        const auto found = recounted.find({row.area_id, row.month});
        compareOne(row.area_id, row.month, row.figures, found == recounted.end() ? v1::Figures() : found->second);
        if (found != recounted.end()) {
          recounted.erase(found);
        }
      }
    }
    for (const auto& [key, figures] : recounted) {
      compareOne(key.first, key.second, v1::Figures(), figures);
    }
    return absl::OkStatus();
  }

  absl::Status compareFrozen(std::int64_t first, std::int64_t last) {
    DOORSTEP_ASSIGN(const auto freezes, ledger_.freezes());
    for (const FreezeRow& freeze : freezes) {
      if (freeze.month >= first && freeze.month <= last && freeze.has_facts) {
        DOORSTEP_TRY(compareFrozenMonth(freeze));
      }
    }
    return absl::OkStatus();
  }

  absl::Status compareFrozenMonth(const FreezeRow& freeze) {
    DOORSTEP_ASSIGN(const auto rows, ledger_.frozenRows(freeze.month));
    DOORSTEP_ASSIGN(FrozenSums sums, sumsOfFrozenFacts(ledger_, freeze.month, rows, district_id_));
    if (sums.digest != freeze.digest) {
      addDifference(district_id_, freeze.month, "frozen.facts", 1, 0);
    }
    for (const FrozenRow& row : rows) {
      compareOne(row.area_id, freeze.month, row.figures, sums.by_area[row.area_id], "frozen.");
      sums.by_area.erase(row.area_id);
    }
    for (const auto& [area, figures] : sums.by_area) {
      compareOne(area, freeze.month, v1::Figures(), figures, "frozen.");
    }
    return absl::OkStatus();
  }

  void addDifference(const std::string& area_id, std::int64_t month, const std::string& figure, std::int64_t kept,
                     std::int64_t recounted) {
    v1::RecountDifference& difference = *reply_.add_differences();
    const Directory::Place* place = directory_.place(area_id);
    difference.set_area_code(place == nullptr ? "" : place->area.code());
    *difference.mutable_month() = care::toMonth(monthOfNumber(month));
    difference.set_figure(figure);
    difference.set_kept(kept);
    difference.set_recounted(recounted);
  }

  void compareOne(const std::string& area_id, std::int64_t month, const v1::Figures& kept, const v1::Figures& recounted,
                  const std::string& prefix = "") {
    const auto* descriptor = v1::Figures::descriptor();
    for (int index = 0; index < descriptor->field_count(); ++index) {
      const auto* field = descriptor->field(index);
      const std::int64_t kept_value = kept.GetReflection()->GetInt64(kept, field);
      const std::int64_t recounted_value = recounted.GetReflection()->GetInt64(recounted, field);
      if (kept_value != recounted_value) {
        addDifference(area_id, month, absl::StrCat(prefix, field->name()), kept_value, recounted_value);
      }
    }
  }

  DistrictReader& ledger_;
  const Directory& directory_;
  const std::string& district_id_;
  RollupDeltas recounted_;
  v1::RecountReply reply_;
};

}  // namespace

absl::StatusOr<v1::RecountReply> recount(Snapshot& snapshot, const Directory& directory, const std::string& district_id,
                                         const v1::RecountRequest& request) {
  return Recount(snapshot.district(district_id), directory, district_id).run(request);
}

}  // namespace doorstep::service
