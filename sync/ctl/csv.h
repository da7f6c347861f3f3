#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

// Comma-separated values as RFC 4180 writes them. Pure; one thread at a time.
namespace doorstep::ctl {

struct CsvRecord {
  std::uint32_t line = 0;  // 1-based, where the record begins
  std::vector<std::string> fields;
};

// Record after record of a file, in the file's own bytes: with or without a byte order mark, lines ended
// by CRLF, LF or CR, quoted fields with commas, line breaks and doubled quotes. Empty lines are skipped. A
// quote in the middle of a field stands for itself. Holds one record, never the file. No byte of a character
// of UTF-8 or GB18030 is a comma, a quote or a line break, so records are found before they are decoded.
class CsvReader {
 public:
  explicit CsvReader(std::istream& in) : in_(in) {}

  // False at the end. Failures (failure.h): kOpenQuote and kRowTooLong, with the line.
  absl::StatusOr<bool> next(CsvRecord& record);

 private:
  absl::Status readRecord(CsvRecord& record);
  absl::Status readQuoted(std::string& field);
  void skipByteOrderMark();
  void skipLineBreak();
  bool fill();
  int look();  // the next byte, -1 at the end
  int take();

  std::istream& in_;
  std::string block_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;  // of the record so far
  std::uint32_t line_ = 1;
  bool begun_ = false;
};

// All records of a text in UTF-8. Failures: kNotUtf8, kOpenQuote and kRowTooLong, with the line.
absl::StatusOr<std::vector<CsvRecord>> parseCsv(std::string_view content);

// One line ended by CRLF; quoted where it must be.
std::string csvLine(const std::vector<std::string>& fields);

// As csvLine, but what a spreadsheet would take for a formula (=, +, -, @ at the start) is defused
// by an apostrophe. For files that people open; not for files that are imported again.
std::string csvLineForSpreadsheet(const std::vector<std::string>& fields);

}  // namespace doorstep::ctl
