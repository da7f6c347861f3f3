#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/problem.pb.h"
#include "sync/ctl/columns.h"

// Files of rows for a district's set-up: CSV in UTF-8 or GB18030, columns named in Chinese or English. The
// columns, words and checks are those of doorstepctl (sync/ctl/columns.h, input_file.h). Any thread.
namespace doorstep::roster {

struct RosterFile {
  ctl::FileKind kind = ctl::FileKind::kRoster;
  std::string encoding;               // "UTF-8", "GB18030"
  std::vector<v1::ImportRow> rows;    // what can be sent
  std::vector<v1::Problem> problems;  // of the rows that cannot, with line and column
  std::size_t refused = 0;            // how many rows those are
};

// Which rows the file holds: the kind whose columns its header names best. Nothing when it fits none or two
// alike.
std::optional<ctl::FileKind> recognise(const std::vector<std::string>& header);

// Failures: those of InputFile::open, and kColumnMissing when the header fits no kind of file.
absl::StatusOr<RosterFile> readRosterFile(const std::string& path);

}  // namespace doorstep::roster
