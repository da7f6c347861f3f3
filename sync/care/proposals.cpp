#include "sync/care/proposals.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"

namespace doorstep::care {
namespace {

bool isSettled(const v1::Elder& elder, v1::StatusProposal proposal, absl::CivilDay visited_on) {
  const auto& spans = elder.statuses();
  const bool settled_since = std::any_of(spans.begin(), spans.end(), [visited_on](const v1::StatusSpan& span) {
    return !span.confirmed_by().empty() && civilDay(span.from_on()) >= visited_on;
  });
  const v1::StatusSpan* held = statusSpanOn(elder, visited_on);
  const bool known_already =
      held != nullptr && !held->confirmed_by().empty() && held->status() == statusProposed(proposal);
  return settled_since || known_already;
}

// Spans stay ordered by day; of one day the last in the list holds.
void insert(v1::Elder& elder, const v1::StatusSpan& added) {
  auto& spans = *elder.mutable_statuses();
  *spans.Add() = added;
  for (int index = spans.size() - 1;
       index > 0 && civilDay(spans[index].from_on()) < civilDay(spans[index - 1].from_on()); --index) {
    spans.SwapElements(index, index - 1);
  }
}

}  // namespace

v1::CareStatus statusProposed(v1::StatusProposal proposal) {
  switch (proposal) {
    case v1::STATUS_PROPOSAL_AWAY:
      return v1::CARE_STATUS_AWAY;
    case v1::STATUS_PROPOSAL_HOSPITALISED:
      return v1::CARE_STATUS_HOSPITALISED;
    case v1::STATUS_PROPOSAL_INSTITUTIONALISED:
      return v1::CARE_STATUS_INSTITUTIONALISED;
    case v1::STATUS_PROPOSAL_MOVED_OUT:
      return v1::CARE_STATUS_MOVED_OUT;
    case v1::STATUS_PROPOSAL_DECEASED:
      return v1::CARE_STATUS_DECEASED;
    default:
      return v1::CARE_STATUS_UNSPECIFIED;
  }
}

v1::StatusProposal openProposal(const v1::Visit& visit, const v1::Elder& elder, std::span<const std::string> merged_ids,
                                absl::TimeZone zone) {
  v1::StatusProposal proposal = v1::STATUS_PROPOSAL_NONE;
  for (const v1::VisitContact& contact : visit.contacts()) {
    const bool theirs = contact.elder_id() == elder.id() ||
                        std::find(merged_ids.begin(), merged_ids.end(), contact.elder_id()) != merged_ids.end();
    if (theirs && statusProposed(contact.proposal()) != v1::CARE_STATUS_UNSPECIFIED) {
      proposal = contact.proposal();
    }
  }
  const absl::CivilDay visited_on = dayOf(visit.started_at(), zone);
  if (proposal == v1::STATUS_PROPOSAL_NONE || isSettled(elder, proposal, visited_on)) {
    return v1::STATUS_PROPOSAL_NONE;
  }
  return proposal;
}

v1::Elder confirmed(v1::Elder elder, v1::StatusProposal proposal, absl::CivilDay from_on,
                    const std::string& confirmed_by) {
  v1::StatusSpan span;
  span.set_status(statusProposed(proposal));
  *span.mutable_from_on() = toDate(from_on);
  span.set_confirmed_by(confirmed_by);
  insert(elder, span);
  return elder;
}

v1::Elder rejected(v1::Elder elder, absl::CivilDay visited_on, const std::string& confirmed_by,
                   const v1::DistrictRules& rules) {
  v1::StatusSpan span;
  const v1::StatusSpan* held = statusSpanOn(elder, visited_on);
  const v1::CareStatus status = statusOn(elder, visited_on, rulesOn(rules, visited_on));
  if (held == nullptr || status == v1::CARE_STATUS_AT_HOME) {
    span.set_status(v1::CARE_STATUS_AT_HOME);
  } else {
    span = *held;
  }
  *span.mutable_from_on() = toDate(visited_on);
  span.set_confirmed_by(confirmed_by);
  insert(elder, span);
  return elder;
}

}  // namespace doorstep::care
