#include <google/protobuf/stubs/logging.h>

#include "tests/fuzz/target.h"

namespace doorstep::fuzz {

std::span<const Target> targets() {
  static const std::vector<Target> all = [] {
    google::protobuf::SetLogHandler(nullptr);  // it would tell of every field that is no UTF-8
    std::vector<Target> every;
    for (const auto& list : {changeTargets(), exchangeTargets(), fileTargets(), tabletTargets()}) {
      every.insert(every.end(), list.begin(), list.end());
    }
    return every;
  }();
  return all;
}

Outcome notOurFault(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kUnavailable:
      return status.ToString();
    default:
      return {};
  }
}

}  // namespace doorstep::fuzz
