#include "sync/replication/digest.h"

#include <algorithm>

#include "absl/time/time.h"
#include "sync/replication/chain.h"

namespace doorstep::replication {
namespace {

const absl::TimeZone& chinaTime() {
  static const absl::TimeZone zone = absl::FixedTimeZone(8 * 60 * 60);
  return zone;
}

Digest digestOf(std::string_view text) {
  return Digest::fromBytes(sha256(text));
}

template <typename Number>
void append(std::string& bytes, Number number) {
  for (int shift = static_cast<int>(sizeof(Number)) * 8 - 8; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<char>((number >> shift) & 0xFF));
  }
}

const google::protobuf::Timestamp* ownTime(const v1::Record& record) {
  switch (record.body_case()) {
    case v1::Record::kVisit:
      return &record.visit().started_at();
    case v1::Record::kServiceEntry:
      return &record.service_entry().started_at();
    case v1::Record::kServiceEntryEvent:
      return &record.service_entry_event().at();
    case v1::Record::kRiskFlag:
      return &record.risk_flag().opened_at();
    case v1::Record::kRestrictedRiskFlag:
      return &record.restricted_risk_flag().opened_at();
    case v1::Record::kRiskEvent:
      return &record.risk_event().at();
    case v1::Record::kRestrictedRiskEvent:
      return &record.restricted_risk_event().at();
    case v1::Record::kLadder:
      return &record.ladder().started_at();
    case v1::Record::kLadderEvent:
      return &record.ladder_event().at();
    case v1::Record::kAttachment:
      return &record.attachment().added_at();
    default:
      return nullptr;
  }
}

}  // namespace

Digest Digest::fromBytes(std::string_view bytes) {
  Digest digest;
  if (bytes.size() == kSize) {
    std::copy(bytes.begin(), bytes.end(), digest.sum_.begin());
  }
  return digest;
}

void Digest::toggle(v1::RecordKind kind, std::string_view id, const v1::Revision& revision) {
  std::string text;
  text.reserve(4 + id.size() + 8 + 8);
  append(text, static_cast<std::uint32_t>(kind));
  text.append(id);
  append(text, static_cast<std::uint64_t>(revision.epoch()));
  append(text, static_cast<std::uint64_t>(revision.sequence()));
  *this ^= digestOf(text);
}

void Digest::toggleRow(std::string_view area_id, std::string_view content_hash) {
  std::string text;
  append(text, static_cast<std::uint32_t>(v1::RECORD_KIND_COVERAGE_ROW));
  *this ^= digestOf(text.append(area_id).append(content_hash));
}

Digest& Digest::operator^=(const Digest& other) {
  std::transform(sum_.begin(), sum_.end(), other.sum_.begin(), sum_.begin(),
                 [](unsigned char left, unsigned char right) { return static_cast<unsigned char>(left ^ right); });
  return *this;
}

std::string Digest::bytes() const {
  return std::string(sum_.begin(), sum_.end());
}

std::int64_t digestMonth(const v1::Record& record) {
  const google::protobuf::Timestamp* at = ownTime(record);
  if (at == nullptr) {
    return 0;
  }
  const absl::CivilMonth month(absl::ToCivilSecond(absl::FromUnixSeconds(at->seconds()), chinaTime()));
  return month.year() * 12 + month.month() - 1;
}

}  // namespace doorstep::replication
