#include "sync/ctl/evening_words.h"

#include "absl/strings/str_cat.h"
#include "sync/care/figures.h"

namespace doorstep::ctl {

std::string changesEquation(const v1::EndOfDay& day, Language language) {
  const bool zh = language == Language::kChinese;
  const std::string_view sign = day.received() == day.applied() + day.quarantined() ? " = " : " ≠ ";
  return absl::StrCat(zh ? "变更：收到 " : "changes: received ", day.received(), std::string(sign),
                      zh ? "记入 " : "applied ", day.applied(), zh ? " + 隔离 " : " + quarantined ", day.quarantined());
}

std::string visitsEquation(const v1::EndOfDay& day, Language language) {
  const bool zh = language == Language::kChinese;
  const bool holds = day.visits_received() == day.visits_standing() + day.visits_quarantined();
  return absl::StrCat(zh ? "探访：收到 " : "visits: received ", day.visits_received(), holds ? " = " : " ≠ ",
                      zh ? "在册 " : "on record ", day.visits_standing(), zh ? " + 隔离 " : " + quarantined ",
                      day.visits_quarantined());
}

std::string progressText(const v1::TargetProgress& target) {
  return target.target().indicator() == v1::INDICATOR_SERVICE_MINUTES
             ? absl::StrCat(care::hoursText(target.verified()), "/", care::hoursText(target.target().value()))
             : absl::StrCat(target.verified(), "/", target.target().value());
}

std::string perMilleText(std::uint32_t per_mille) {
  return absl::StrCat(per_mille / 10, ".", per_mille % 10, " %");
}

}  // namespace doorstep::ctl
