#include "app/models/given_value.h"

#include "app/models/text.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/calendar.h"
#include "sync/outside/identifier.h"

namespace doorstep::models {
namespace {

using app_enums::ValueShape;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr std::size_t kTimeBytes = 6;  // of a UUID version 7: its time comes first

std::optional<absl::Time> timeOf(const std::string& identifier) {
  if (identifier.size() != outside::kIdentifierSize)
    return std::nullopt;
  std::int64_t milliseconds = 0;
  for (std::size_t at = 0; at < kTimeBytes; ++at)
    milliseconds = milliseconds * 256 + static_cast<unsigned char>(identifier[at]);
  return absl::FromUnixMillis(milliseconds);
}

void set(GivenValue& value, ValueShape shape, QList<int> codes = {}) {
  value.shape = static_cast<int>(shape);
  value.codes = std::move(codes);
}

ValueShape shapeOfEnum(const FieldDescriptor& field) {
  const std::string& name = field.enum_type()->name();
  return name == "Gender"            ? ValueShape::Gender
         : name == "ContactRelation" ? ValueShape::Relation
         : name == "ColourTier"      ? ValueShape::ColourTier
                                     : ValueShape::Other;
}

// Histories of an elder.
bool readHistory(const v1::Elder& elder, const std::string& field, GivenValue& value) {
  if (field == "statuses" && !elder.statuses().empty()) {
    const v1::StatusSpan& last = *elder.statuses().rbegin();
    set(value, ValueShape::Status, {last.status()});
    value.since = momentOf(care::civilDay(last.from_on()));
  } else if (field == "tiers" && !elder.tiers().empty()) {
    const v1::TierSpan& last = *elder.tiers().rbegin();
    set(value, ValueShape::Tier, {last.tier()});
    value.since = momentOf(care::civilDay(last.from_on()));
  } else if (field == "kinds" && !elder.kinds().empty()) {
    const v1::KindsSpan& last = *elder.kinds().rbegin();
    set(value, ValueShape::Kinds);
    for (const int kind : last.kinds())
      value.codes << kind;
    value.since = momentOf(care::civilDay(last.from_on()));
  } else {
    return false;
  }
  return true;
}

void readDay(const Message& day, GivenValue& value) {
  if (const auto* date = dynamic_cast<const v1::Date*>(&day); date != nullptr && care::isSet(*date)) {
    set(value, ValueShape::Day);
    value.since = momentOf(care::civilDay(*date));
  }
}

void readSingle(const Message& body, const FieldDescriptor& field, GivenValue& value) {
  const auto* reflection = body.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING: {
      const std::string bytes = reflection->GetString(body, &field);
      const bool readable = field.type() == FieldDescriptor::TYPE_STRING;
      value.text = readable ? text(bytes) : QString();
      set(value, bytes.empty() ? ValueShape::Nothing : readable ? ValueShape::Text : ValueShape::Other);
      break;
    }
    case FieldDescriptor::CPPTYPE_INT32:
      value.text = QString::number(reflection->GetInt32(body, &field));
      set(value, reflection->GetInt32(body, &field) == 0 ? ValueShape::Nothing : ValueShape::Text);
      break;
    case FieldDescriptor::CPPTYPE_BOOL:
      set(value, ValueShape::YesNo, {reflection->GetBool(body, &field) ? 1 : 0});
      break;
    case FieldDescriptor::CPPTYPE_ENUM:
      set(value, shapeOfEnum(field), {reflection->GetEnumValue(body, &field)});
      break;
    case FieldDescriptor::CPPTYPE_MESSAGE:
      set(value, reflection->HasField(body, &field) ? ValueShape::Other : ValueShape::Nothing);
      readDay(reflection->GetMessage(body, &field), value);
      break;
    default:
      set(value, ValueShape::Other);
  }
}

}  // namespace

GivenValue givenValueOf(const std::string& encoded, const std::string& field, const std::string& change_id,
                        const std::string& by_name, absl::TimeZone zone) {
  GivenValue value;
  value.by = text(by_name);
  value.at = momentOf(timeOf(change_id), zone);
  v1::Record record;
  if (!record.ParseFromString(encoded))
    return value;
  if (record.has_elder() && readHistory(record.elder(), field, value))
    return value;
  const auto* body = record.GetReflection()->GetOneofFieldDescriptor(record, record.GetDescriptor()->oneof_decl(0));
  const auto* found = body == nullptr ? nullptr : body->message_type()->FindFieldByName(field);
  if (found == nullptr)
    return value;
  const Message& message = record.GetReflection()->GetMessage(record, body);
  if (found->is_repeated())
    set(value, message.GetReflection()->FieldSize(message, found) == 0 ? ValueShape::Nothing : ValueShape::Other);
  else
    readSingle(message, *found, value);
  return value;
}

}  // namespace doorstep::models
