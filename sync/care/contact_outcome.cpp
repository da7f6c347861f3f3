#include "sync/care/contact_outcome.h"

namespace doorstep::care {
namespace {

bool fitsAnyAttempt(v1::ContactOutcome outcome) {
  switch (outcome) {
    case v1::CONTACT_OUTCOME_NOT_SEEN_SAFE:
    case v1::CONTACT_OUTCOME_NO_REPLY:
    case v1::CONTACT_OUTCOME_ABORTED_UNSAFE:
    case v1::CONTACT_OUTCOME_CANCELLED:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool isValidPair(v1::ContactMode mode, v1::ContactOutcome outcome) {
  switch (mode) {
    case v1::CONTACT_MODE_IN_PERSON:
      return outcome == v1::CONTACT_OUTCOME_SEEN || outcome == v1::CONTACT_OUTCOME_SEEN_REFUSED ||
             fitsAnyAttempt(outcome);
    case v1::CONTACT_MODE_PHONE:
    case v1::CONTACT_MODE_VIDEO:
      return outcome == v1::CONTACT_OUTCOME_SPOKE_REMOTE || outcome == v1::CONTACT_OUTCOME_SPOKE_REFUSED ||
             fitsAnyAttempt(outcome);
    case v1::CONTACT_MODE_PROXY:
      return outcome == v1::CONTACT_OUTCOME_PROXY_CONFIRMED || fitsAnyAttempt(outcome);
    case v1::CONTACT_MODE_REMOTE_MONITORING:
      return outcome == v1::CONTACT_OUTCOME_SIGNAL;
    default:
      return false;
  }
}

bool isQualifying(v1::ContactOutcome outcome, bool count_remote_monitoring) {
  switch (outcome) {
    case v1::CONTACT_OUTCOME_SEEN:
    case v1::CONTACT_OUTCOME_SEEN_REFUSED:
    case v1::CONTACT_OUTCOME_SPOKE_REMOTE:
    case v1::CONTACT_OUTCOME_SPOKE_REFUSED:
    case v1::CONTACT_OUTCOME_PROXY_CONFIRMED:
      return true;
    case v1::CONTACT_OUTCOME_SIGNAL:
      return count_remote_monitoring;
    default:
      return false;
  }
}

bool isRefusal(v1::ContactOutcome outcome) {
  return outcome == v1::CONTACT_OUTCOME_SEEN_REFUSED || outcome == v1::CONTACT_OUTCOME_SPOKE_REFUSED;
}

}  // namespace doorstep::care
