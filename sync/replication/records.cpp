#include "sync/replication/records.h"

#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "sync/replication/body.h"

namespace doorstep::replication {
namespace {

// The named bytes field of the body, or null when this kind of record has none.
const std::string* bytesField(const v1::Record& record, const char* name) {
  const google::protobuf::Message* body = bodyOf(record);
  if (body == nullptr) {
    return nullptr;
  }
  const auto* field = body->GetDescriptor()->FindFieldByName(name);
  if (field == nullptr) {
    return nullptr;
  }
  return &body->GetReflection()->GetStringReference(*body, field, nullptr);
}

bool isDirectory(v1::RecordKind kind) {
  switch (kind) {
    case v1::RECORD_KIND_AREA:
    case v1::RECORD_KIND_ORGANISATION:
    case v1::RECORD_KIND_PROGRAMME:
    case v1::RECORD_KIND_WORKER:
    case v1::RECORD_KIND_CHECKLIST_TEMPLATE:
    case v1::RECORD_KIND_DISTRICT_RULES:
    case v1::RECORD_KIND_AUDIT_EVENT:
    case v1::RECORD_KIND_COVERAGE_ROW:
    case v1::RECORD_KIND_DUTY_ROSTER:
    case v1::RECORD_KIND_FACILITY:
    case v1::RECORD_KIND_TARGET:
      return true;
    default:
      return false;
  }
}

}  // namespace

const std::string& directoryHousehold() {
  static const std::string zero(16, '\0');
  return zero;
}

v1::RecordKind kindOf(const v1::Record& record) {
  return static_cast<v1::RecordKind>(record.body_case());
}

const std::string& idOf(const v1::Record& record) {
  // A coverage row is named by its area: one row an area and month.
  static const std::string none;
  const std::string* id = bytesField(record, record.body_case() == v1::Record::kCoverageRow ? "area_id" : "id");
  return id == nullptr ? none : *id;
}

v1::ChangeClass classOf(v1::RecordKind kind) {
  const auto* value = v1::RecordKind_descriptor()->FindValueByNumber(kind);
  return value == nullptr ? v1::CHANGE_CLASS_UNSPECIFIED : value->options().GetExtension(v1::change_class);
}

std::string householdOf(const v1::Record& record) {
  const v1::RecordKind kind = kindOf(record);
  if (isDirectory(kind)) {
    return directoryHousehold();
  }
  if (kind == v1::RECORD_KIND_HOUSEHOLD) {
    return record.household().id();
  }
  if (kind == v1::RECORD_KIND_ELDER) {
    const auto& residences = record.elder().residences();
    return residences.empty() ? std::string() : residences.rbegin()->household_id();
  }
  const std::string* household = bytesField(record, "household_id");
  if (household == nullptr) {
    return {};
  }
  // A service for an organisation has no door.
  return household->empty() && kind == v1::RECORD_KIND_SERVICE_ENTRY ? directoryHousehold() : *household;
}

std::string headerOf(const v1::Record& record) {
  switch (record.body_case()) {
    case v1::Record::kServiceEntryEvent:
      return record.service_entry_event().entry_id();
    case v1::Record::kRiskEvent:
      return record.risk_event().flag_id();
    case v1::Record::kRestrictedRiskEvent:
      return record.restricted_risk_event().flag_id();
    case v1::Record::kLadderEvent:
      return record.ladder_event().ladder_id();
    default:
      return {};
  }
}

std::string encode(const google::protobuf::MessageLite& message) {
  std::string out;
  google::protobuf::io::StringOutputStream stream(&out);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return out;
}

absl::StatusOr<v1::Record> decodeRecord(std::string_view encoded) {
  v1::Record record;
  if (!record.ParseFromArray(encoded.data(), static_cast<int>(encoded.size()))) {
    return absl::InvalidArgumentError("not an encoded record");
  }
  return record;
}

}  // namespace doorstep::replication
