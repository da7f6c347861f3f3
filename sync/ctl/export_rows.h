#pragma once

#include <functional>

#include <nlohmann/json_fwd.hpp>

#include "doorstep/v1/evening.pb.h"
#include "sync/ctl/figures_json.h"

// What one row of an export looks like; the schema is in exports.md. Pure; any thread.
namespace doorstep::ctl {

nlohmann::ordered_json exportRow(const v1::VisitExportRow& row);
nlohmann::ordered_json exportRow(const v1::HoursExportRow& row);
nlohmann::ordered_json exportRow(const v1::RiskExportRow& row);
nlohmann::ordered_json exportRow(const v1::CoverageExportRow& row);

// All rows of a reply as JSON, and as the cells of CSV.
void forEachRow(const v1::ExportReply& reply, const std::function<void(const nlohmann::ordered_json&)>& use);
void forEachFlatRow(const v1::ExportReply& reply, const std::function<void(const FlatRow&)>& use);

// The columns of a CSV file without rows.
std::vector<std::string> exportColumns(v1::ExportKind kind);

}  // namespace doorstep::ctl
