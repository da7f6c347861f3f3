#pragma once

#include <memory>
#include <string>

#include "app/store/store.h"
#include "sync/outside/clock.h"
#include "sync/outside/random.h"
#include "tests/bench/made_up.h"
#include "tests/support/manual_clock.h"

namespace doorstep::bench {

inline constexpr std::size_t kEldersOfStore = 5'000;
inline constexpr std::size_t kVisitsOfElder = 60;

sqlite::Key benchKey();

// A tablet's real store, filled as a pull fills it.
class LocalStore {
 public:
  LocalStore(const std::string& path, std::size_t elders, std::size_t visits_each);

  store::Store& store() { return *store_; }
  store::Queries& queries() { return *queries_; }
  const Pages& pages() const { return pages_; }
  const std::string& path() const { return path_; }
  // A visit's draft of an elder, ended just now.
  v1::VisitDraft draft(std::size_t elder, std::size_t number);

 private:
  std::string path_;
  tests::ManualClock clock_;
  outside::SystemRandom random_;
  Pages pages_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Queries> queries_;
};

}  // namespace doorstep::bench
