#include <algorithm>
#include <tuple>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"
#include "sync/service/coverage/coverage_desk.h"
#include "sync/service/coverage/question.h"
#include "sync/service/district_work.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

constexpr std::uint32_t kUsualPage = 500;
constexpr std::uint32_t kLargestPage = 2000;

class MissedPage {
 public:
  MissedPage(DistrictReader& ledger, const Directory& directory, const Question& question, bool with_names)
      : ledger_(ledger), directory_(directory), question_(question), with_names_(with_names) {}

  absl::StatusOr<v1::ListMissedReply> from(std::uint64_t first, std::uint64_t limit) {
    std::uint64_t before = 0;
    for (const std::string& area : areasByCode()) {
      DOORSTEP_ASSIGN(const auto facts,
                      ledger_.factsInGroup(FactKind::kElderMonth, missedGroup(question_.month, area)));
      const std::uint64_t after = before + facts.size();
      if (!facts.empty() && after > first && before < first + limit) {
        DOORSTEP_ASSIGN(auto elders, ofArea(facts, area));
        for (std::uint64_t at = std::max(before, first); at < std::min(after, first + limit); ++at) {
          *reply_.add_elders() = std::move(elders[at - before]);
        }
      }
      before = after;
    }
    reply_.set_total(before);
    if (first + limit < before) {
      reply_.set_page_token(absl::StrCat(first + limit));
    }
    return std::move(reply_);
  }

 private:
  std::vector<std::string> areasByCode() const {
    std::vector<std::string> areas = directory_.downwards(question_.place->area.id());
    std::sort(areas.begin(), areas.end(), [this](const std::string& left, const std::string& right) {
      return directory_.place(left)->area.code() < directory_.place(right)->area.code();
    });
    return areas;
  }

  absl::StatusOr<std::vector<v1::MissedElder>> ofArea(const std::vector<Fact>& facts, const std::string& area) {
    std::vector<v1::MissedElder> elders;
    for (const Fact& fact : facts) {
      v1::ElderMonth month;
      if (!month.ParseFromString(fact.encoded)) {
        return absl::DataLossError("a fact in the ledger cannot be read");
      }
      DOORSTEP_ASSIGN(elders.emplace_back(), one(month, directory_.place(area)->area));
    }
    std::sort(elders.begin(), elders.end(), [](const v1::MissedElder& left, const v1::MissedElder& right) {
      return std::tie(left.address(), left.elder_id()) < std::tie(right.address(), right.elder_id());
    });
    if (!with_names_) {
      for (v1::MissedElder& elder : elders) {
        elder.clear_name();
        elder.clear_address();
      }
    }
    return elders;
  }

  absl::StatusOr<v1::MissedElder> one(const v1::ElderMonth& fact, const v1::Area& area) {
    v1::MissedElder missed;
    missed.set_elder_id(fact.elder_id());
    missed.set_area_code(area.code());
    missed.set_area_name(area.name());
    missed.set_tier(fact.tier());
    missed.set_reason(fact.missed_reason());
    if (fact.has_last_contact_on()) {
      *missed.mutable_last_contact_on() = fact.last_contact_on();
    }
    DOORSTEP_ASSIGN(const auto stored, ledger_.record(fact.elder_id()));
    if (!stored.has_value()) {
      return missed;
    }
    DOORSTEP_ASSIGN(const v1::Record record, decoded(*stored));
    const std::string household = care::householdOn(record.elder(), question_.evaluated_on);
    missed.set_file_number(record.elder().file_number());
    missed.set_name(record.elder().name());
    missed.set_household_id(household);
    DOORSTEP_ASSIGN(*missed.mutable_address(), addressOf(household));
    DOORSTEP_ASSIGN(*missed.mutable_worker_name(), workerOf(household));
    return missed;
  }

  absl::StatusOr<std::string> addressOf(const std::string& household_id) {
    DOORSTEP_ASSIGN(const auto stored, ledger_.record(household_id));
    if (!stored.has_value()) {
      return std::string();
    }
    DOORSTEP_ASSIGN(const v1::Record record, decoded(*stored));
    const v1::Household& household = record.household();
    return absl::StrCat(household.address(), household.building(), household.unit(), household.dwelling());
  }

  absl::StatusOr<std::string> workerOf(const std::string& household_id) {
    DOORSTEP_ASSIGN(const auto stored, ledger_.find({Index::kAssignmentOfHousehold, household_id}));
    for (const StoredRecord& row : stored) {
      DOORSTEP_ASSIGN(const v1::Record record, decoded(row));
      const Directory::Person* person = directory_.person(record.assignment().worker_id());
      if (person != nullptr && care::holdsOn(record.assignment(), question_.evaluated_on)) {
        return person->worker.name();
      }
    }
    return std::string();
  }

  DistrictReader& ledger_;
  const Directory& directory_;
  const Question& question_;
  bool with_names_;
  v1::ListMissedReply reply_;
};

}  // namespace

absl::StatusOr<v1::ListMissedReply> answerMissed(Snapshot& snapshot, const Directory& directory, const Caller& caller,
                                                 const v1::ListMissedRequest& request) {
  DOORSTEP_ASSIGN(const Question question, understand(snapshot, directory, caller, request.area_code(),
                                                      request.has_month() ? &request.month() : nullptr));
  std::uint64_t first = 0;
  if (!request.after().empty() && !absl::SimpleAtoi(request.after(), &first)) {
    return absl::InvalidArgumentError("this is not a page of this list");
  }
  const std::uint32_t limit = request.limit() == 0 ? kUsualPage : std::min(request.limit(), kLargestPage);
  return MissedPage(snapshot.district(question.district_id), directory, question, !caller.is_operator)
      .from(first, limit);
}

}  // namespace doorstep::service
