#include "sync/replication/brief_visit.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <cstdint>
#include <initializer_list>
#include <string>

#include "doorstep/v1/record.pb.h"

namespace doorstep::replication {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

constexpr std::uint64_t setOf(std::initializer_list<int> fields) {
  std::uint64_t set = 0;
  for (const int field : fields) {
    set |= std::uint64_t{1} << field;
  }
  return set;
}

constexpr std::uint64_t kForFigures =
    setOf({v1::Visit::kIdFieldNumber, v1::Visit::kHouseholdIdFieldNumber, v1::Visit::kContactsFieldNumber,
           v1::Visit::kStartedAtFieldNumber, v1::Visit::kEndedAtFieldNumber, v1::Visit::kPrecisionFieldNumber,
           v1::Visit::kSourceFieldNumber, v1::Visit::kPausesFieldNumber, v1::Visit::kCorrectsIdFieldNumber,
           v1::Visit::kVoidedFieldNumber});
constexpr std::uint64_t kWithoutAnswers = ~setOf({v1::Visit::kAnswersFieldNumber, v1::Visit::kNoteFieldNumber});

// The visit's own bytes; nothing unless the record consists of them alone, as every record that was encoded once.
std::string_view bodyBytes(std::string_view record) {
  CodedInputStream in(reinterpret_cast<const std::uint8_t*>(record.data()), static_cast<int>(record.size()));
  constexpr std::uint32_t kTag =
      WireFormatLite::MakeTag(v1::Record::kVisitFieldNumber, WireFormatLite::WIRETYPE_LENGTH_DELIMITED);
  std::uint32_t length = 0;
  if (in.ReadTag() != kTag || !in.ReadVarint32(&length)) {
    return {};
  }
  const auto at = static_cast<std::size_t>(in.CurrentPosition());
  return record.size() - at == length ? record.substr(at) : std::string_view();
}

// Appends the fields that are kept; false when the bytes are not fields.
bool copyFields(std::string_view visit, std::uint64_t fields, std::string& kept) {
  CodedInputStream in(reinterpret_cast<const std::uint8_t*>(visit.data()), static_cast<int>(visit.size()));
  while (true) {
    const auto begin = static_cast<std::size_t>(in.CurrentPosition());
    const std::uint32_t tag = in.ReadTag();
    if (tag == 0) {
      return in.ConsumedEntireMessage();
    }
    if (!WireFormatLite::SkipField(&in, tag)) {
      return false;
    }
    const int field = WireFormatLite::GetTagFieldNumber(tag);
    if (field < 64 && (fields >> field & 1) != 0) {
      kept.append(visit.substr(begin, static_cast<std::size_t>(in.CurrentPosition()) - begin));
    }
  }
}

absl::StatusOr<v1::Visit> read(std::string_view encoded_record, std::uint64_t fields) {
  const std::string_view body = bodyBytes(encoded_record);
  std::string kept;
  kept.reserve(256);
  if (!body.empty() && copyFields(body, fields, kept)) {
    v1::Visit visit;
    if (visit.ParseFromString(kept)) {
      return visit;
    }
  }
  v1::Record record;
  if (!record.ParseFromArray(encoded_record.data(), static_cast<int>(encoded_record.size())) || !record.has_visit()) {
    return absl::DataLossError("a visit cannot be read");
  }
  return std::move(*record.mutable_visit());
}

}  // namespace

absl::StatusOr<v1::Visit> visitForFigures(std::string_view encoded_record) {
  return read(encoded_record, kForFigures);
}

std::string excerptForFigures(const v1::Visit& visit) {
  v1::Record record;
  v1::Visit& kept = *record.mutable_visit();
  kept.set_id(visit.id());
  kept.set_household_id(visit.household_id());
  *kept.mutable_contacts() = visit.contacts();
  *kept.mutable_started_at() = visit.started_at();
  *kept.mutable_ended_at() = visit.ended_at();
  kept.set_precision(visit.precision());
  kept.set_source(visit.source());
  *kept.mutable_pauses() = visit.pauses();
  kept.set_corrects_id(visit.corrects_id());
  kept.set_voided(visit.voided());
  return record.SerializeAsString();
}

absl::StatusOr<v1::Visit> visitWithoutAnswers(std::string_view encoded_record) {
  return read(encoded_record, kWithoutAnswers);
}

}  // namespace doorstep::replication
