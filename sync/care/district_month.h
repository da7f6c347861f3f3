#pragma once

#include <vector>

#include "absl/time/civil_time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/directory.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/risk.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "doorstep/v1/service_entry.pb.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/care/figures.h"

// All figures of one district and month, recomputed from the records alone (domain.md §6): what the
// service's kept rollups must equal at any moment (promise P9), and what a freeze or a restatement
// is — the same computation over the records up to a point or beyond it. Pure.
namespace doorstep::care {

// Everything the figures rest on. The records must outlive the call. Areas without a parent among
// them are the tops.
struct DistrictRecords {
  std::vector<const v1::Area*> areas;
  std::vector<const v1::Organisation*> organisations;
  std::vector<const v1::Household*> households;
  std::vector<const v1::Elder*> elders;
  std::vector<const v1::Contact*> contacts;
  std::vector<const v1::Assignment*> assignments;
  std::vector<const v1::Visit*> visits;  // these and all events in service order
  std::vector<const v1::ServiceEntry*> service_entries;
  std::vector<const v1::ServiceEntryEvent*> service_entry_events;
  std::vector<const v1::RiskFlag*> risk_flags;  // the restricted ones among them
  std::vector<const v1::RiskEvent*> risk_events;
  v1::DistrictRules rules;
};

struct DistrictMonth {
  std::vector<v1::ElderMonth> elder_months;     // of all elders not merged into another, by elder id
  std::vector<v1::MinutesLine> worker_minutes;  // of the month, by worker, day and start
  std::vector<v1::MinutesLine> delivered;       // one a visit or service entry, by its id
  Contributions own;                            // by area id, without the areas below
  Contributions summed;                         // with them
};

// An elder's contacts, hours and risks go to the elder it was merged into. A visit's or service's
// area is that of its (first) elder on its day, of its organisation, or of its household; a risk's
// that of its elder on the day it was opened, or of its household.
DistrictMonth districtMonth(const DistrictRecords& records, absl::CivilMonth month, absl::CivilDay today);

// The worker_minutes alone.
std::vector<v1::MinutesLine> workerMinutes(const DistrictRecords& records, absl::CivilMonth month);

}  // namespace doorstep::care
