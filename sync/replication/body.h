#pragma once

#include "doorstep/v1/record.pb.h"

// The message inside a record, for what treats all kinds alike. Pure.
namespace doorstep::replication {

// Null when the record is empty or of a kind this build does not know.
const google::protobuf::Message* bodyOf(const v1::Record& record);
google::protobuf::Message* mutableBodyOf(v1::Record& record);

}  // namespace doorstep::replication
