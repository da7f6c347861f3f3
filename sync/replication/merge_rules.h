#pragma once

#include <string>

#include "doorstep/v1/conflict.pb.h"
#include "doorstep/v1/record.pb.h"
#include "sync/replication/merge.h"

namespace doorstep::replication {

enum class Winner { kStanding, kPatch };

struct Choice {
  Winner winner;
  v1::ConflictRule rule;
};

// Which of two values of one field stands (architecture decision 3), for every field one rule, in
// this order: what protects a person (DECEASED stays), then the higher role, then service order:
// the later commit. The other value goes into a Conflict in every case.
Choice choose(const v1::Record& standing, const v1::Record& patched, const std::string& field,
              const FieldRevision& standing_author, const FieldRevision& patch_author);

}  // namespace doorstep::replication
