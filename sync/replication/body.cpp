#include "sync/replication/body.h"

namespace doorstep::replication {
namespace {

const google::protobuf::FieldDescriptor* bodyField(const v1::Record& record) {
  return record.body_case() == v1::Record::BODY_NOT_SET
             ? nullptr
             : v1::Record::descriptor()->FindFieldByNumber(record.body_case());
}

}  // namespace

const google::protobuf::Message* bodyOf(const v1::Record& record) {
  const auto* field = bodyField(record);
  return field == nullptr ? nullptr : &record.GetReflection()->GetMessage(record, field);
}

google::protobuf::Message* mutableBodyOf(v1::Record& record) {
  const auto* field = bodyField(record);
  return field == nullptr ? nullptr : record.GetReflection()->MutableMessage(&record, field);
}

}  // namespace doorstep::replication
