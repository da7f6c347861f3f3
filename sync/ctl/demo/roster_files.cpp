#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "sync/ctl/columns.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/demo/roster.h"
#include "sync/ctl/file.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl::demo {

namespace {

constexpr Language kZh = Language::kChinese;

std::string word(std::string_view text) {
  return std::string(text);
}

std::vector<std::string> cells(const v1::AreaRow& row) {
  return {row.code(), row.parent_code(), row.kind(), row.name()};
}

std::vector<std::string> cells(const v1::WorkerRow& row) {
  std::vector<std::string> roles;
  for (const int role : row.roles()) {
    roles.push_back(word(wordOf(static_cast<v1::Role>(role), kZh)));
  }
  const bool has_occupation = row.occupation() != v1::OCCUPATION_UNSPECIFIED;
  return {row.staff_number(),
          row.name(),
          absl::StrJoin(roles, ";"),
          absl::StrJoin(row.area_codes(), ";"),
          has_occupation ? word(wordOf(row.occupation(), kZh)) : "",
          row.phone(),
          row.supervisor_staff_number()};
}

std::string kindsCell(const v1::ElderRow& row) {
  std::vector<std::string> words;
  for (const int kind : row.kinds()) {
    words.push_back(word(wordOf(static_cast<v1::ElderKind>(kind), kZh)));
  }
  return absl::StrJoin(words, ";");
}

std::string familyCell(const v1::ElderRow& row) {
  return absl::StrJoin(row.family(), ";", [](std::string* text, const v1::FamilyRow& family) {
    text->append(concat({family.name(), "|", wordOf(family.relation(), kZh), "|", family.phone()}));
  });
}

std::string contactsCell(const v1::ElderRow& row) {
  return absl::StrJoin(row.contacts(), ";", [](std::string* text, const v1::RosterContact& contact) {
    text->append(concat({dateText(contact.on()), "|", wordOf(contact.mode(), kZh), "|", wordOf(contact.outcome(), kZh),
                         "|", contact.staff_number(), "|", std::to_string(contact.minutes())}));
  });
}

std::vector<std::string> cells(const v1::ElderRow& row) {
  return {row.file_number(),
          row.household_number(),
          row.name(),
          word(wordOf(row.gender(), kZh)),
          row.id_number(),
          std::to_string(row.birth_year()),
          row.area_code(),
          row.building(),
          row.unit(),
          row.dwelling(),
          row.address(),
          kindsCell(row),
          word(wordOf(row.tier())),
          word(wordOf(row.status(), kZh)),
          dateText(row.status_from_on()),
          dateText(row.care_from_on()),
          row.phone(),
          row.language(),
          row.hearing(),
          row.how_to_approach(),
          row.safety_note(),
          familyCell(row),
          contactsCell(row)};
}

std::vector<std::string> cells(const v1::AssignmentRow& row) {
  return {row.staff_number(), row.household_number(), dateText(row.from_on()), dateText(row.until_on())};
}

// The cells of every row in the order of columnsOf(kind).
template <typename Row>
absl::Status writeRows(FileKind kind, const std::vector<Row>& rows, const std::string& path) {
  std::vector<std::string> headings;
  for (const Column& column : columnsOf(kind)) {
    headings.push_back(word(column.zh));
  }
  std::string content = "\xEF\xBB\xBF" + csvLine(headings);
  for (const Row& row : rows) {
    content += csvLine(cells(row));
  }
  return writeFile(path, content);
}

}  // namespace

absl::Status writeRoster(const Roster& roster, const std::string& folder) {
  absl::Status status = writeRows(FileKind::kAreas, roster.grids, folder + "/grids.csv");
  if (status.ok()) {
    status = writeRows(FileKind::kWorkers, roster.workers, folder + "/workers.csv");
  }
  if (status.ok()) {
    status = writeRows(FileKind::kRoster, roster.elders, folder + "/roster.csv");
  }
  if (status.ok()) {
    status = writeRows(FileKind::kAssignments, roster.assignments, folder + "/assignments.csv");
  }
  return status;
}

}  // namespace doorstep::ctl::demo
