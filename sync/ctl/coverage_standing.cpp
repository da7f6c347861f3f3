#include "sync/ctl/coverage_standing.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "sync/care/calendar.h"
#include "sync/ctl/figures_json.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

std::string provisionalText(const v1::Date& evaluated_on, Language language) {
  const bool zh = language == Language::kChinese;
  const std::string on = dateText(evaluated_on);
  if (on.empty()) {
    return zh ? "暂计" : "provisional";
  }
  return zh ? absl::StrCat("暂计，截至 ", on) : absl::StrCat("provisional, as of ", on);
}

std::string frozenText(const v1::CoverageRow& row, Language language) {
  const bool zh = language == Language::kChinese;
  const std::string at = absl::FormatTime("%Y-%m-%d %H:%M", care::toTime(row.frozen_at()), care::districtZone());
  return zh ? absl::StrCat("已于 ", at, " 冻结（序号 ", row.frozen_sequence(), "），此后为重述")
            : absl::StrCat("frozen at ", at, " (sequence ", row.frozen_sequence(), "), restated since");
}

}  // namespace

std::string standingText(const v1::GetCoverageReply& reply, Language language) {
  const bool zh = language == Language::kChinese;
  const v1::CoverageRow& row = reply.area().row();
  std::vector<std::string> parts = {absl::StrCat(reply.area().area_name(), " ", monthText(row.month()))};
  if (row.provisional()) {
    parts.push_back(provisionalText(reply.evaluated_on(), language));
  }
  if (isFrozen(row)) {
    parts.push_back(frozenText(row, language));
  }
  if (row.partial()) {
    parts.emplace_back(zh ? "启用当月，非全月，不冻结" : "PARTIAL: the month of going live, never frozen");
  }
  if (reply.waiting() > 0) {
    parts.push_back(zh ? absl::StrCat("另有 ", reply.waiting(), " 条待处理")
                       : absl::StrCat(reply.waiting(), " waiting to be settled"));
  }
  return absl::StrJoin(parts, zh ? "；" : "; ");
}

std::string missedTitle(const v1::GetCoverageReply& reply, Language language) {
  const v1::CoverageRow& row = reply.area().row();
  std::string standing = standingText(reply, language);
  if (!isFrozen(row)) {
    return standing;
  }
  const std::int64_t frozen = row.frozen().denominator() - row.frozen().contacted();
  const std::int64_t restated = row.figures().denominator() - row.figures().contacted();
  return language == Language::kChinese ? absl::StrCat(standing, "；漏访：冻结时 ", frozen, "，重述后 ", restated)
                                        : absl::StrCat(standing, "; missed: frozen ", frozen, ", restated ", restated);
}

}  // namespace doorstep::ctl
