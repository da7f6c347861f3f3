#include "tests/bench/local_store.h"

#include <array>

#include "sync/outside/identifier.h"
#include "tests/bench/report.h"
#include "tests/scenario/must.h"

namespace doorstep::bench {
namespace {

using tests::must;

}  // namespace

sqlite::Key benchKey() {
  std::array<std::uint8_t, sqlite::Key::kSize> bytes{};
  bytes.fill(9);  // as the scenarios' tablets
  return sqlite::Key(bytes);
}

LocalStore::LocalStore(const std::string& path, std::size_t elders, std::size_t visits_each)
    : path_(path), clock_(now()), pages_(elders, visits_each) {
  store_ = must(store::Store::open({path, benchKey(), {}}, clock_, random_), "open the bench's store");
  must(store_->keepEnrolment(
           {identifier(1), identifier(2), pages_.workerId(), "w0", {v1::ROLE_VISITOR}, "Asia/Shanghai"}),
       "keep the enrolment");
  v1::PullReply page;
  while (pages_.next(page)) {
    must(store_->keepPage(page), "keep a page");
  }
  queries_ = must(store::openQueries({path, benchKey(), {}}), "open the queries");
}

v1::VisitDraft LocalStore::draft(std::size_t elder, std::size_t number) {
  outside::IdentifierSource identifiers(clock_, random_);
  v1::VisitDraft draft;
  *draft.mutable_visit() = visit(
      {identifiers.next(), pages_.householdId(elder), pages_.elderId(elder), pages_.workerId(), clock_.now(), number});
  return draft;
}

}  // namespace doorstep::bench
