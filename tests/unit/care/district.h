#pragma once

#include <deque>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "sync/care/calendar.h"
#include "sync/care/district_month.h"

// A small district for tests: two communities A and B, workers, and whatever a test adds. What is
// not said otherwise is usual: an elder lives alone in tier C, in care since January, with a worker
// assigned; a visit is exact, from a tablet, by the first worker. Days are of the year 2026.
namespace doorstep::care::testing {

google::protobuf::Timestamp at(int month, int day, int hour, int minute = 0);
v1::Date on(int month, int day, int year = 2026);

class District {
 public:
  District();

  std::string area_a() const { return areas_[1].id(); }
  std::string area_b() const { return areas_[2].id(); }
  std::string district() const { return areas_[0].id(); }
  std::string worker() const { return worker_; }
  std::string another_worker() const { return another_worker_; }

  std::string nextId();

  std::string household(const std::string& area_id, bool assigned = true);
  v1::Elder& elder(const std::string& area_id, bool assigned = true);
  v1::Elder& elderOf(const std::string& household_id);
  v1::Elder& elderAdded(std::size_t index) { return elders_[index]; }
  v1::Contact& contact(const v1::Elder& elder, v1::ContactRelation relation);
  v1::Visit& visit(const v1::Elder& elder, google::protobuf::Timestamp started_at, int minutes = 30,
                   v1::ContactMode mode = v1::CONTACT_MODE_IN_PERSON,
                   v1::ContactOutcome outcome = v1::CONTACT_OUTCOME_SEEN);
  v1::ServiceEntry& service(const v1::Elder& elder, v1::ServiceKind kind, google::protobuf::Timestamp started_at,
                            std::uint32_t minutes);
  v1::ServiceEntryEvent& entryEvent(const v1::ServiceEntry& entry, v1::ServiceEntryState to);
  v1::RiskFlag& risk(const v1::Elder& elder, v1::RiskLevel level, google::protobuf::Timestamp opened_at);
  v1::RiskEvent& riskEvent(const v1::RiskFlag& flag, v1::RiskState to, google::protobuf::Timestamp when);

  DistrictRecords records() const;

  v1::DistrictRules rules;

 private:
  unsigned last_id_ = 0;
  std::string worker_;
  std::string another_worker_;
  // Addresses stay valid while more are added.
  std::deque<v1::Area> areas_;
  std::deque<v1::Household> households_;
  std::deque<v1::Elder> elders_;
  std::deque<v1::Contact> contacts_;
  std::deque<v1::Assignment> assignments_;
  std::deque<v1::Visit> visits_;
  std::deque<v1::ServiceEntry> entries_;
  std::deque<v1::ServiceEntryEvent> entry_events_;
  std::deque<v1::RiskFlag> flags_;
  std::deque<v1::RiskEvent> risk_events_;
};

void setStatus(v1::Elder& elder, v1::CareStatus status, v1::Date from_on, const std::string& confirmed_by = {});
void setTier(v1::Elder& elder, v1::Tier tier, v1::Date from_on);
void moveTo(v1::Elder& elder, const std::string& household_id, v1::Date from_on);
void addContact(v1::Visit& visit, const v1::Elder& elder, v1::ContactMode mode, v1::ContactOutcome outcome,
                const std::string& proxy_contact_id = {});

}  // namespace doorstep::care::testing
