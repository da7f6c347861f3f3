#pragma once

#include <vector>

#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/problem.pb.h"
#include "sync/ctl/columns.h"
#include "sync/ctl/csv.h"

// From the cells of one line to the row that is sent. Pure; any thread.
namespace doorstep::ctl {

struct ParsedRow {
  v1::ImportRow row;
  std::vector<v1::Problem> problems;  // with line and column; not empty: the row is not sent
};

// Only what can be seen from the line itself is judged here: number of fields, required cells,
// dates, numbers and words. All else is for the service.
ParsedRow parseRow(FileKind kind, const ColumnMap& columns, const CsvRecord& record);

}  // namespace doorstep::ctl
