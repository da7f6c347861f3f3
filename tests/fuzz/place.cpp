#include "tests/fuzz/place.h"

namespace doorstep::fuzz {

Place& Place::only() {
  static Place place;
  return place;
}

Place::Place() : device_(bench_.device("V1")), supervisor_(bench_.device("S1").caller) {}

Outcome Place::undone(const std::function<absl::Status(service::CommitWork&)>& work) {
  absl::Status done;
  const absl::Status committed = bench_.writer().run([&](service::CommitWork& commit) {
    done = work(commit);
    if (done.ok()) {
      done = commit.evaluateAll();
    }
    return absl::AbortedError("undone");
  });
  return committed.code() == absl::StatusCode::kAborted ? notOurFault(done) : notOurFault(committed);
}

}  // namespace doorstep::fuzz
