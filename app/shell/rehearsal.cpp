#include "app/shell/rehearsal.h"

#include <future>
#include <set>

#include "sync/care/calendar.h"

namespace doorstep::shell {
namespace {

constexpr int kFirstMinute = 8 * 60 + 30;
constexpr int kSlotMinutes = 14;

// The nth draw of a seed (splitmix64): the same on every machine.
std::uint64_t draw(std::uint64_t seed, std::uint64_t n) {
  std::uint64_t z = seed * 0x9E3779B97F4A7C15U + n * 0xD1B54A32D192ED03U;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

struct How {
  v1::ContactMode mode;
  v1::ContactOutcome outcome;
};

How howMet(std::uint64_t drawn) {
  const std::uint64_t percent = drawn % 100;
  if (percent < 78) {
    return {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN};
  }
  if (percent < 86) {
    return {v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE};
  }
  if (percent < 93) {
    return {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NO_REPLY};
  }
  return percent < 97 ? How{v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN_REFUSED}
                      : How{v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NOT_SEEN_SAFE};
}

class Morning {
 public:
  Morning(models::Workspace& workspace, const store::Session& session, const v1::ChecklistTemplate& checklist,
          unsigned seed)
      : workspace_(workspace),
        session_(session),
        checklist_(checklist),
        zone_(care::districtZone(session.zone)),
        today_(care::dayOf(workspace.clock().now(), zone_)),
        seed_(seed) {}

  v1::VisitDraft draft(const store::ElderFile& file, unsigned number) {
    v1::VisitDraft draft;
    const How how = howMet(draw(seed_, 2ULL * number));
    const std::uint64_t more = draw(seed_, 2ULL * number + 1);
    fillVisit(*draft.mutable_visit(), file, number, how, static_cast<int>(more % 5));
    if (how.outcome == v1::CONTACT_OUTCOME_SEEN) {
      for (const v1::ChecklistItem& item : checklist_.items()) {
        v1::Answer& answer = *draft.mutable_visit()->add_answers();
        answer.set_item_code(item.code());
        answer.set_option_code(item.options(0).code());
        answer.set_elder_id(file.elder.id());
      }
      if (more % 10 < 4) {
        addService(draft, file, more % 3 == 0 ? v1::SERVICE_KIND_FREE_HAIRCUT : v1::SERVICE_KIND_COMPANIONSHIP, 6);
      }
      if (number == 1) {
        addRisk(draft, file, v1::RISK_KIND_GAS_ELECTRICITY_FIRE, v1::RISK_LEVEL_YELLOW);
      } else if (number == 4) {
        addRisk(draft, file, v1::RISK_KIND_FALL, v1::RISK_LEVEL_ORANGE);
      }
    }
    return draft;
  }

  absl::CivilDay today() const { return today_; }

 private:
  absl::Time minute(int since_midnight) const { return absl::FromCivil(today_, zone_) + absl::Minutes(since_midnight); }

  void fillVisit(v1::Visit& visit, const store::ElderFile& file, unsigned number, const How& how, int longer) {
    const int start = kFirstMinute + static_cast<int>(number) * kSlotMinutes;
    const bool met = how.outcome == v1::CONTACT_OUTCOME_SEEN;
    visit.set_id(workspace_.identifiers().next());
    visit.set_household_id(file.household.id());
    addContact(visit, file.elder.id(), how);
    for (const v1::Elder& companion : file.companions) {
      addContact(visit, companion.id(), how);
    }
    visit.add_worker_ids(session_.worker.id());
    visit.set_recorded_by(session_.worker.id());
    *visit.mutable_started_at() = care::toTimestamp(minute(start));
    *visit.mutable_ended_at() = care::toTimestamp(minute(start + (met ? 8 + longer : 3)));
    visit.set_zone(session_.zone);
    visit.set_precision(v1::PRECISION_EXACT);
    visit.set_source(v1::VISIT_SOURCE_TABLET);
    visit.set_checklist_template_id(checklist_.id());
    visit.set_checklist_version(checklist_.version());
  }

  static void addContact(v1::Visit& visit, const std::string& elder_id, const How& how) {
    v1::VisitContact& contact = *visit.add_contacts();
    contact.set_elder_id(elder_id);
    contact.set_mode(how.mode);
    contact.set_outcome(how.outcome);
  }

  void addService(v1::VisitDraft& draft, const store::ElderFile& file, v1::ServiceKind kind, unsigned minutes) {
    v1::ServiceEntry& entry = *draft.add_services();
    entry.set_id(workspace_.identifiers().next());
    entry.set_household_id(file.household.id());
    entry.set_elder_id(file.elder.id());
    entry.set_visit_id(draft.visit().id());
    entry.set_kind(kind);
    *entry.mutable_started_at() = draft.visit().started_at();
    entry.set_zone(session_.zone);
    entry.set_precision(v1::PRECISION_EXACT);
    entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
    entry.set_recorded_by(session_.worker.id());
    v1::WorkerMinutes& worker = *entry.add_workers();
    worker.set_worker_id(session_.worker.id());
    worker.set_minutes(minutes);
  }

  void addRisk(v1::VisitDraft& draft, const store::ElderFile& file, v1::RiskKind kind, v1::RiskLevel level) {
    v1::RiskFlag& flag = *draft.add_risks();
    flag.set_id(workspace_.identifiers().next());
    flag.set_household_id(file.household.id());
    flag.set_elder_id(file.elder.id());
    flag.set_visit_id(draft.visit().id());
    flag.set_kind(kind);
    flag.set_level(level);
    flag.set_reported_by(session_.worker.id());
    *flag.mutable_opened_at() = draft.visit().started_at();
  }

  models::Workspace& workspace_;
  const store::Session& session_;
  const v1::ChecklistTemplate& checklist_;
  absl::TimeZone zone_;
  absl::CivilDay today_;
  std::uint64_t seed_;
};

template <typename Answer>
Answer ask(models::Workspace& workspace, const std::function<Answer(store::Queries&)>& question) {
  std::promise<Answer> answer;
  workspace.queryExecutor().post([&] { answer.set_value(question(workspace.queries())); });
  return answer.get_future().get();
}

absl::StatusOr<store::SaveResult> save(models::Workspace& workspace, const v1::VisitDraft& draft) {
  std::promise<absl::StatusOr<store::SaveResult>> answer;
  workspace.writerExecutor().post([&] { answer.set_value(workspace.recorder().saveVisit(draft)); });
  return answer.get_future().get();
}

// The first doors of the list, one elder for each.
std::vector<std::string> doorsToVisit(const std::vector<store::ElderRow>& rows, unsigned visits) {
  std::vector<std::string> elders;
  std::set<std::string> doors;
  for (const store::ElderRow& row : rows) {
    if (elders.size() < visits && !row.visited_today && doors.insert(row.household_id).second) {
      elders.push_back(row.elder_id);
    }
  }
  return elders;
}

}  // namespace

absl::StatusOr<Rehearsed> rehearseMorning(models::Workspace& workspace, unsigned seed, unsigned visits) {
  const auto session = ask<absl::StatusOr<store::Session>>(workspace, [](auto& queries) { return queries.session(); });
  if (!session.ok()) {
    return session.status();
  }
  const auto checklist =
      ask<absl::StatusOr<v1::ChecklistTemplate>>(workspace, [](auto& queries) { return queries.checklist(); });
  if (!checklist.ok()) {
    return checklist.status();
  }
  Morning morning(workspace, *session, *checklist, seed);
  const auto rows = ask<absl::StatusOr<std::vector<store::ElderRow>>>(
      workspace, [&](auto& queries) { return queries.today(morning.today()); });
  if (!rows.ok()) {
    return rows.status();
  }
  Rehearsed rehearsed;
  unsigned number = 0;
  for (const std::string& elder_id : doorsToVisit(*rows, visits)) {
    const auto file = ask<absl::StatusOr<store::ElderFile>>(
        workspace, [&](auto& queries) { return queries.elder(elder_id, morning.today()); });
    if (!file.ok()) {
      return file.status();
    }
    const v1::VisitDraft draft = morning.draft(*file, number++);
    const absl::StatusOr<store::SaveResult> saved = save(workspace, draft);
    if (!saved.ok()) {
      return saved.status();
    }
    if (!saved->problems.empty()) {
      return absl::InternalError("a made-up visit was refused: " + saved->problems.front().field());
    }
    ++rehearsed.visits;
    rehearsed.services += draft.services_size();
    rehearsed.risks += draft.risks_size();
  }
  return rehearsed;
}

}  // namespace doorstep::shell
