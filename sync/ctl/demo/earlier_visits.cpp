#include "sync/ctl/demo/earlier_visits.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/ctl/demo/seeded_random.h"
#include "sync/ctl/demo/tablet/simulated_tablet.h"
#include "sync/ctl/operator_commands.h"
#include "sync/outside/attempt.h"
#include "sync/outside/executor.h"

namespace doorstep::ctl::demo {

namespace {

constexpr char kZone[] = "Asia/Shanghai";
constexpr int kFirstMinute = 8 * 60 + 30;
constexpr int kWay = 10;

using Answers = std::array<std::pair<std::string_view, std::string_view>, 6>;

// By items and options of the shipped checklist; most days are like most.
constexpr std::array<Answers, 4> kAnswers = {{
    {{{"mood", "calm"},
      {"body", "as_usual"},
      {"appetite", "good"},
      {"sleep", "good"},
      {"medication", "on_time"},
      {"gas_electricity_fire", "safe"}}},
    {{{"mood", "cheerful"},
      {"body", "as_usual"},
      {"appetite", "good"},
      {"sleep", "poor"},
      {"medication", "on_time"},
      {"gas_electricity_fire", "safe"}}},
    {{{"mood", "lonely"},
      {"body", "as_usual"},
      {"appetite", "less"},
      {"sleep", "poor"},
      {"medication", "none"},
      {"gas_electricity_fire", "safe"}}},
    {{{"mood", "calm"},
      {"body", "unwell"},
      {"appetite", "less"},
      {"sleep", "good"},
      {"medication", "on_time"},
      {"gas_electricity_fire", "old_wiring"}}},
}};

bool isVisitOf(const v1::RosterContact& contact, const std::string& staff_number) {
  return contact.mode() == v1::CONTACT_MODE_IN_PERSON && contact.outcome() == v1::CONTACT_OUTCOME_SEEN &&
         contact.staff_number() == staff_number;
}

// The last day on which the worker saw somebody behind each door.
std::map<std::string, absl::CivilDay> lastDays(const Roster& roster, const std::string& staff_number) {
  std::map<std::string, absl::CivilDay> days;
  for (const v1::ElderRow& elder : roster.elders) {
    for (const v1::RosterContact& contact : elder.contacts()) {
      if (isVisitOf(contact, staff_number)) {
        const absl::CivilDay day = care::civilDay(contact.on());
        absl::CivilDay& last = days.try_emplace(elder.household_number(), day).first->second;
        last = std::max(last, day);
      }
    }
  }
  return days;
}

void addAnswers(v1::Visit& visit, const std::string& elder_id, const Answers& answers) {
  for (const auto& [item, option] : answers) {
    v1::Answer& answer = *visit.add_answers();
    answer.set_item_code(std::string(item));
    answer.set_option_code(std::string(option));
    answer.set_elder_id(elder_id);
  }
}

absl::StatusOr<v1::Visit> visitRecord(SimulatedTablet& tablet, const EarlierVisit& earlier, absl::Time starts,
                                      const Answers& answers) {
  const v1::Household* household = tablet.household(earlier.household_number);
  if (household == nullptr) {
    return absl::NotFoundError(absl::StrCat(tablet.staffNumber(), ": not held: ", earlier.household_number));
  }
  const absl::Time ends = starts + absl::Minutes(earlier.minutes);
  v1::Visit visit;
  visit.set_id(tablet.newId(ends));
  visit.set_household_id(household->id());
  for (const std::string& file_number : earlier.file_numbers) {
    const v1::Elder* elder = tablet.elder(file_number);
    if (elder == nullptr) {
      return absl::NotFoundError(absl::StrCat(tablet.staffNumber(), ": not held: ", file_number));
    }
    v1::VisitContact& contact = *visit.add_contacts();
    contact.set_elder_id(elder->id());
    contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
    contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
    addAnswers(visit, elder->id(), answers);
  }
  visit.add_worker_ids(tablet.workerId());
  visit.set_recorded_by(tablet.workerId());
  *visit.mutable_started_at() = care::toTimestamp(starts);
  *visit.mutable_ended_at() = care::toTimestamp(ends);
  visit.set_zone(kZone);
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  return visit;
}

// On the day they were made, one after the other.
absl::Status recordAll(SimulatedTablet& tablet, const std::vector<EarlierVisit>& visits) {
  std::map<absl::CivilDay, int> free_from;
  for (std::size_t index = 0; index < visits.size(); ++index) {
    int& minute = free_from.try_emplace(visits[index].day, kFirstMinute).first->second;
    const absl::Time starts = absl::FromCivil(visits[index].day, care::districtZone(kZone)) + absl::Minutes(minute);
    minute += visits[index].minutes + kWay;
    v1::Record record;
    DOORSTEP_ASSIGN(*record.mutable_visit(),
                    visitRecord(tablet, visits[index], starts, kAnswers[index % kAnswers.size()]));
    tablet.create(std::move(record), starts + absl::Minutes(visits[index].minutes));
  }
  return absl::OkStatus();
}

}  // namespace

std::vector<EarlierVisit> takeEarlierVisits(Roster& roster, const std::string& staff_number) {
  const std::map<std::string, absl::CivilDay> days = lastDays(roster, staff_number);
  std::vector<EarlierVisit> visits;
  for (v1::ElderRow& elder : roster.elders) {
    const auto day = days.find(elder.household_number());
    if (day == days.end()) {
      continue;
    }
    auto& contacts = *elder.mutable_contacts();
    for (int index = contacts.size() - 1; index >= 0; --index) {
      if (!isVisitOf(contacts[index], staff_number) || care::civilDay(contacts[index].on()) != day->second) {
        continue;
      }
      if (visits.empty() || visits.back().household_number != elder.household_number()) {
        visits.push_back({elder.household_number(), {}, day->second, 0});
      }
      visits.back().minutes += static_cast<int>(contacts[index].minutes());
      visits.back().file_numbers.push_back(elder.file_number());
      contacts.DeleteSubrange(index, 1);
      break;
    }
  }
  return visits;
}

absl::Status sendEarlierVisits(Connection& connection, const std::string& enrolment, const std::string& at,
                               const std::string& staff_number, const std::vector<EarlierVisit>& visits) {
  absl::Time now;
  std::string error;
  if (!absl::ParseTime(absl::RFC3339_sec, at, &now, &error)) {
    return absl::InvalidArgumentError(error);
  }
  outside::SerialExecutor executor;
  DOORSTEP_ASSIGN(const v1::IssueCodeReply code, issueCode(connection, staff_number, absl::Hours(1)));
  DOORSTEP_ASSIGN(const auto tablet, SimulatedTablet::enrol({enrolment, code.code(), staff_number, now},
                                                            std::make_unique<SeededRandom>(kSeed), executor));
  DOORSTEP_TRY(tablet->fetch());
  DOORSTEP_TRY(recordAll(*tablet, visits));
  DOORSTEP_TRY(tablet->sync(now));
  v1::RevokeRequest request;
  request.set_staff_number(staff_number);
  request.set_reason("replaced");
  v1::RevokeReply reply;
  const auto context = connection.call();
  return connection.outcome(connection.admin().Revoke(context.get(), request, &reply));
}

}  // namespace doorstep::ctl::demo
