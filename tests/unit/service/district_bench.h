#pragma once

#include <QTemporaryDir>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "doorstep/v1/admin.pb.h"
#include "sync/outside/identifier.h"
#include "sync/service/apply.h"
#include "sync/service/caller.h"
#include "sync/service/ledger/embedded_ledger.h"
#include "sync/service/writer.h"
#include "tests/support/manual_clock.h"
#include "tests/support/manual_random.h"

namespace doorstep::tests {

// A small district on an embedded ledger, without a network: 2026-11-20, 09:00, gone live on 1 October.
//   220211 (district) ─ 220211001 (subdistrict) ─ 220211001001 (community A) ─ 22021100100101 (grid)
//                                               └ 220211001002 (community B)
//   V1 visits H1 and H2 (grid), V2 visits H3 (community B); S1 supervises community A, S2 community B;
//   D1 is district staff. In H1 live E1 and E2 (tier A and C), in H2 E3, in H3 E4; H4 with E5 is nobody's.
class DistrictBench {
 public:
  DistrictBench();

  // A device of one worker.
  struct Device {
    service::Caller caller;
    std::string replica_id;
    std::uint64_t sequence = 0;
    std::string head;
    std::uint64_t base = 0;  // what its edits are based on
  };
  Device device(const std::string& staff_number);
  static service::Caller operatorCaller();
  // The next change of a device, encoded; the chain goes on with it. A visit was written down when it
  // ended, everything else now.
  std::string change(Device& device, const v1::Record& created, const std::string& corrects = {});
  std::string edit(Device& device, const v1::Record& before, const v1::Record& after);
  std::string encode(Device& device, v1::Change change);
  service::BatchOutcome push(const Device& device, const std::vector<std::string>& changes);
  v1::Receipt pushOne(Device& device, const v1::Record& created);
  v1::Receipt pushEdit(Device& device, const v1::Record& before, const v1::Record& after);

  std::vector<v1::ImportRowResult> import(const v1::ImportRequest& request) {
    return import(request, operatorCaller());
  }
  std::vector<v1::ImportRowResult> import(const v1::ImportRequest& request, const service::Caller& caller);
  v1::RecountReply recount();
  // The service's day goes on: what falls due by then is done, as its own timer does it.
  void goTo(absl::Time now);
  // The service was down until then.
  void startAgainAt(absl::Time now);
  // Another ledger stands in this one's place, whose readers have gone; startAgainAt() goes on with it.
  void replaceLedger(const std::string& path);
  // As the district's staff is shown it.
  v1::CoverageRow coverage(const std::string& area_code, absl::CivilMonth month);
  v1::Figures figures(const std::string& area_code, absl::CivilMonth month);
  std::uint64_t head();

  std::string elder(const std::string& file_number);
  std::string household(const std::string& number);
  std::string worker(const std::string& staff_number);
  std::string area(const std::string& code);
  std::string organisation(const std::string& code) { return byKey(v1::RECORD_KIND_ORGANISATION, code); }
  std::string programme(const std::string& code) { return byKey(v1::RECORD_KIND_PROGRAMME, code); }
  v1::Record record(const std::string& id);
  std::string newId() { return identifiers_->next(); }
  absl::TimeZone zone() const;
  absl::Time at(int day, int hour, int minute = 0) const;  // of November 2026, in the district

  // Somebody was seen at home.
  v1::Record visit(const std::string& staff_number, const std::string& household_number, const std::string& file_number,
                   absl::Time starts, int minutes = 30);
  v1::Record serviceEntry(const v1::Visit& visit, v1::ServiceKind kind, std::uint32_t minutes);
  v1::Record risk(const std::string& staff_number, const std::string& household_number, const std::string& file_number,
                  v1::RiskKind kind, v1::RiskLevel level);
  v1::Record riskEvent(const std::string& staff_number, const v1::RiskFlag& flag, v1::RiskState to);

  service::Ledger& ledger() { return *ledger_; }
  service::Writer& writer() { return *writer_; }
  ManualClock& clock() { return clock_; }
  std::string districtId() { return area("220211"); }

 private:
  void setUp();
  std::string byKey(v1::RecordKind kind, const std::string& text);

  QTemporaryDir folder_;
  std::optional<sqlite::Key> key_;
  ManualClock clock_;
  ManualRandom random_;
  std::unique_ptr<outside::IdentifierSource> identifiers_;
  std::unique_ptr<service::EmbeddedLedger> ledger_;
  std::unique_ptr<service::Writer> writer_;
};

// Rows of files, as little as is needed.
v1::ImportRow areaRow(std::uint32_t line, const char* code, const char* parent, const char* kind, const char* name);
v1::ImportRow workerRow(std::uint32_t line, const char* staff_number, v1::Role role, std::vector<const char*> areas);
v1::ImportRow elderRow(std::uint32_t line, const char* file_number, const char* household, const char* area);
v1::ImportRow assignmentRow(std::uint32_t line, const char* staff_number, const char* household);
v1::Date date(int year, int month, int day);

}  // namespace doorstep::tests
