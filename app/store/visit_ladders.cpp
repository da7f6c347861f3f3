#include "app/store/visit_ladders.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/store/open_ladders.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
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

class LadderRecords {
 public:
  LadderRecords(sqlite::Database& database, const v1::VisitDraft& draft, const LocalRules& rules)
      : database_(database), records_(database), draft_(draft), visit_(draft.visit()), rules_(rules) {}

  absl::Status add(const v1::VisitContact& contact) {
    DOORSTEP_ASSIGN(const std::string running_id, runningLadderOf(database_, contact.elder_id()));
    std::optional<v1::Ladder> running;
    if (!running_id.empty()) {
      DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records_.get(v1::RECORD_KIND_LADDER, running_id));
      running = record ? std::optional(record->ladder()) : std::nullopt;
    }
    if (contact.outcome() == v1::CONTACT_OUTCOME_NO_REPLY) {
      return running ? tryAgain(contact, *running) : begin(contact);
    }
    return running && care::isQualifying(contact.outcome()) ? end(contact, *running) : absl::OkStatus();
  }

  std::vector<v1::Record> take() { return std::move(made_); }

 private:
  absl::Status begin(const v1::VisitContact& contact) {
    DOORSTEP_ASSIGN(
        const bool met_since,
        hasRow(database_, "SELECT 1 FROM elder_contact WHERE elder = ?1 AND qualifies = 1 AND started_ms > ?2 LIMIT 1",
               blob(contact.elder_id()), absl::ToUnixMillis(care::toTime(visit_.started_at()))));
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

  absl::Status tryAgain(const v1::VisitContact& contact, const v1::Ladder& ladder) {
    v1::LadderEvent& event = step(contact, ladder, stepOf(contact.mode()));
    event.set_result(v1::LADDER_RESULT_NOT_REACHED);
    *event.mutable_warning_signs() = draft_.warning_signs();
    return absl::OkStatus();
  }

  absl::Status end(const v1::VisitContact& contact, const v1::Ladder& ladder) {
    if (!isAfterTheStart(ladder)) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto source, sourceOf(contact));
    v1::LadderEvent& event = step(contact, ladder, source.first);
    event.set_result(v1::LADDER_RESULT_ACCOUNTED_FOR);
    event.set_accounted_by(source.second);
    return absl::OkStatus();
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
    event.set_id(derivedId(visit_.id(), contact.elder_id(), "step"));
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
  std::vector<v1::Record> made_;
};

}  // namespace

absl::StatusOr<std::vector<v1::Record>> ladderRecordsOf(sqlite::Database& database, const v1::VisitDraft& draft,
                                                        const LocalRules& rules) {
  LadderRecords records(database, draft, rules);
  if (!draft.visit().corrects_id().empty()) {
    return records.take();
  }
  // Rung after nobody opened, say: what tells most about an elder is what the visit came to.
  std::map<std::string, const v1::VisitContact*> telling;
  for (const v1::VisitContact& contact : draft.visit().contacts()) {
    const v1::VisitContact*& known = telling[contact.elder_id()];
    if (known == nullptr || (care::isQualifying(contact.outcome()) && !care::isQualifying(known->outcome()))) {
      known = &contact;
    }
  }
  for (const auto& [elder, contact] : telling) {
    DOORSTEP_TRY(records.add(*contact));
  }
  return records.take();
}

}  // namespace doorstep::store
