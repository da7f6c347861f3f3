#pragma once

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "app/store/queries.h"
#include "doorstep/v1/coverage.pb.h"
#include "doorstep/v1/evening.pb.h"

namespace doorstep::tests {

// A small made-up corner of a district on the morning of 20 November 2026, with every state a page
// can show. The people are invented.
inline const absl::CivilDay kSampleDay(2026, 11, 20);
absl::Time sampleNow();

std::string sampleId(int number);  // 16 bytes

store::Session sampleSession(std::vector<v1::Role> roles);
std::vector<store::ElderRow> sampleElders();
store::ElderFile sampleFile(const store::ElderRow& row);
std::vector<store::RiskRow> sampleRisks();
std::vector<store::CaseloadRow> sampleCaseload();
store::CoverageView sampleCoverage(const std::string& area_id, absl::CivilMonth month);
store::SyncOverview sampleOverview(bool waiting);
v1::ListMissedReply sampleMissed(const std::string& area_code);
store::OpenWork sampleOpenWork();
std::vector<v1::Worker> sampleWorkers();
std::vector<store::PaperRow> samplePaperList();
std::vector<store::TargetRow> sampleTargets();
std::vector<v1::Assignment> sampleAssignments(const std::string& household_id);
store::CoverageView sampleFrozenCoverage(absl::CivilMonth month);
v1::DistrictRules sampleRules();
// The visitor's own: a search, a visit begun elsewhere, promises, whom to ring, the month.
std::vector<v1::Ladder> sampleLadders();
v1::VisitDraft sampleDraft();
std::vector<store::OpenPromise> samplePromises(const std::string& household_id);
std::vector<store::DutyNumber> sampleDuty();
store::MyMonth sampleMonth();
v1::EndOfDay sampleEvening(bool reconciled);

}  // namespace doorstep::tests
