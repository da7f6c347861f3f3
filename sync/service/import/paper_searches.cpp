#include "sync/service/import/paper_searches.h"

#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"
#include "sync/care/ladder.h"
#include "sync/care/ladder_of_visit.h"
#include "sync/outside/attempt.h"
#include "sync/replication/derived_id.h"
#include "sync/service/corrections.h"
#include "sync/service/keys.h"
#include "sync/service/merges.h"
#include "sync/service/references.h"

namespace doorstep::service {
namespace {

class Searches {
 public:
  Searches(OwnReplica& replica, const v1::Visit& visit)
      : replica_(replica), work_(replica.work()), visit_(visit), zone_(work_.zone()) {
    const v1::DistrictRules* rules = work_.directory.rules(work_.district_id);
    if (rules != nullptr) {
      rules_ = *rules;
    }
  }

  absl::Status follow() {
    DOORSTEP_ASSIGN(const auto group, correctionGroup(work_.ledger, visit_.id()));
    std::set<std::string> unanswered_before;
    for (const StoredRecord& stored : group) {
      versions_.insert(stored.id);
      DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
      for (const v1::VisitContact& contact : record.visit().contacts()) {
        if (stored.id != visit_.id() && contact.outcome() == v1::CONTACT_OUTCOME_NO_REPLY) {
          unanswered_before.insert(contact.elder_id());
        }
      }
    }
    for (const v1::VisitContact& contact : visit_.contacts()) {
      DOORSTEP_ASSIGN(const bool accounts, accountsFor(visit_, contact));
      if (accounts) {
        DOORSTEP_TRY(endAll(contact));
      } else if (contact.outcome() == v1::CONTACT_OUTCOME_NO_REPLY && !unanswered_before.contains(contact.elder_id())) {
        DOORSTEP_TRY(search(contact));
      }
    }
    return absl::OkStatus();
  }

 private:
  struct Running {
    v1::Ladder ladder;
    care::LadderStatus status;
  };

  absl::StatusOr<std::vector<Running>> runningOf(const std::string& elder_id) {
    DOORSTEP_ASSIGN(const auto steps,
                    work_.ledger.feed(visit_.household_id(), 0, std::numeric_limits<std::int32_t>::max()));
    std::vector<Running> running;
    for (const FeedStep& step : steps) {
      if (step.removed || step.record.kind != v1::RECORD_KIND_LADDER) {
        continue;
      }
      DOORSTEP_ASSIGN(const v1::Record record, decoded(step.record));
      if (record.ladder().elder_id() != elder_id) {
        continue;
      }
      DOORSTEP_ASSIGN(const auto events, eventsOf(work_.ledger, record.ladder().id()));
      std::vector<const v1::LadderEvent*> in_order;
      for (const v1::Record& event : events) {
        in_order.push_back(&event.ladder_event());
      }
      const care::LadderStatus status = care::foldLadder(record.ladder(), in_order, rules_);
      if (!status.ended) {
        running.push_back({record.ladder(), status});
      }
    }
    return running;
  }

  // As the figures judge it; but no person has heard of the elder by a device's sign of life.
  absl::StatusOr<bool> accountsFor(const v1::Visit& visit, const v1::VisitContact& contact) {
    if (!care::isQualifying(contact.outcome())) {
      return false;
    }
    DOORSTEP_ASSIGN(const auto record, work_.find(contact.elder_id(), v1::RECORD_KIND_ELDER));
    DOORSTEP_ASSIGN(const auto person, work_.find(contact.proxy_contact_id(), v1::RECORD_KIND_CONTACT));
    if (!record.has_value()) {
      return false;
    }
    const auto relation_of = [&person](const std::string&) {
      return person.has_value() ? std::optional(person->contact().relation()) : std::nullopt;
    };
    v1::Visit only = visit;
    only.clear_contacts();
    *only.add_contacts() = contact;
    const v1::Visit* const visits[] = {&only};
    const v1::RuleSet set = care::rulesOn(rules_, care::dayOf(visit.started_at(), zone_));
    const auto judged = care::contactsOf(record->elder(), {}, visits, set, zone_, relation_of);
    return !judged.empty() && judged.front().qualifies;
  }

  absl::StatusOr<bool> metSince(const std::string& elder_id) {
    DOORSTEP_ASSIGN(const auto ids, withMerged(work_.ledger, elder_id));
    for (const std::string& id : ids) {
      DOORSTEP_ASSIGN(const auto visits, work_.ledger.find({Index::kVisitOfElder, id,
                                                            dayNumber(care::dayOf(visit_.started_at(), zone_))}));
      for (const StoredRecord& stored : visits) {
        DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
        const v1::Visit& visit = record.visit();
        if (versions_.contains(visit.id()) || care::toTime(visit.started_at()) <= care::toTime(visit_.started_at())) {
          continue;
        }
        for (const v1::VisitContact& contact : visit.contacts()) {
          DOORSTEP_ASSIGN(const bool accounts, accountsFor(visit, contact));
          if (contact.elder_id() == id && accounts) {
            return true;
          }
        }
      }
    }
    return false;
  }

  absl::Status search(const v1::VisitContact& contact) {
    DOORSTEP_ASSIGN(const auto elder, work_.find(contact.elder_id(), v1::RECORD_KIND_ELDER));
    DOORSTEP_ASSIGN(const auto running, runningOf(contact.elder_id()));
    if (!running.empty()) {
      const v1::Ladder& ladder = running.back().ladder;
      return versions_.contains(ladder.visit_id()) ? absl::OkStatus()
                                                   : make(contact, care::triedBy(visit_, contact, ladder));
    }
    DOORSTEP_ASSIGN(const bool met_since, metSince(contact.elder_id()));
    if (met_since || !elder.has_value()) {
      return absl::OkStatus();
    }
    v1::Record record;
    *record.mutable_ladder() = care::searchBegunBy(visit_, elder->elder(), zone_);
    record.mutable_ladder()->set_id(replication::derivedId(visit_.id(), contact.elder_id(), "ladder"));
    return replica_.create(record).status();
  }

  absl::Status endAll(const v1::VisitContact& contact) {
    DOORSTEP_ASSIGN(const auto running, runningOf(contact.elder_id()));
    for (const Running& one : running) {
      if (!versions_.contains(one.ladder.visit_id()) && !care::isAfterTheStart(visit_, one.ladder, zone_)) {
        continue;
      }
      DOORSTEP_ASSIGN(const auto person, work_.find(contact.proxy_contact_id(), v1::RECORD_KIND_CONTACT));
      const auto relation = person.has_value() ? person->contact().relation() : v1::CONTACT_RELATION_UNSPECIFIED;
      DOORSTEP_TRY(make(contact, care::endBroughtBy(visit_, contact, one.ladder, relation)));
    }
    return absl::OkStatus();
  }

  absl::Status make(const v1::VisitContact& contact, const v1::LadderEvent& event) {
    v1::Record record;
    *record.mutable_ladder_event() = event;
    record.mutable_ladder_event()->set_id(replication::derivedId(visit_.id(), contact.elder_id(), event.ladder_id()));
    return replica_.create(record).status();
  }

  OwnReplica& replica_;
  DistrictWork& work_;
  const v1::Visit& visit_;
  absl::TimeZone zone_;
  v1::DistrictRules rules_;
  std::set<std::string> versions_;  // of this visit, itself among them
};

}  // namespace

absl::Status followSearches(OwnReplica& replica, const v1::Visit& visit) {
  return Searches(replica, visit).follow();
}

}  // namespace doorstep::service
