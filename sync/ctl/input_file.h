#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/problem.pb.h"
#include "sync/ctl/columns.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/encoding.h"

// A file to be imported, row by row, whatever its size: one row is in memory. One thread.
namespace doorstep::ctl {

struct InputRow {
  CsvRecord record;                   // UTF-8; U+FFFD where bytes could not be read
  std::vector<v1::Problem> problems;  // not empty: the row is not in the file's encoding
};

class InputFile {
 public:
  InputFile(FileKind kind, std::string path) : kind_(kind), path_(std::move(path)) {}

  // Reads the file through once, so that what can be wrong with it as a whole is known before anything is
  // sent. Failures: kFileUnreadable, kFileEmpty, kEncodingUnknown, kOpenQuote, kRowTooLong, kColumnMissing,
  // kColumnTwice.
  //
  // Its encoding: that of a byte order mark; UTF-8 when every row is; GB18030 when no row is UTF-8; when there
  // are rows of both, that of the header, else of the greater number. A row of the other one is told apart and
  // read as what it is, so that the file of refused rows can be imported.
  absl::Status open();

  Encoding encoding() const { return codec_.encoding(); }
  const TextCodec& codec() const { return codec_; }
  const std::vector<std::string>& header() const { return header_; }
  const ColumnMap& columns() const { return columns_; }
  std::size_t rows() const { return rows_; }  // without the header
  FileKind kind() const { return kind_; }
  const std::string& path() const { return path_; }

  // To the first row; once more as often as it is wanted.
  absl::Status rewind();
  // False at the end. kFileUnreadable when the file has changed meanwhile.
  absl::StatusOr<bool> next(InputRow& row);

 private:
  struct Survey;
  absl::Status survey(Survey& found);
  absl::Status readHeader();
  void read(CsvRecord& record, InputRow& row) const;

  FileKind kind_;
  std::string path_;
  TextCodec codec_ = TextCodec(Encoding::kUtf8);
  TextCodec gb18030_ = TextCodec(Encoding::kGb18030);
  std::vector<std::string> header_;
  ColumnMap columns_;
  std::size_t rows_ = 0;
  std::ifstream stream_;
  std::optional<CsvReader> reader_;
};

}  // namespace doorstep::ctl
