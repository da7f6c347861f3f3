#include "sync/service/import/paper_searches.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"
#include "sync/care/ladder.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"
#include "sync/service/corrections.h"
#include "sync/service/keys.h"
#include "sync/service/merges.h"
#include "sync/service/references.h"

namespace doorstep::service {
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
      v1::LadderEvent event = step(contact, running.back().ladder, stepOf(contact.mode()));
      event.set_result(v1::LADDER_RESULT_NOT_REACHED);
      return versions_.contains(running.back().ladder.visit_id()) ? absl::OkStatus() : make(event);
    }
    DOORSTEP_ASSIGN(const bool met_since, metSince(contact.elder_id()));
    if (met_since || !elder.has_value()) {
      return absl::OkStatus();
    }
    v1::Record record;
    v1::Ladder& ladder = *record.mutable_ladder();
    ladder.set_id(derivedId(visit_.id(), contact.elder_id(), "ladder"));
    ladder.set_household_id(visit_.household_id());
    ladder.set_elder_id(contact.elder_id());
    ladder.set_visit_id(visit_.id());
    ladder.set_started_by(visit_.recorded_by());
    *ladder.mutable_started_at() = visit_.started_at();
    ladder.set_tier(care::tierOn(elder->elder(), care::dayOf(visit_.started_at(), zone_)));
    return replica_.create(record).status();
  }

  absl::Status endAll(const v1::VisitContact& contact) {
    DOORSTEP_ASSIGN(const auto running, runningOf(contact.elder_id()));
    for (const Running& one : running) {
      if (!versions_.contains(one.ladder.visit_id()) && !isAfterTheStart(one.ladder)) {
        continue;
      }
      DOORSTEP_ASSIGN(const auto person, work_.find(contact.proxy_contact_id(), v1::RECORD_KIND_CONTACT));
      const bool ward = person.has_value() && person->contact().relation() == v1::CONTACT_RELATION_WARD;
      const bool vouched = contact.outcome() == v1::CONTACT_OUTCOME_PROXY_CONFIRMED;
      const v1::LadderStep taken = !vouched ? stepOf(contact.mode())
                                   : ward   ? v1::LADDER_STEP_HOSPITAL
                                            : v1::LADDER_STEP_EMERGENCY_CONTACT;
      v1::LadderEvent event = step(contact, one.ladder, taken);
      event.set_result(v1::LADDER_RESULT_ACCOUNTED_FOR);
      event.set_accounted_by(vouched ? (ward ? v1::ACCOUNTED_BY_HOSPITAL : v1::ACCOUNTED_BY_FAMILY)
                             : taken == v1::LADDER_STEP_PHONE ? v1::ACCOUNTED_BY_SPOKE
                                                              : v1::ACCOUNTED_BY_SEEN);
      DOORSTEP_TRY(make(event));
    }
    return absl::OkStatus();
  }

  // Of a visit whose time of day is not known only the next day is surely later.
  bool isAfterTheStart(const v1::Ladder& ladder) const {
    if (visit_.precision() == v1::PRECISION_DAY) {
      return care::dayOf(visit_.started_at(), zone_) > care::dayOf(ladder.started_at(), zone_);
    }
    return care::toTime(visit_.ended_at()) >= care::toTime(ladder.started_at());
  }

  v1::LadderEvent step(const v1::VisitContact& contact, const v1::Ladder& ladder, v1::LadderStep taken) const {
    v1::LadderEvent event;
    event.set_id(derivedId(visit_.id(), contact.elder_id(), ladder.id()));
    event.set_ladder_id(ladder.id());
    event.set_household_id(ladder.household_id());
    event.set_step(taken);
    event.set_by(visit_.recorded_by());
    *event.mutable_at() =
        care::toTimestamp(std::max(care::toTime(visit_.ended_at()), care::toTime(ladder.started_at())));
    event.set_visit_id(visit_.id());
    return event;
  }

  absl::Status make(const v1::LadderEvent& event) {
    v1::Record record;
    *record.mutable_ladder_event() = event;
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
