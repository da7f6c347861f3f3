#include <algorithm>
#include <array>
#include <string_view>

#include "sync/care/record_checks.h"

namespace doorstep::care {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{32} * 1024 * 1024;
constexpr std::size_t kMostThumbnailBytes = std::size_t{8} * 1024;
constexpr std::size_t kHashBytes = 32;
constexpr std::array<std::string_view, 3> kMediaTypes = {"image/jpeg", "image/png", "application/pdf"};

}  // namespace

void checkRecord(const v1::Attachment& attachment, FieldCheck& check) {
  check.identifier(attachment.id(), "id");
  check.identifier(attachment.household_id(), "household_id");
  check.optionalIdentifier(attachment.elder_id(), "elder_id");
  check.optionalIdentifier(attachment.visit_id(), "visit_id");
  check.identifier(attachment.added_by(), "added_by");
  check.happenedAt(attachment.has_added_at(), attachment.added_at(), "added_at");
  check.line(attachment.caption(), "caption");
  if (attachment.content_hash().size() != kHashBytes) {
    check.report(v1::PROBLEM_CODE_MALFORMED, "content_hash");
  }
  if (attachment.content_bytes() == 0 || attachment.content_bytes() > kMostBytes) {
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, "content_bytes");
  }
  if (attachment.thumbnail().size() > kMostThumbnailBytes) {
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, "thumbnail");
  }
  if (std::find(kMediaTypes.begin(), kMediaTypes.end(), attachment.media_type()) == kMediaTypes.end()) {
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, "media_type");
  }
}

}  // namespace doorstep::care
