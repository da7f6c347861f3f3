#include "tests/scenario/import_all.h"

#include "sync/ctl/import_stream.h"
#include "tests/scenario/must.h"

namespace doorstep::tests {

void importAll(ctl::Connection& connection, std::vector<v1::ImportRow> rows, const char* what) {
  std::size_t next = 0;
  const auto batches = [&](v1::ImportRequest& batch) -> absl::StatusOr<bool> {
    if (next == rows.size()) {
      return false;
    }
    for (; next < rows.size() && batch.rows_size() < static_cast<int>(ctl::kRowsInBatch); ++next) {
      rows[next].set_line(static_cast<std::uint32_t>(next + 2));
      *batch.add_rows() = rows[next];
    }
    return true;
  };
  ctl::ImportAnswers answers;
  must(ctl::importRows(
           connection, batches, [] { return true; }, [](std::size_t) {}, answers),
       what);
  for (const auto& [line, problems] : answers.refused) {
    must(absl::InvalidArgumentError(problems.empty() ? "refused" : problems[0].DebugString()), what);
  }
}

}  // namespace doorstep::tests
