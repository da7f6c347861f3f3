#include "app/models/met.h"

#include <array>
#include <utility>

#include "sync/care/contact_outcome.h"

namespace doorstep::models {
namespace {

using care_enums::Met;

constexpr std::array<std::pair<Met, ModeAndOutcome>, 12> kMeanings{{
    {Met::InPerson, {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN}},
    {Met::AtTheDoor, {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN}},
    {Met::ByPhone, {v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE}},
    {Met::NoReply, {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NO_REPLY}},
    {Met::ByVideo, {v1::CONTACT_MODE_VIDEO, v1::CONTACT_OUTCOME_SPOKE_REMOTE}},
    {Met::RefusedAtTheDoor, {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN_REFUSED}},
    {Met::RefusedByPhone, {v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REFUSED}},
    {Met::NotSeenSafe, {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NOT_SEEN_SAFE}},
    {Met::ProxyConfirmed, {v1::CONTACT_MODE_PROXY, v1::CONTACT_OUTCOME_PROXY_CONFIRMED}},
    {Met::NoReplyByPhone, {v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_NO_REPLY}},
    {Met::AbortedUnsafe, {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_ABORTED_UNSAFE}},
    {Met::Cancelled, {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_CANCELLED}},
}};

}  // namespace

ModeAndOutcome modeAndOutcome(Met met) {
  for (const auto& [answer, meaning] : kMeanings) {
    if (answer == met)
      return meaning;
  }
  return {};
}

Met metOf(v1::ContactMode mode, v1::ContactOutcome outcome, bool at_door) {
  for (const auto& [answer, meaning] : kMeanings) {
    if (meaning.mode != mode || meaning.outcome != outcome)
      continue;
    return answer == Met::InPerson && at_door ? Met::AtTheDoor : answer;
  }
  return Met::NotAnswered;
}

bool wasMet(Met met) {
  const v1::ContactOutcome outcome = modeAndOutcome(met).outcome;
  return outcome != v1::CONTACT_OUTCOME_PROXY_CONFIRMED && care::isQualifying(outcome);
}

}  // namespace doorstep::models
