// Saves visits for ever and prints each one's id once it is saved; the test kills it.
//   saving_child <database>

#include <unistd.h>

#include <cstdio>

#include "app/store/store.h"
#include "sync/outside/identifier.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {
namespace {

// One write: a line is there wholly or the test does not count it.
void print(const std::string& id) {
  const std::string line = outside::toHex(id) + "\n";
  if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
    _exit(3);
  }
}

v1::VisitDraft nextDraft(outside::IdentifierSource& identifiers, const outside::Clock& clock) {
  v1::VisitDraft draft = draftOf(visited("", "h1", "wang", clock.now() - absl::Hours(1)));
  draft.mutable_visit()->set_id(identifiers.next());
  *draft.add_services() = service("", "h1", "wang", "").service_entry();
  draft.mutable_services(0)->set_id(identifiers.next());
  draft.mutable_services(0)->set_visit_id(draft.visit().id());
  *draft.mutable_services(0)->mutable_started_at() = draft.visit().started_at();
  *draft.add_risks() = flag("", "h1", "wang", v1::RISK_LEVEL_YELLOW).risk_flag();
  draft.mutable_risks(0)->set_id(identifiers.next());
  *draft.mutable_risks(0)->mutable_opened_at() = draft.visit().started_at();
  return draft;
}

int saveForEver(const std::string& path) {
  outside::SystemClock clock;
  outside::SystemRandom random;
  outside::IdentifierSource identifiers(clock, random);
  const auto opened = Store::open({path, testKey(), {}}, clock, random);
  if (!opened.ok()) {
    std::fprintf(stderr, "%s\n", opened.status().ToString().c_str());
    return 1;
  }
  Store& store = **opened;
  absl::Status status =
      store.keepEnrolment({id("tablet"), id("d"), id("li"), "worker li", {v1::ROLE_VISITOR}, "Asia/Shanghai"});
  while (status.ok()) {
    const v1::VisitDraft draft = nextDraft(identifiers, clock);
    const auto saved = store.saveVisit(draft);
    status = saved.status();
    if (saved.ok() && !saved->problems.empty()) {
      return 2;
    }
    if (saved.ok()) {
      print(draft.visit().id());
    }
  }
  std::fprintf(stderr, "%s\n", status.ToString().c_str());
  return 1;
}

}  // namespace
}  // namespace doorstep::store

int main(int argc, char** argv) {
  return argc == 2 ? doorstep::store::saveForEver(argv[1]) : 64;
}
