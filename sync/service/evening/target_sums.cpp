#include "sync/service/evening/target_sums.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/care/district_month.h"
#include "sync/care/figures.h"
#include "sync/outside/attempt.h"
#include "sync/service/corrections.h"
#include "sync/service/coverage/district_records.h"
#include "sync/service/district_work.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

class TargetSums {
 public:
  TargetSums(DistrictReader& ledger, const Directory& directory, const std::string& district_id,
             const v1::Target& target, const TargetDay& day)
      : ledger_(ledger),
        directory_(directory),
        target_(target),
        zone_(directory.zone(district_id)),
        day_(day),
        first_(care::civilDay(target.from_on())),
        last_(std::min(care::civilDay(target.until_on()), day.on)) {}

  absl::StatusOr<v1::Figures> run() {
    if (last_ < first_) {
      return v1::Figures();
    }
    return target_.programme_id().empty() && isWholeMonths() ? ofKeptSums() : ofRecords();
  }

 private:
  // The running month as far as it has come is a whole one, too; a day gone by cuts its month.
  bool isWholeMonths() const {
    return first_ == care::firstDay(absl::CivilMonth(first_)) &&
           (last_ == care::lastDay(absl::CivilMonth(last_)) || last_ == day_.evaluated_on);
  }

  absl::StatusOr<v1::Figures> ofKeptSums() {
    v1::Figures sums;
    for (absl::CivilMonth month(first_); month <= absl::CivilMonth(last_); ++month) {
      DOORSTEP_ASSIGN(const auto kept, ledger_.rollup(target_.area_id(), monthNumber(month)));
      if (kept.has_value()) {
        care::add(sums, kept->figures);
      }
    }
    return sums;
  }

  absl::StatusOr<v1::Figures> ofRecords() {
    DOORSTEP_ASSIGN(const DistrictRecordSet set,
                    DistrictRecordSet::load(ledger_, [this](const v1::Record& record) { return belongs(record); }));
    v1::Figures sums;
    for (absl::CivilMonth month(first_); month <= absl::CivilMonth(last_); ++month) {
      const care::DistrictMonth result = care::districtMonth(set.records(), month, day_.evaluated_on);
      for (const auto& [area, figures] : result.own) {
        if (directory_.isWithin(area, target_.area_id())) {
          care::add(sums, figures);
        }
      }
    }
    return sums;
  }

  absl::StatusOr<bool> belongs(const v1::Record& record) {
    if (record.has_visit()) {
      const v1::Visit& visit = record.visit();
      if (!isOfProgramme(visit.programme_id()) || !isInPeriod(visit.started_at())) {
        return false;
      }
      DOORSTEP_ASSIGN(const std::string standing, countingVisit(ledger_, visit.id()));
      return standing == visit.id();
    }
    if (record.has_service_entry()) {
      const v1::ServiceEntry& entry = record.service_entry();
      DOORSTEP_ASSIGN(const std::string programme, programmeOf(entry));
      return isOfProgramme(programme) && isInPeriod(entry.started_at());
    }
    return true;
  }

  absl::StatusOr<std::string> programmeOf(const v1::ServiceEntry& entry) {
    if (!entry.programme_id().empty() || entry.visit_id().empty()) {
      return entry.programme_id();
    }
    DOORSTEP_ASSIGN(const auto stored, ledger_.record(entry.visit_id()));
    if (!stored.has_value()) {
      return std::string();
    }
    DOORSTEP_ASSIGN(const v1::Record visit, decoded(*stored));
    return visit.visit().programme_id();
  }

  bool isOfProgramme(const std::string& programme_id) const {
    return target_.programme_id().empty() || programme_id == target_.programme_id();
  }
  bool isInPeriod(const google::protobuf::Timestamp& at) const {
    const absl::CivilDay day = care::dayOf(at, zone_);
    return day >= first_ && day <= last_;
  }

  DistrictReader& ledger_;
  const Directory& directory_;
  const v1::Target& target_;
  absl::TimeZone zone_;
  TargetDay day_;
  absl::CivilDay first_;
  absl::CivilDay last_;
};

}  // namespace

absl::StatusOr<v1::Figures> sumsOfTarget(DistrictReader& ledger, const Directory& directory,
                                         const std::string& district_id, const v1::Target& target,
                                         const TargetDay& day) {
  return TargetSums(ledger, directory, district_id, target, day).run();
}

}  // namespace doorstep::service
