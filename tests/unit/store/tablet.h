#pragma once

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/store/store.h"
#include "sync/care/calendar.h"
#include "sync/replication/records.h"
#include "sync/sqlite/database.h"
#include "tests/support/manual_clock.h"
#include "tests/support/manual_random.h"

// A tablet's store in a folder of its own, and the small district it serves.
namespace doorstep::store {

#define VERIFY_OK(expression)                                        \
  do {                                                               \
    const absl::Status checked = (expression);                       \
    QVERIFY2(checked.ok(), std::string(checked.ToString()).c_str()); \
  } while (false)

#define COMPARE_CODE(expression, expected) \
  QCOMPARE(static_cast<int>((expression).code()), static_cast<int>(absl::StatusCode::expected))

// A readable identifier of 16 bytes.
inline std::string id(std::string name) {
  name.resize(16, '.');
  return name;
}

inline const absl::TimeZone kZone = care::districtZone();
inline constexpr absl::CivilDay kToday(2026, 11, 20);

inline absl::Time at(absl::CivilDay day, int hour, int minute = 0) {
  return absl::FromCivil(absl::CivilSecond(day.year(), day.month(), day.day(), hour, minute), kZone);
}

inline sqlite::Key testKey() {
  std::array<std::uint8_t, sqlite::Key::kSize> bytes{};
  bytes.fill(7);
  return sqlite::Key(bytes);
}

v1::Record area(const std::string& name, const std::string& parent, v1::AreaKind kind, const std::string& code);
v1::Record worker(const std::string& name, v1::Role role, const std::string& supervisor = "");
v1::Record household(const std::string& name, const std::string& area, const std::string& door);
v1::Record elder(const std::string& name, const std::string& household, const std::string& person, v1::Tier tier);
v1::Record contactPerson(const std::string& name, const std::string& elder, const std::string& household);
v1::Record assignment(const std::string& name, const std::string& worker, const std::string& household);
v1::Record visited(const std::string& name, const std::string& household, const std::string& elder, absl::Time start,
                   v1::ContactOutcome outcome = v1::CONTACT_OUTCOME_SEEN,
                   v1::ContactMode mode = v1::CONTACT_MODE_IN_PERSON);
v1::Record flag(const std::string& name, const std::string& household, const std::string& elder, v1::RiskLevel level,
                v1::RiskKind kind = v1::RISK_KIND_FALL);
v1::Record riskEvent(const std::string& name, const std::string& flag, const std::string& household, v1::RiskState to);
v1::Record service(const std::string& name, const std::string& household, const std::string& elder,
                   const std::string& visit);

v1::FeedEntry entry(const v1::Record& record, std::uint64_t sequence);
v1::FeedEntry removal(const v1::Record& record, std::uint64_t sequence);
v1::Revision revision(std::uint64_t sequence, std::uint64_t epoch = 1);
// The records at revisions from `first` on; their households are complete.
v1::PullReply page(const std::vector<v1::Record>& records, std::uint64_t first = 1);
v1::Receipt applied(const v1::Change& change, std::uint64_t sequence);

// District d / street s / community c / grid g. li visits doors h1 (wang and her husband zhao) and h2
// (chen); nobody visits h3 (sun). Everybody is in tier C since September.
std::vector<v1::Record> smallDistrict();

class Tablet {
 public:
  explicit Tablet(std::string vfs = {}) : vfs_(std::move(vfs)) {}

  std::string path() const { return folder_.filePath("store.db").toStdString(); }
  QString folder() const { return folder_.path(); }
  StoreFile file() const {
    StoreFile file{path(), testKey(), vfs_};
    if (free_bytes_) {
      file.free_bytes = [free = free_bytes_](const std::string&) { return free(); };
    }
    return file;
  }
  // Before it is opened; otherwise as the file system says.
  void setFreeBytes(std::function<std::uint64_t()> free_bytes) { free_bytes_ = std::move(free_bytes); }

  absl::Status open();
  void close() {
    queries_.reset();
    store_.reset();
  }
  // As worker li, with the small district pulled.
  absl::Status settle(const std::string& worker = "li", v1::Role role = v1::ROLE_VISITOR);
  absl::Status enrol(const std::string& worker, v1::Role role);

  Store& store() { return *store_; }
  Queries& queries() { return *queries_; }
  tests::ManualClock& clock() { return clock_; }
  // All changes without a receipt, decoded.
  std::vector<v1::Change> waiting();
  // A number out of the tables, by a connection of the test's own.
  std::int64_t number(const std::string& sql) const;

 private:
  QTemporaryDir folder_;
  std::string vfs_;
  std::function<std::uint64_t()> free_bytes_;
  tests::ManualClock clock_{at(kToday, 9)};
  tests::ManualRandom random_{++tablets_};  // no two make the same ids
  inline static std::uint64_t tablets_ = 0;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Queries> queries_;
};

v1::VisitDraft draftOf(const v1::Record& visit);

}  // namespace doorstep::store
