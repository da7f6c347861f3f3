#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/record.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What the service would refuse about a new record, as far as this device can know: events that the
// header's state does not allow, references to what is not here, an author who is not the one enrolled,
// a visit entered too late (`now` is when it is entered). Whether a record is fit by itself is
// care::validate's.
absl::StatusOr<std::vector<v1::Problem>> problemsHere(sqlite::Database& database, const v1::Record& record,
                                                      absl::Time now);

// Whether a record is fit by itself. A device whose own clock stands before anything can have happened (a flat
// battery: 1970) records all the same; the service finds out when it was.
std::vector<v1::Problem> problemsOfRecord(const v1::Record& record, absl::Time now);

// Of a visit alone: entered further back than this person may.
absl::StatusOr<std::vector<v1::Problem>> problemsOfLateEntry(sqlite::Database& database, const v1::Visit& visit,
                                                             absl::Time now);

v1::Problem problem(v1::ProblemCode code, const std::string& field);

}  // namespace doorstep::store
