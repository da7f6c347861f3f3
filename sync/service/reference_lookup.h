#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "doorstep/v1/problem.pb.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

// What references.cpp asks of every kind of record: whether what is named is there and belongs here. What
// is not is reported with the path of its field; an error is the ledger's.
class ReferenceLookup {
 public:
  explicit ReferenceLookup(const DistrictWork& work) : work_(work) {}

  const std::vector<v1::Problem>& problems() const { return problems_; }

 protected:
  const DistrictWork& work() const { return work_; }

  absl::Status needs(const std::string& id, v1::RecordKind kind, std::string_view field);
  // What may be left empty, but not name what is not there.
  absl::Status named(const std::string& id, v1::RecordKind kind, std::string_view field);
  // An area and a person of this district.
  void area(const std::string& id, std::string_view field);
  void worker(const std::string& id, std::string_view field);
  // Nobody writes about an elder under a household where the elder never lived: scope is the household's.
  absl::Status elderAt(const std::string& elder_id, const std::string& household, std::string_view field);
  // The visit that a record was made on, in the same household; may be left empty.
  absl::Status visitOf(const std::string& visit_id, const std::string& household);
  // An event stands in the stream of its header, so both name the same household.
  absl::Status header(const std::string& id, v1::RecordKind kind, const std::string& household, std::string_view field);

  void report(v1::ProblemCode code, std::string_view field);

 private:
  const DistrictWork& work_;
  std::vector<v1::Problem> problems_;
};

}  // namespace doorstep::service
