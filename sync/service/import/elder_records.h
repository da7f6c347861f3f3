#pragma once

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/record.pb.h"

// From a row of the roster to records, without ids where none is known. Pure.
namespace doorstep::service {

void fillHousehold(const v1::ElderRow& row, const std::string& area_id, v1::Household& household);
std::string householdNumberOf(const v1::ElderRow& row);

// For a new elder `elder` holds nothing but ids; for a known one what stands, and only what the row
// says otherwise is changed: a new kind, tier, status or household holds from today, nothing that held
// before is overwritten.
void fillElder(const v1::ElderRow& row, const std::string& household_id, absl::CivilDay today, v1::Elder& elder);

// Time-ordered like every id, the rest from the content (RFC 9562, version 7's layout): the same line of a
// file never makes a second record.
std::string identifierFrom(absl::Time at, const std::string& content);

void fillIdentity(const v1::ElderRow& row, v1::ElderIdentity& identity);
void fillContact(const v1::FamilyRow& row, v1::Contact& contact);
// A contact made before Doorstep: only its day is known. Its id follows from what it says, so that the
// same line never makes a second visit; `ordinal` tells equal ones apart.
void fillVisit(const v1::ElderRow& row, const v1::RosterContact& contact, const std::string& elder_id,
               const std::string& household_id, const std::string& worker_id, absl::TimeZone zone, std::size_t ordinal,
               v1::Visit& visit);

}  // namespace doorstep::service
