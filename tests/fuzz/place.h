#pragma once

#include <functional>

#include "doorstep/v1/sync.pb.h"
#include "tests/fuzz/target.h"
#include "tests/unit/service/district_bench.h"

namespace doorstep::fuzz {

// A small district on an embedded ledger, made once a process, and one visitor's device in it.
class Place {
 public:
  static Place& only();

  tests::DistrictBench& bench() { return bench_; }
  const service::Caller& visitor() const { return device_.caller; }
  const service::Caller& supervisor() const { return supervisor_; }
  // As every run finds it: nothing has been pushed yet.
  tests::DistrictBench::Device device() const { return device_; }

  // Does the work in a commit with the figures that follow from it, and takes all of it back.
  Outcome undone(const std::function<absl::Status(service::CommitWork&)>& work);

 private:
  Place();

  tests::DistrictBench bench_;
  tests::DistrictBench::Device device_;
  service::Caller supervisor_;
};

}  // namespace doorstep::fuzz
