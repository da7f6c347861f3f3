#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

// Comma-separated values as RFC 4180 writes them. Pure; any thread.
namespace doorstep::ctl {

struct CsvRecord {
  std::uint32_t line = 0;  // 1-based, where the record begins
  std::vector<std::string> fields;
};

// All records of a file: with or without a byte order mark, lines ended by CRLF, LF or CR, quoted
// fields with commas, line breaks and doubled quotes. Empty lines are skipped. A quote in the
// middle of a field stands for itself. Failures (failure.h): kNotUtf8 and kOpenQuote with the line.
absl::StatusOr<std::vector<CsvRecord>> parseCsv(std::string_view content);

// One line ended by CRLF; quoted where it must be.
std::string csvLine(const std::vector<std::string>& fields);

// As csvLine, but what a spreadsheet would take for a formula (=, +, -, @ at the start) is defused
// by an apostrophe. For files that people open; not for files that are imported again.
std::string csvLineForSpreadsheet(const std::vector<std::string>& fields);

}  // namespace doorstep::ctl
