#include "sync/service/quarantine/named_records.h"

#include "absl/strings/str_cat.h"
#include "sync/replication/records.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kIdentifierBytes = 16;

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

class Collector {
 public:
  Collector(const std::string& own_id, std::vector<NamedRecord>& found) : own_id_(own_id), found_(found) {}

  void collect(const Message& message, const std::string& path) {
    const Reflection& reflection = *message.GetReflection();
    std::vector<const FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
      const std::string name = path.empty() ? field->name() : absl::StrCat(path, ".", field->name());
      if (!field->is_repeated()) {
        take(message, *field, -1, name);
        continue;
      }
      for (int index = 0; index < reflection.FieldSize(message, field); ++index) {
        take(message, *field, index, absl::StrCat(name, "[", index, "]"));
      }
    }
  }

 private:
  void take(const Message& message, const FieldDescriptor& field, int index, const std::string& name) {
    const Reflection& reflection = *message.GetReflection();
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      collect(
          index < 0 ? reflection.GetMessage(message, &field) : reflection.GetRepeatedMessage(message, &field, index),
          name);
    } else if (field.type() == FieldDescriptor::TYPE_BYTES) {
      std::string id =
          index < 0 ? reflection.GetString(message, &field) : reflection.GetRepeatedString(message, &field, index);
      if (id.size() == kIdentifierBytes && id != own_id_ && id != replication::directoryHousehold()) {
        found_.push_back({std::move(id), name});
      }
    }
  }

  const std::string& own_id_;
  std::vector<NamedRecord>& found_;
};

// A record is one body in a oneof: its path begins with the body's own fields.
void collectBody(const v1::Record& record, const std::string& own_id, std::vector<NamedRecord>& found) {
  std::vector<const FieldDescriptor*> fields;
  record.GetReflection()->ListFields(record, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && !field->is_repeated()) {
      Collector(own_id, found).collect(record.GetReflection()->GetMessage(record, field), "");
    }
  }
}

}  // namespace

std::vector<NamedRecord> namedRecords(const v1::Change& change) {
  std::vector<NamedRecord> found;
  if (change.has_create()) {
    collectBody(change.create(), replication::idOf(change.create()), found);
  } else if (change.has_edit()) {
    found.push_back({change.edit().record_id(), "edit.record_id"});
    collectBody(change.edit().values(), change.edit().record_id(), found);
  }
  return found;
}

}  // namespace doorstep::service
