#include "sync/care/figures.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include "absl/strings/str_cat.h"
#include "sync/care/service_minutes.h"

namespace doorstep::care {
namespace {

void addMissed(v1::Figures& into, v1::MissedReason reason, std::int64_t n) {
  switch (reason) {
    case v1::MISSED_REASON_UNASSIGNED:
      return into.set_missed_unassigned(into.missed_unassigned() + n);
    case v1::MISSED_REASON_NO_REPLY:
      return into.set_missed_no_reply(into.missed_no_reply() + n);
    case v1::MISSED_REASON_NOT_SEEN_SAFE:
      return into.set_missed_not_seen_safe(into.missed_not_seen_safe() + n);
    case v1::MISSED_REASON_ABORTED_UNSAFE:
      return into.set_missed_aborted_unsafe(into.missed_aborted_unsafe() + n);
    case v1::MISSED_REASON_AWAY:
      return into.set_missed_away(into.missed_away() + n);
    case v1::MISSED_REASON_NOT_TRIED:
      return into.set_missed_not_tried(into.missed_not_tried() + n);
    default:
      return;
  }
}

void addPersonTimes(v1::Figures& into, v1::ContactMode mode, std::int64_t n) {
  switch (mode) {
    case v1::CONTACT_MODE_IN_PERSON:
      return into.set_person_times_in_person(into.person_times_in_person() + n);
    case v1::CONTACT_MODE_PHONE:
      return into.set_person_times_phone(into.person_times_phone() + n);
    case v1::CONTACT_MODE_VIDEO:
      return into.set_person_times_video(into.person_times_video() + n);
    case v1::CONTACT_MODE_PROXY:
      return into.set_person_times_proxy(into.person_times_proxy() + n);
    case v1::CONTACT_MODE_REMOTE_MONITORING:
      return into.set_person_times_remote_monitoring(into.person_times_remote_monitoring() + n);
    default:
      return;
  }
}

void addDeliveredBySource(v1::Figures& into, v1::HoursSource source, std::int64_t minutes) {
  switch (source) {
    case v1::HOURS_SOURCE_MEASURED:
      return into.set_delivered_minutes_measured(into.delivered_minutes_measured() + minutes);
    case v1::HOURS_SOURCE_IMPUTED:
      return into.set_delivered_minutes_imputed(into.delivered_minutes_imputed() + minutes);
    default:
      return into.set_delivered_minutes_entered(into.delivered_minutes_entered() + minutes);
  }
}

std::string grouped(std::int64_t number) {
  const std::string digits = absl::StrCat(number);
  std::string text;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (at > 0 && (digits.size() - at) % 3 == 0) {
      text.push_back(',');
    }
    text.push_back(digits[at]);
  }
  return text;
}

}  // namespace

void addElderMonth(Contributions& into, const v1::ElderMonth& fact, int sign) {
  v1::Figures& at_reference = into[fact.area_id()];
  v1::Figures one;
  one.set_denominator(fact.in_denominator() ? 1 : 0);
  one.set_contacted(fact.contacted() ? 1 : 0);
  one.set_contacted_in_person(fact.contacted_in_person() ? 1 : 0);
  one.set_proxy_only(fact.proxy_only() ? 1 : 0);
  one.set_refused_only(fact.refused_only() ? 1 : 0);
  addMissed(one, fact.missed_reason(), 1);
  one.set_unduplicated_elders(fact.person_times().empty() ? 0 : 1);
  one.set_slots_due(fact.slots_due());
  one.set_slots_satisfied(fact.slots_satisfied());
  one.set_exits(fact.exit_reason() != v1::EXIT_REASON_NONE ? 1 : 0);
  one.set_exits_contacted(fact.exit_contacted() ? 1 : 0);
  add(at_reference, one, sign);
  for (const v1::PersonTimes& line : fact.person_times()) {
    addPersonTimes(into[line.area_id()], line.mode(), sign * static_cast<std::int64_t>(line.count()));
  }
}

void addWorkerMinutes(Contributions& into, const v1::MinutesLine& line, int sign) {
  const std::int64_t minutes = sign * static_cast<std::int64_t>(line.minutes());
  v1::Figures& figures = into[line.area_id()];
  if (standingOf(line) == MinutesStanding::kCertified) {
    figures.set_worker_minutes_certified(figures.worker_minutes_certified() + minutes);
  } else if (standingOf(line) == MinutesStanding::kProvisional) {
    figures.set_worker_minutes_provisional(figures.worker_minutes_provisional() + minutes);
  }
}

void addDeliveredMinutes(Contributions& into, const v1::MinutesLine& delivered, int sign) {
  const std::int64_t minutes = sign * static_cast<std::int64_t>(delivered.minutes());
  v1::Figures& figures = into[delivered.area_id()];
  switch (standingOf(delivered)) {
    case MinutesStanding::kCertified:
      figures.set_delivered_minutes_certified(figures.delivered_minutes_certified() + minutes);
      break;
    case MinutesStanding::kProvisional:
      figures.set_delivered_minutes_provisional(figures.delivered_minutes_provisional() + minutes);
      break;
    case MinutesStanding::kNone:
      return;
  }
  addDeliveredBySource(figures, delivered.source(), minutes);
}

void addRisk(Contributions& into, const std::string& area_id, const v1::RiskFlag& flag, const RiskStatus& status,
             const WorkingDays& working_days, int sign) {
  if (status.state == v1::RISK_STATE_DUPLICATE || status.state == v1::RISK_STATE_DISMISSED) {
    return;
  }
  v1::Figures& figures = into[area_id];
  figures.set_risks_opened(figures.risks_opened() + sign);
  if (status.state != v1::RISK_STATE_CLOSED) {
    return;
  }
  figures.set_risks_closed(figures.risks_closed() + sign);
  const std::optional<absl::Time> due = dueAt(flag, status, RiskDeadline::kResolve, working_days);
  if (due.has_value() && status.resolved_at.has_value() && *status.resolved_at <= *due) {
    figures.set_risks_closed_on_time(figures.risks_closed_on_time() + sign);
  }
}

// Every figure is a sum, so all fields are treated alike: a new one cannot be forgotten here.
void add(v1::Figures& into, const v1::Figures& other, int sign) {
  const google::protobuf::Reflection* reflection = into.GetReflection();
  const google::protobuf::Descriptor* descriptor = v1::Figures::descriptor();
  for (int index = 0; index < descriptor->field_count(); ++index) {
    const google::protobuf::FieldDescriptor* field = descriptor->field(index);
    const std::int64_t delta = reflection->GetInt64(other, field);
    if (delta != 0) {
      reflection->SetInt64(&into, field, reflection->GetInt64(into, field) + sign * delta);
    }
  }
}

bool isZero(const v1::Figures& figures) {
  return figures.ByteSizeLong() == 0;
}

std::optional<std::int64_t> perMille(std::int64_t n, std::int64_t d) {
  if (d == 0) {
    return std::nullopt;
  }
  const std::int64_t rounded = (2000 * n + d) / (2 * d);
  return n < d && rounded > 999 ? 999 : rounded;
}

std::string percentText(std::int64_t n, std::int64_t d) {
  const std::optional<std::int64_t> share = perMille(n, d);
  return share.has_value() ? absl::StrCat(*share / 10, ".", *share % 10, " %") : "—";
}

std::string hoursText(std::int64_t minutes) {
  const std::int64_t size = minutes < 0 ? -minutes : minutes;
  const std::int64_t tenths = (10 * size + 30) / 60;
  return absl::StrCat(minutes < 0 && tenths > 0 ? "-" : "", grouped(tenths / 10), ".", tenths % 10);
}

}  // namespace doorstep::care
