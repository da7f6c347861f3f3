#include "sync/ctl/export_rows.h"

#include <nlohmann/json.hpp>

#include "absl/strings/ascii.h"
#include "sync/ctl/json_values.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

using Json = nlohmann::ordered_json;

Json dateJson(bool is_set, const v1::Date& date) {
  return is_set ? Json(dateText(date)) : Json(nullptr);
}

// What is not there is null, not an empty text.
Json textJson(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

// Names of the protocol are in capitals; every name in these files is not.
Json nameJson(const std::string& name) {
  return textJson(absl::AsciiStrToLower(name));
}

v1::AreaCoverage areaOf(const v1::CoverageExportRow& row) {
  v1::AreaCoverage area;
  area.set_area_code(row.area_code());
  area.set_area_name(row.area_name());
  *area.mutable_row() = row.row();
  return area;
}

FlatRow flatRow(const v1::CoverageExportRow& row) {
  FlatRow flat = flatArea(areaOf(row));
  flat.names.insert(flat.names.begin(), "area_kind");
  flat.values.insert(flat.values.begin(), row.area_kind());
  return flat;
}

template <typename Row>
FlatRow flatRow(const Row& row) {
  return flattened(exportRow(row));
}

template <typename Use>
void forEach(const v1::ExportReply& reply, Use use) {
  std::for_each(reply.visits().begin(), reply.visits().end(), use);
  std::for_each(reply.hours().begin(), reply.hours().end(), use);
  std::for_each(reply.risks().begin(), reply.risks().end(), use);
  std::for_each(reply.coverage().begin(), reply.coverage().end(), use);
}

}  // namespace

Json exportRow(const v1::VisitExportRow& row) {
  return {{"visit_id", row.visit_id()},
          {"on", dateJson(row.has_on(), row.on())},
          {"started_at", timeJson(row.has_started_at(), row.started_at())},
          {"minutes", row.minutes()},
          {"file_number", row.file_number()},
          {"area_code", row.area_code()},
          {"mode", nameJson(row.mode())},
          {"outcome", nameJson(row.outcome())},
          {"qualifying", row.qualifying()},
          {"staff_numbers", std::vector<std::string>(row.staff_numbers().begin(), row.staff_numbers().end())},
          {"recorded_by", textJson(row.recorded_by())},
          {"source", nameJson(row.source())},
          {"programme_code", textJson(row.programme_code())},
          {"corrects_visit_id", textJson(row.corrects_visit_id())}};
}

Json exportRow(const v1::HoursExportRow& row) {
  return {{"subject_id", row.subject_id()},     {"on", dateJson(row.has_on(), row.on())},
          {"staff_number", row.staff_number()}, {"area_code", row.area_code()},
          {"kind", nameJson(row.kind())},       {"source", nameJson(row.source())},
          {"state", nameJson(row.state())},     {"minutes", row.minutes()},
          {"overlaps", row.overlaps()},         {"programme_code", textJson(row.programme_code())}};
}

Json exportRow(const v1::RiskExportRow& row) {
  return {{"risk_id", row.risk_id()},
          {"file_number", row.file_number()},
          {"area_code", row.area_code()},
          {"kind", nameJson(row.kind())},
          {"level", nameJson(row.level())},
          {"state", nameJson(row.state())},
          {"opened_at", timeJson(row.has_opened_at(), row.opened_at())},
          {"acknowledged_at", timeJson(row.has_acknowledged_at(), row.acknowledged_at())},
          {"resolved_at", timeJson(row.has_resolved_at(), row.resolved_at())},
          {"closed_at", timeJson(row.has_closed_at(), row.closed_at())},
          {"overdue", row.overdue()}};
}

Json exportRow(const v1::CoverageExportRow& row) {
  Json json = {{"area_kind", row.area_kind()}};
  json.update(areaJson(areaOf(row)));
  return json;
}

void forEachRow(const v1::ExportReply& reply, const std::function<void(const Json&)>& use) {
  forEach(reply, [&](const auto& row) { use(exportRow(row)); });
}

void forEachFlatRow(const v1::ExportReply& reply, const std::function<void(const FlatRow&)>& use) {
  forEach(reply, [&](const auto& row) { use(flatRow(row)); });
}

std::vector<std::string> exportColumns(v1::ExportKind kind) {
  switch (kind) {
    case v1::EXPORT_KIND_HOURS:
      return flatRow(v1::HoursExportRow()).names;
    case v1::EXPORT_KIND_RISKS:
      return flatRow(v1::RiskExportRow()).names;
    case v1::EXPORT_KIND_COVERAGE:
      return flatRow(v1::CoverageExportRow()).names;
    default:
      return flatRow(v1::VisitExportRow()).names;
  }
}

}  // namespace doorstep::ctl
