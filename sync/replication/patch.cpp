#include "sync/replication/patch.h"

#include <memory>

#include "absl/strings/str_cat.h"
#include "sync/replication/body.h"
#include "sync/replication/records.h"

namespace doorstep::replication {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Sets one field of `to` as it is in `from`; both are of one type.
void copyField(const Message& from, Message& to, const FieldDescriptor& field) {
  const std::unique_ptr<Message> only(from.New());
  only->CopyFrom(from);
  only->GetReflection()->MutableUnknownFields(only.get())->Clear();
  for (int i = 0; i < from.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* other = from.GetDescriptor()->field(i);
    if (other != &field) {
      only->GetReflection()->ClearField(only.get(), other);
    }
  }
  to.GetReflection()->ClearField(&to, &field);
  to.MergeFrom(*only);
}

Message& bodyLike(const v1::Record& record, v1::Record& out) {
  return *out.GetReflection()->MutableMessage(&out, v1::Record::descriptor()->FindFieldByNumber(record.body_case()));
}

}  // namespace

std::optional<v1::Patch> difference(const v1::Record& before, const v1::Record& after, const v1::Revision& base) {
  const Message* body = bodyOf(after);
  if (body == nullptr || before.body_case() != after.body_case()) {
    return std::nullopt;
  }
  v1::Patch patch;
  patch.set_kind(kindOf(after));
  patch.set_record_id(idOf(after));
  *patch.mutable_base() = base;
  for (int i = 0; i < body->GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* field = body->GetDescriptor()->field(i);
    if (field->name() == "id" || sameValue(before, after, field->name())) {
      continue;
    }
    patch.mutable_fields()->add_paths(field->name());
    copyField(*body, bodyLike(after, *patch.mutable_values()), *field);
  }
  return patch.fields().paths().empty() ? std::nullopt : std::optional(patch);
}

absl::Status apply(const v1::Patch& patch, v1::Record& record) {
  Message* body = mutableBodyOf(record);
  if (body == nullptr || patch.kind() != kindOf(record) || patch.record_id() != idOf(record)) {
    return absl::InvalidArgumentError("patch: names another record");
  }
  const Message* values = bodyOf(patch.values());
  if (values != nullptr && kindOf(patch.values()) != patch.kind()) {
    return absl::InvalidArgumentError("patch: values are of another kind");
  }
  for (const std::string& path : patch.fields().paths()) {
    const FieldDescriptor* field = body->GetDescriptor()->FindFieldByName(path);
    if (field == nullptr || path == "id") {
      return absl::InvalidArgumentError(absl::StrCat("patch: no such field: ", path));
    }
  }
  for (const std::string& path : patch.fields().paths()) {
    const FieldDescriptor* field = body->GetDescriptor()->FindFieldByName(path);
    if (values == nullptr) {
      body->GetReflection()->ClearField(body, field);
    } else {
      copyField(*values, *body, *field);
    }
  }
  return absl::OkStatus();
}

std::string fieldValue(const v1::Record& record, const std::string& field) {
  const Message* body = bodyOf(record);
  const FieldDescriptor* descriptor = body == nullptr ? nullptr : body->GetDescriptor()->FindFieldByName(field);
  if (descriptor == nullptr) {
    return {};
  }
  v1::Record only;
  copyField(*body, bodyLike(record, only), *descriptor);
  return encode(only);
}

bool sameValue(const v1::Record& left, const v1::Record& right, const std::string& field) {
  return fieldValue(left, field) == fieldValue(right, field);
}

}  // namespace doorstep::replication
