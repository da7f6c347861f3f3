#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "sync/care/risk_lifecycle.h"

// From facts to figures: what each fact adds to which area, and how a rate is shown. Pure.
namespace doorstep::care {

// Contributions by area id: person-times and minutes belong to the area at the contact, the rest
// to the area at S. Areas above are added by the caller, who knows the tree.
using Contributions = std::map<std::string, v1::Figures>;

void addElderMonth(Contributions& into, const v1::ElderMonth& fact, int sign = 1);
void addWorkerMinutes(Contributions& into, const v1::MinutesLine& line, int sign = 1);
void addDeliveredMinutes(Contributions& into, const v1::MinutesLine& delivered, int sign = 1);
// A flag counts in the month in which it was first opened.
void addRisk(Contributions& into, const std::string& area_id, const v1::RiskFlag& flag, const RiskStatus& status,
             const WorkingDays& working_days, int sign = 1);

void add(v1::Figures& into, const v1::Figures& other, int sign = 1);
bool isZero(const v1::Figures& figures);

// A share in per mille, half up, but at most 999 unless n = d; nothing when d = 0 (shown as "—").
std::optional<std::int64_t> perMille(std::int64_t n, std::int64_t d);
std::string percentText(std::int64_t n, std::int64_t d);  // "94.6 %", "—"
std::string hoursText(std::int64_t minutes);              // "1,206.5", half up to 0.1 h

}  // namespace doorstep::care
