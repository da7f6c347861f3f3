#include "app/store/visit_ladders.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "app/store/corrected_visit.h"
#include "app/store/open_ladders.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"
#include "sync/care/ladder_of_visit.h"
#include "sync/outside/attempt.h"
#include "sync/replication/derived_id.h"

namespace doorstep::store {
namespace {

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
    ladder = care::searchBegunBy(visit_, elder->elder(), rules_.zone);
    ladder.set_id(replication::derivedId(visit_.id(), contact.elder_id(), "ladder"));
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
      ladder.set_id(replication::derivedId(visit_.id(), elder, "ladder"));
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
    v1::LadderEvent event = care::triedBy(visit_, contact, ladder);
    *event.mutable_warning_signs() = draft_.warning_signs();
    make(contact, std::move(event));
    return absl::OkStatus();
  }

  absl::Status endAll(const v1::VisitContact& contact, const std::vector<v1::Ladder>& running) {
    for (const v1::Ladder& ladder : running) {
      DOORSTEP_ASSIGN(const bool ends, endsWithThis(ladder));
      if (!ends) {
        continue;
      }
      DOORSTEP_ASSIGN(const std::optional<v1::Record> person,
                      records_.get(v1::RECORD_KIND_CONTACT, contact.proxy_contact_id()));
      const auto relation = person ? person->contact().relation() : v1::CONTACT_RELATION_UNSPECIFIED;
      make(contact, care::endBroughtBy(visit_, contact, ladder, relation));
    }
    return absl::OkStatus();
  }

  // One that this visit began ends with its correction, unless nobody answered later on either.
  absl::StatusOr<bool> endsWithThis(const v1::Ladder& ladder) {
    if (!corrected_.versions.contains(ladder.visit_id())) {
      return care::isAfterTheStart(visit_, ladder, rules_.zone);
    }
    DOORSTEP_ASSIGN(const std::vector<v1::Record> events, records_.ofParent(ladder.id(), v1::RECORD_KIND_LADDER_EVENT));
    return std::none_of(events.begin(), events.end(), [this](const v1::Record& record) {
      const v1::LadderEvent& event = record.ladder_event();
      return !event.visit_id().empty() && event.result() == v1::LADDER_RESULT_NOT_REACHED &&
             !corrected_.versions.contains(event.visit_id()) &&
             care::toTime(event.at()) > care::toTime(visit_.ended_at());
    });
  }

  void make(const v1::VisitContact& contact, v1::LadderEvent event) {
    event.set_id(replication::derivedId(visit_.id(), contact.elder_id(), event.ladder_id()));
    *made_.emplace_back().mutable_ladder_event() = std::move(event);
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
