#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "doorstep/v1/directory.pb.h"
#include "doorstep/v1/kind.pb.h"

// Who may see and do what (architecture decision 15): one table, role × scope × kind of record ×
// verb. What is not in it is refused. Looked at at one door: judgement.cpp for changes, exchange/sight.cpp
// and exchange/coverage_entry.cpp for what is sent.
namespace doorstep::service {

// kSettle: to decide what merging or the service's own check left open (settle/settle.h).
enum class Verb { kRead, kCreate, kEdit, kSettle };

// Which households' records a right reaches; the directory's records are the whole district's.
enum class Scope {
  kAssigned,  // households assigned to the worker on the day that counts (scope.h)
  kOwnAreas,  // households in the worker's areas and below
  kDistrict,  // the whole district
};

struct Right {
  v1::Role role;
  v1::RecordKind kind;
  Verb verb;
  Scope scope;
  // With kEdit: the fields that may be set; empty: all.
  std::span<const std::string_view> fields = {};
};

std::span<const Right> rights();

// The rights that any of the roles gives for this kind and verb.
std::vector<Right> rightsOf(std::span<const v1::Role> roles, v1::RecordKind kind, Verb verb);
// Whether records of a kind are sent to somebody whom these scopes reach.
bool mayRead(std::span<const v1::Role> roles, v1::RecordKind kind, const std::set<Scope>& reached);
bool mayEditField(const Right& right, std::string_view field);

// The one that decides conflicts: the highest (merge.h).
v1::Role highestRole(std::span<const v1::Role> roles);

}  // namespace doorstep::service
