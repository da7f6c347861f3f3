#include "app/roster/roster_file.h"

#include <array>
#include <utility>

#include "sync/ctl/failure.h"
#include "sync/ctl/input_file.h"
#include "sync/ctl/rows.h"
#include "sync/outside/attempt.h"

namespace doorstep::roster {
namespace {

using ctl::FileKind;

constexpr std::array kKinds{FileKind::kAreas,       FileKind::kWorkers,    FileKind::kRoster,
                            FileKind::kAssignments, FileKind::kDuty,       FileKind::kFacilities,
                            FileKind::kTargets,     FileKind::kProgrammes, FileKind::kPaperVisits};

// The kind decides nothing yet: only header and encoding are wanted.
absl::StatusOr<std::vector<std::string>> headerOf(const std::string& path) {
  absl::Status last = ctl::failure(ctl::Failure::kFileEmpty, {path});
  for (const FileKind kind : kKinds) {
    ctl::InputFile file(kind, path);
    last = file.open();
    if (last.ok())
      return file.header();
    const auto why = ctl::failureOf(last);
    const bool other_kind = why == ctl::Failure::kColumnMissing || why == ctl::Failure::kColumnTwice;
    if (!other_kind)
      return last;
  }
  return last;
}

}  // namespace

std::optional<FileKind> recognise(const std::vector<std::string>& header) {
  std::optional<FileKind> best;
  std::size_t fewest = header.size() + 1;
  bool alike = false;
  for (const FileKind kind : kKinds) {
    const auto columns = ctl::ColumnMap::fromHeader(kind, header);
    if (!columns.ok() || columns->unknown().size() > fewest)
      continue;
    alike = columns->unknown().size() == fewest;
    fewest = columns->unknown().size();
    best = kind;
  }
  return alike ? std::nullopt : best;
}

absl::StatusOr<RosterFile> readRosterFile(const std::string& path) {
  DOORSTEP_ASSIGN(const std::vector<std::string> header, headerOf(path));
  const std::optional<FileKind> kind = recognise(header);
  if (!kind)
    return ctl::failure(ctl::Failure::kColumnMissing);
  ctl::InputFile file(*kind, path);
  DOORSTEP_TRY(file.open());
  RosterFile read;
  read.kind = *kind;
  read.encoding = std::string(ctl::nameOf(file.encoding()));
  for (ctl::InputRow row;;) {
    DOORSTEP_ASSIGN(const bool more, file.next(row));
    if (!more)
      return read;
    if (row.problems.empty()) {
      ctl::ParsedRow parsed = ctl::parseRow(*kind, file.columns(), row.record);
      if (parsed.problems.empty()) {
        read.rows.push_back(std::move(parsed.row));
        continue;
      }
      row.problems = std::move(parsed.problems);
    }
    ++read.refused;
    read.problems.insert(read.problems.end(), row.problems.begin(), row.problems.end());
  }
}

}  // namespace doorstep::roster
