#include "sync/ctl/rows.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "sync/ctl/cells.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"
#include "sync/ctl/work_rows.h"

namespace doorstep::ctl {

namespace {

template <typename Value, typename Add>
void addWords(Cells& cells, std::string_view column, std::optional<Value> (*from)(std::string_view), Add add) {
  for (const std::string_view part : cells.list(column)) {
    if (const auto value = from(part)) {
      add(*value);
    } else {
      cells.problem(v1::PROBLEM_CODE_MALFORMED, column);
    }
  }
}

void fillArea(Cells& cells, v1::AreaRow& row) {
  row.set_code(cells.required("code"));
  row.set_parent_code(cells.copy("parent_code"));
  row.set_name(cells.required("name"));
  cells.required("kind");
  if (const auto kind = cells.word("kind", areaKindFrom)) {
    row.set_kind(*kind);
  }
}

void fillWorker(Cells& cells, v1::WorkerRow& row) {
  row.set_staff_number(cells.required("staff_number"));
  row.set_name(cells.required("name"));
  cells.required("roles");
  addWords<v1::Role>(cells, "roles", roleFrom, [&](v1::Role role) { row.add_roles(role); });
  for (const std::string_view code : cells.list("area_codes")) {
    row.add_area_codes(std::string(code));
  }
  if (const auto occupation = cells.word("occupation", occupationFrom)) {
    row.set_occupation(*occupation);
  }
  row.set_phone(cells.copy("phone"));
  row.set_supervisor_staff_number(cells.copy("supervisor_staff_number"));
}

void fillFamily(Cells& cells, v1::ElderRow& row) {
  int index = 0;
  for (const std::string_view part : cells.list("family")) {
    const std::vector<std::string_view> items = split(part, '|');
    const auto relation = items.size() >= 2 ? relationFrom(items[1]) : std::nullopt;
    if (items.size() < 2 || items.size() > 3 || trimmed(items[0]).empty() || !relation.has_value()) {
      cells.problem(v1::PROBLEM_CODE_MALFORMED, absl::StrCat("family[", index, "]"));
    } else {
      v1::FamilyRow& family = *row.add_family();
      family.set_name(std::string(trimmed(items[0])));
      family.set_relation(*relation);
      family.set_phone(items.size() == 3 ? std::string(trimmed(items[2])) : std::string());
    }
    ++index;
  }
}

bool fillContact(std::string_view part, v1::RosterContact& contact) {
  const std::vector<std::string_view> items = split(part, '|');
  if (items.size() < 4 || items.size() > 5) {
    return false;
  }
  const auto on = dateFrom(items[0]);
  const auto mode = contactModeFrom(items[1]);
  const auto outcome = contactOutcomeFrom(items[2]);
  const auto minutes = items.size() == 4 ? std::optional(0) : integerFrom(items[4]);
  if (!on || !mode || !outcome || trimmed(items[3]).empty() || !minutes || *minutes < 0) {
    return false;
  }
  *contact.mutable_on() = *on;
  contact.set_mode(*mode);
  contact.set_outcome(*outcome);
  contact.set_staff_number(std::string(trimmed(items[3])));
  contact.set_minutes(static_cast<std::uint32_t>(*minutes));
  return true;
}

void fillContacts(Cells& cells, v1::ElderRow& row) {
  int index = 0;
  for (const std::string_view part : cells.list("contacts")) {
    v1::RosterContact contact;
    if (fillContact(part, contact)) {
      *row.add_contacts() = contact;
    } else {
      cells.problem(v1::PROBLEM_CODE_MALFORMED, absl::StrCat("contacts[", index, "]"));
    }
    ++index;
  }
}

void fillPerson(Cells& cells, v1::ElderRow& row) {
  row.set_id_number(cells.copy("id_number"));
  if (const auto gender = cells.word("gender", genderFrom)) {
    row.set_gender(*gender);
  }
  if (const auto year = cells.number("birth_year")) {
    row.set_birth_year(*year);
  }
}

void fillCare(Cells& cells, v1::ElderRow& row) {
  cells.required("kinds");
  addWords<v1::ElderKind>(cells, "kinds", elderKindFrom, [&](v1::ElderKind kind) { row.add_kinds(kind); });
  cells.required("tier");
  if (const auto tier = cells.word("tier", tierFrom)) {
    row.set_tier(*tier);
  }
  if (const auto status = cells.word("status", careStatusFrom)) {
    row.set_status(*status);
  }
  if (const auto from = cells.date("status_from_on")) {
    *row.mutable_status_from_on() = *from;
  }
  cells.required("care_from_on");
  if (const auto from = cells.date("care_from_on")) {
    *row.mutable_care_from_on() = *from;
  }
}

void fillElder(Cells& cells, v1::ElderRow& row) {
  row.set_file_number(cells.required("file_number"));
  row.set_household_number(cells.copy("household_number"));
  row.set_name(cells.required("name"));
  fillPerson(cells, row);
  row.set_area_code(cells.required("area_code"));
  row.set_building(cells.copy("building"));
  row.set_unit(cells.copy("unit"));
  row.set_dwelling(cells.copy("dwelling"));
  row.set_address(cells.copy("address"));
  fillCare(cells, row);
  row.set_phone(cells.copy("phone"));
  row.set_language(cells.copy("language"));
  row.set_hearing(cells.copy("hearing"));
  row.set_how_to_approach(cells.copy("how_to_approach"));
  row.set_safety_note(cells.copy("safety_note"));
  fillFamily(cells, row);
  fillContacts(cells, row);
}

void fillAssignment(Cells& cells, v1::AssignmentRow& row) {
  row.set_staff_number(cells.required("staff_number"));
  row.set_household_number(cells.required("household_number"));
  cells.required("from_on");
  if (const auto from = cells.date("from_on")) {
    *row.mutable_from_on() = *from;
  }
  if (const auto until = cells.date("until_on")) {
    *row.mutable_until_on() = *until;
  }
}

}  // namespace

ParsedRow parseRow(FileKind kind, const ColumnMap& columns, const CsvRecord& record) {
  ParsedRow parsed;
  parsed.row.set_line(record.line);
  Cells cells(columns, record);
  if (record.fields.size() != columns.size()) {
    cells.problem(v1::PROBLEM_CODE_MALFORMED, "row",
                  {absl::StrCat(columns.size()), absl::StrCat(record.fields.size())});
    parsed.problems = cells.takeProblems();
    return parsed;
  }
  switch (kind) {
    case FileKind::kAreas:
      fillArea(cells, *parsed.row.mutable_area());
      break;
    case FileKind::kWorkers:
      fillWorker(cells, *parsed.row.mutable_worker());
      break;
    case FileKind::kRoster:
      fillElder(cells, *parsed.row.mutable_elder());
      break;
    case FileKind::kAssignments:
      fillAssignment(cells, *parsed.row.mutable_assignment());
      break;
    case FileKind::kDuty:
      fillDuty(cells, *parsed.row.mutable_duty());
      break;
    case FileKind::kFacilities:
      fillFacility(cells, *parsed.row.mutable_facility());
      break;
    case FileKind::kTargets:
      fillTarget(cells, *parsed.row.mutable_target());
      break;
    case FileKind::kProgrammes:
      fillProgramme(cells, *parsed.row.mutable_programme());
      break;
    case FileKind::kPaperVisits:
      fillPaperVisit(cells, *parsed.row.mutable_paper_visit());
      break;
  }
  parsed.problems = cells.takeProblems();
  return parsed;
}

}  // namespace doorstep::ctl
