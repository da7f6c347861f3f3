#include "app/models/enums.h"

#include "doorstep/v1/conflict.pb.h"
#include "doorstep/v1/duplicate.pb.h"
#include "sync/bundle/refusal.h"

namespace doorstep::models {
namespace {

using namespace care_enums;

template <typename Ours, typename Theirs>
constexpr bool same(Ours ours, Theirs theirs) {
  return static_cast<int>(ours) == static_cast<int>(theirs);
}

static_assert(same(Gender::Male, v1::GENDER_MALE) && v1::Gender_MAX == v1::GENDER_MALE);
static_assert(same(Tier::A, v1::TIER_A) && v1::Tier_MAX == v1::TIER_A);
static_assert(same(Kind::LivingAlone, v1::ELDER_KIND_LIVING_ALONE));
static_assert(same(Kind::SevereDisability, v1::ELDER_KIND_SEVERE_DISABILITY));
static_assert(same(Kind::SubsistenceAllowance, v1::ElderKind_MAX));
static_assert(same(Status::Deceased, v1::CareStatus_MAX) && same(Status::Away, v1::CARE_STATUS_AWAY));
static_assert(same(Mode::RemoteMonitoring, v1::ContactMode_MAX) && same(Mode::Video, v1::CONTACT_MODE_VIDEO));
static_assert(same(Outcome::Signal, v1::ContactOutcome_MAX) && same(Outcome::NoReply, v1::CONTACT_OUTCOME_NO_REPLY));
static_assert(same(Proposal::Deceased, v1::StatusProposal_MAX));
static_assert(same(Relation::Ward, v1::ContactRelation_MAX));
static_assert(same(Service::PolicyBriefing, v1::ServiceKind_MAX) && same(Service::Meal, v1::SERVICE_KIND_MEAL));
static_assert(same(RiskKind::Other, v1::RiskKind_MAX) && same(RiskKind::Nutrition, v1::RISK_KIND_NUTRITION));
static_assert(same(RiskLevel::Red, v1::RISK_LEVEL_RED) && same(RiskState::Duplicate, v1::RiskState_MAX));
static_assert(same(Missed::NotTried, v1::MissedReason_MAX) && same(Missed::Away, v1::MISSED_REASON_AWAY));
static_assert(same(Problem::ChangedSince, v1::ProblemCode_MAX) &&
              same(Problem::ProxyNotAllowed, v1::PROBLEM_CODE_PROXY_NOT_ALLOWED));
static_assert(same(LadderStep::Police, v1::LadderStep_MAX) && same(LadderStep::Phone, v1::LADDER_STEP_PHONE));
static_assert(same(LadderResult::AccountedFor, v1::LadderResult_MAX) && same(AccountedBy::Police, v1::AccountedBy_MAX));
static_assert(same(WarningSign::IllLastTime, v1::WarningSign_MAX) && same(Duty::Police, v1::DutyKind_MAX));
static_assert(same(ColourTier::Red, v1::ColourTier_MAX));
static_assert(same(app_enums::MergeRule::ServiceOrder, v1::ConflictRule_MAX) &&
              same(app_enums::DuplicateReason::NameAndBirthYear, v1::DuplicateReason_MAX));
static_assert(same(HoursSource::Imputed, v1::HoursSource_MAX) && same(EntryState::Voided, v1::ServiceEntryState_MAX));
static_assert(static_cast<int>(app_enums::BundleTrouble::Busy) == static_cast<int>(bundle::kLastRefusal) + 1 &&
              static_cast<int>(app_enums::BundleTrouble::Gap) == static_cast<int>(bundle::Refusal::kGap) + 1);

}  // namespace
}  // namespace doorstep::models
