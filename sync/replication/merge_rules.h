#pragma once

#include <string_view>

#include "doorstep/v1/conflict.pb.h"
#include "doorstep/v1/kind.pb.h"
#include "doorstep/v1/record.pb.h"
#include "sync/replication/merge.h"

namespace doorstep::replication {

// How two values of one field compare before anybody's role or any order is asked. What it protects stands
// whoever wrote it and whichever came first.
enum class FieldRule {
  kRoleThenOrder,  // nothing is protected: the higher role's value, then that of the later commit
  kDeceasedStays,  // the value that says DECEASED
  kNeverLower,     // the more urgent value: a red door, a weekly visit
  kEmptiedStays,   // the empty value: what was taken back stays taken back
};

// One table (merge_rules.cpp): every field that is not in it has kRoleThenOrder.
FieldRule ruleOf(v1::RecordKind kind, std::string_view field);

// Whether the field's rule protects the left value against the right one.
bool outweighs(const v1::Record& left, const v1::Record& right, std::string_view field);

enum class Winner { kStanding, kPatch };

struct Choice {
  Winner winner;
  v1::ConflictRule rule;
};

// Which of two values of one field stands (architecture decision 3): by the field's rule, then the higher role,
// then service order, that is the later commit. The other value goes into a Conflict in every case.
Choice choose(const v1::Record& standing, const v1::Record& patched, std::string_view field,
              const FieldRevision& standing_author, const FieldRevision& patch_author);

}  // namespace doorstep::replication
