#include "app/store/visit_ladders.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "app/store/corrected_visit.h"
#include "app/store/open_ladders.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"

namespace doorstep::store {
namespace {

constexpr std::size_t kTimeBytes = 6;  // of a UUID version 7: its time comes first

// As old as the visit, and the same whenever it is asked for.
std::string derivedId(const std::string& visit, const std::string& elder, std::string_view what) {
  std::string id = visit.substr(0, kTimeBytes);
  id += replication::sha256(visit + elder + std::string(what)).substr(0, outside::kIdentifierSize - id.size());
  id[6] = static_cast<char>(0x70 | (id[6] & 0x0F));  // version 7
  id[8] = static_cast<char>(0x80 | (id[8] & 0x3F));  // variant of RFC 9562
  return id;
}

v1::LadderStep stepOf(v1::ContactMode mode) {
  return mode == v1::CONTACT_MODE_PHONE || mode == v1::CONTACT_MODE_VIDEO ? v1::LADDER_STEP_PHONE
                                                                          : v1::LADDER_STEP_SECOND_TRY;
}

using Telling = std::map<std::string, const v1::VisitContact*>;  // by elder

class LadderRecords {
 public:
  LadderRecords(sqlite::Database& database, const v1::VisitDraft& draft, const LocalRules& rules,
                const CorrectedVisit& corrected)
      : database_(database),
        records_(database),
        draft_(draft),
        visit_(draft.visit()),
        rules_(rules),
        corrected_(corrected) {}

  absl::Status follow() {
    DOORSTEP_ASSIGN(const Telling now, tellingOf(visit_));
    Telling before;
    if (corrected_.before) {
      DOORSTEP_ASSIGN(before, tellingOf(*corrected_.before));
    }
    std::set<std::string> elders;
    for (const Telling& told : {now, before}) {
      for (const auto& [elder, contact] : told) {
        elders.insert(elder);
      }
    }
    const auto in = [](const Telling& told, const std::string& elder) {
      const auto found = told.find(elder);
      return found == told.end() ? nullptr : found->second;
    };
    for (const std::string& elder : elders) {
      DOORSTEP_TRY(follow(elder, in(now, elder), in(before, elder)));
    }
    return absl::OkStatus();
  }

  std::vector<v1::Record> take() { return std::move(made_); }

 private:
  // `contact` is what the visit came to, `before` what it was said to have come to.
  absl::Status follow(const std::string& elder, const v1::VisitContact* contact, const v1::VisitContact* before) {
    DOORSTEP_ASSIGN(std::vector<v1::Ladder> running, runningLaddersOf(database_, elder));
    if (contact != nullptr) {
      DOORSTEP_ASSIGN(const bool accounts, accountsFor(visit_, *contact));
      if (accounts) {
        return endAll(*contact, running);
      }
    }
    const bool unanswered = contact != nullptr && contact->outcome() == v1::CONTACT_OUTCOME_NO_REPLY;
    if (before != nullptr && care::isQualifying(before->outcome()) && running.empty()) {
      DOORSTEP_ASSIGN(std::optional<v1::Ladder> again, searchAgain(elder, unanswered));
      if (again) {
        running.push_back(*std::move(again));
      }
    }
    if (!unanswered || (before != nullptr && before->outcome() == v1::CONTACT_OUTCOME_NO_REPLY)) {
      return absl::OkStatus();  // no more is known than before
    }
    return running.empty() ? begin(*contact) : tryAgain(*contact, running.front());
  }

  // Rung after nobody opened, say: what tells most about an elder is what the visit came to.
  absl::StatusOr<Telling> tellingOf(const v1::Visit& visit) {
    Telling telling;
    if (visit.voided()) {
      return telling;
    }
    for (const v1::VisitContact& contact : visit.contacts()) {
      const v1::VisitContact*& known = telling[contact.elder_id()];
      DOORSTEP_ASSIGN(const bool accounts, accountsFor(visit, contact));
      if (known == nullptr || accounts) {
        known = &contact;
      }
    }
    return telling;
  }

  // As the figures judge it; but no person has heard of the elder by a device's sign of life.
  absl::StatusOr<bool> accountsFor(const v1::Visit& visit, const v1::VisitContact& contact) {
    if (!care::isQualifying(contact.outcome())) {
      return false;
    }
    DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records_.get(v1::RECORD_KIND_ELDER, contact.elder_id()));
    DOORSTEP_ASSIGN(const std::optional<v1::Record> person,
                    records_.get(v1::RECORD_KIND_CONTACT, contact.proxy_contact_id()));
    v1::Elder elder = record ? record->elder() : v1::Elder();
    elder.set_id(contact.elder_id());
    const auto relation_of = [&person, &visit](const std::string&) {
      const bool on_file = person && person->contact().household_id() == visit.household_id();
      return on_file ? std::optional(person->contact().relation()) : std::nullopt;
    };
    v1::Visit only = visit;
    only.clear_contacts();
    *only.add_contacts() = contact;
    const v1::Visit* const visits[] = {&only};
    const v1::RuleSet set = care::rulesOn(rules_.rules, care::dayOf(visit.started_at(), rules_.zone));
    const auto judged = care::contactsOf(elder, {}, visits, set, rules_.zone, relation_of);
    return !judged.empty() && judged.front().qualifies;
  }

  // By a visit that stands whatever becomes of this one.
  absl::StatusOr<bool> metSince(const std::string& elder, absl::Time since) {
    bool met = false;
    DOORSTEP_TRY(forEachRow(
        database_, "SELECT DISTINCT visit FROM elder_contact WHERE elder = ?1 AND qualifies = 1 AND started_ms > ?2",
        [&](const sqlite::Statement& row) { met = met || !corrected_.versions.contains(bytesOf(row, 0)); }, blob(elder),
        absl::ToUnixMillis(since)));
    return met;
  }

  absl::Status begin(const v1::VisitContact& contact) {
    DOORSTEP_ASSIGN(const bool met_since, metSince(contact.elder_id(), care::toTime(visit_.started_at())));
    DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records_.get(v1::RECORD_KIND_ELDER, contact.elder_id()));
    if (met_since || !elder) {
      return absl::OkStatus();
    }
    v1::Ladder& ladder = *made_.emplace_back().mutable_ladder();
    ladder.set_id(derivedId(visit_.id(), contact.elder_id(), "ladder"));
    ladder.set_household_id(visit_.household_id());
    ladder.set_elder_id(contact.elder_id());
    ladder.set_visit_id(visit_.id());
    ladder.set_started_by(visit_.recorded_by());
    *ladder.mutable_started_at() = visit_.started_at();
    ladder.set_tier(care::tierOn(elder->elder(), care::dayOf(visit_.started_at(), rules_.zone)));
    *ladder.mutable_warning_signs() = draft_.warning_signs();
    return absl::OkStatus();
  }

  // The elder was accounted for by this visit alone, and is not. Nothing opens a search that has ended:
  // another takes its place, as old as it.
  absl::StatusOr<std::optional<v1::Ladder>> searchAgain(const std::string& elder, bool unanswered) {
    std::vector<std::string> ended;
    DOORSTEP_TRY(forEachRow(
        database_, "SELECT id FROM ladder WHERE elder = ?1 AND running = 0 ORDER BY started_ms, id",
        [&](const sqlite::Statement& row) { ended.push_back(bytesOf(row, 0)); }, blob(elder)));
    for (const std::string& id : ended) {
      DOORSTEP_ASSIGN(const std::optional<v1::Record> old, records_.get(v1::RECORD_KIND_LADDER, id));
      DOORSTEP_ASSIGN(const std::vector<v1::Record> events, records_.ofParent(id, v1::RECORD_KIND_LADDER_EVENT));
      // Nobody is searched for because of a visit that did not find the elder missing after all.
      if (!old || !endedByThis(events) || (!unanswered && corrected_.versions.contains(old->ladder().visit_id()))) {
        continue;
      }
      DOORSTEP_ASSIGN(const bool met_since, metSince(elder, care::toTime(old->ladder().started_at())));
      if (met_since) {
        continue;
      }
      v1::Ladder& ladder = *made_.emplace_back().mutable_ladder();
      ladder = old->ladder();
      ladder.set_id(derivedId(visit_.id(), elder, "ladder"));
      ladder.set_started_by(visit_.recorded_by());
      for (const v1::Record& event : events) {
        ladder.mutable_warning_signs()->MergeFrom(event.ladder_event().warning_signs());
      }
      return std::optional(ladder);
    }
    return std::optional<v1::Ladder>();
  }

  // By what a version of this visit said, and by nothing else.
  bool endedByThis(const std::vector<v1::Record>& events) const {
    bool by_this = false;
    for (const v1::Record& record : events) {
      const v1::LadderEvent& event = record.ladder_event();
      if (event.result() != v1::LADDER_RESULT_ACCOUNTED_FOR || event.accounted_by() == v1::ACCOUNTED_BY_UNSPECIFIED) {
        continue;
      }
      if (!corrected_.versions.contains(event.visit_id())) {
        return false;
      }
      by_this = true;
    }
    return by_this;
  }

  absl::Status tryAgain(const v1::VisitContact& contact, const v1::Ladder& ladder) {
    if (corrected_.versions.contains(ladder.visit_id())) {
      return absl::OkStatus();  // the first try said anew
    }
    v1::LadderEvent& event = step(contact, ladder, stepOf(contact.mode()));
    event.set_result(v1::LADDER_RESULT_NOT_REACHED);
    *event.mutable_warning_signs() = draft_.warning_signs();
    return absl::OkStatus();
  }

  absl::Status endAll(const v1::VisitContact& contact, const std::vector<v1::Ladder>& running) {
    for (const v1::Ladder& ladder : running) {
      DOORSTEP_ASSIGN(const bool ends, endsWithThis(ladder));
      if (!ends) {
        continue;
      }
      DOORSTEP_ASSIGN(const auto source, sourceOf(contact));
      v1::LadderEvent& event = step(contact, ladder, source.first);
      event.set_result(v1::LADDER_RESULT_ACCOUNTED_FOR);
      event.set_accounted_by(source.second);
    }
    return absl::OkStatus();
  }

  // One that this visit began ends with its correction, unless nobody answered later on either.
  absl::StatusOr<bool> endsWithThis(const v1::Ladder& ladder) {
    if (!corrected_.versions.contains(ladder.visit_id())) {
      return isAfterTheStart(ladder);
    }
    DOORSTEP_ASSIGN(const std::vector<v1::Record> events, records_.ofParent(ladder.id(), v1::RECORD_KIND_LADDER_EVENT));
    return std::none_of(events.begin(), events.end(), [this](const v1::Record& record) {
      const v1::LadderEvent& event = record.ladder_event();
      return !event.visit_id().empty() && event.result() == v1::LADDER_RESULT_NOT_REACHED &&
             !corrected_.versions.contains(event.visit_id()) &&
             care::toTime(event.at()) > care::toTime(visit_.ended_at());
    });
  }

  // Of a visit whose time of day is not known only the next day is surely later.
  bool isAfterTheStart(const v1::Ladder& ladder) const {
    if (visit_.precision() == v1::PRECISION_DAY) {
      return care::dayOf(visit_.started_at(), rules_.zone) > care::dayOf(ladder.started_at(), rules_.zone);
    }
    return care::toTime(visit_.ended_at()) >= care::toTime(ladder.started_at());
  }

  absl::StatusOr<std::pair<v1::LadderStep, v1::AccountedBy>> sourceOf(const v1::VisitContact& contact) {
    if (contact.outcome() != v1::CONTACT_OUTCOME_PROXY_CONFIRMED) {
      const v1::LadderStep step = stepOf(contact.mode());
      return std::pair(step, step == v1::LADDER_STEP_PHONE ? v1::ACCOUNTED_BY_SPOKE : v1::ACCOUNTED_BY_SEEN);
    }
    DOORSTEP_ASSIGN(const std::optional<v1::Record> person,
                    records_.get(v1::RECORD_KIND_CONTACT, contact.proxy_contact_id()));
    const bool ward = person && person->contact().relation() == v1::CONTACT_RELATION_WARD;
    return ward ? std::pair(v1::LADDER_STEP_HOSPITAL, v1::ACCOUNTED_BY_HOSPITAL)
                : std::pair(v1::LADDER_STEP_EMERGENCY_CONTACT, v1::ACCOUNTED_BY_FAMILY);
  }

  v1::LadderEvent& step(const v1::VisitContact& contact, const v1::Ladder& ladder, v1::LadderStep step) {
    v1::LadderEvent& event = *made_.emplace_back().mutable_ladder_event();
    event.set_id(derivedId(visit_.id(), contact.elder_id(), ladder.id()));
    event.set_ladder_id(ladder.id());
    event.set_household_id(ladder.household_id());
    event.set_step(step);
    event.set_by(visit_.recorded_by());
    *event.mutable_at() =
        care::toTimestamp(std::max(care::toTime(visit_.ended_at()), care::toTime(ladder.started_at())));
    event.set_visit_id(visit_.id());
    return event;
  }

  sqlite::Database& database_;
  RecordTable records_;
  const v1::VisitDraft& draft_;
  const v1::Visit& visit_;
  const LocalRules& rules_;
  const CorrectedVisit& corrected_;
  std::vector<v1::Record> made_;
};

}  // namespace

absl::StatusOr<std::vector<v1::Record>> ladderRecordsOf(sqlite::Database& database, const v1::VisitDraft& draft,
                                                        const LocalRules& rules) {
  DOORSTEP_ASSIGN(const CorrectedVisit corrected, correctedBy(database, draft.visit()));
  LadderRecords records(database, draft, rules, corrected);
  DOORSTEP_TRY(records.follow());
  return records.take();
}

}  // namespace doorstep::store
