#include "sync/ctl/input_file.h"

#include <array>
#include <filesystem>

#include "sync/ctl/failure.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl {

namespace {

using Kinds = std::array<std::size_t, 5>;  // rows, or fields, by what they can be

std::size_t of(const Kinds& kinds, TextKind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

// A row of which one field is UTF-8 and another is not is of neither encoding: something in it is broken.
TextKind kindOf(const CsvRecord& record, const TextCodec& gb18030) {
  Kinds fields = {};
  for (const std::string& field : record.fields) {
    ++fields[static_cast<std::size_t>(kindOf(field, gb18030))];
  }
  const bool has_utf8 = of(fields, TextKind::kUtf8) > 0;
  const bool has_gb18030 = of(fields, TextKind::kGb18030) > 0;
  if (of(fields, TextKind::kNeither) > 0 || (has_utf8 && has_gb18030)) {
    return TextKind::kNeither;
  }
  return has_utf8                            ? TextKind::kUtf8
         : has_gb18030                       ? TextKind::kGb18030
         : of(fields, TextKind::kEither) > 0 ? TextKind::kEither
                                             : TextKind::kAscii;
}

Encoding encodingOf(const Kinds& rows, TextKind header) {
  const std::size_t utf8 = of(rows, TextKind::kUtf8);
  const std::size_t other = of(rows, TextKind::kGb18030) + of(rows, TextKind::kNeither);
  if (header == TextKind::kUtf8 || other == 0) {
    return Encoding::kUtf8;
  }
  return header == TextKind::kGb18030 || other > utf8 ? Encoding::kGb18030 : Encoding::kUtf8;
}

v1::Problem problem(const CsvRecord& record, std::string_view field, std::initializer_list<std::string_view> details) {
  v1::Problem problem;
  problem.set_code(v1::PROBLEM_CODE_MALFORMED);
  problem.set_field(std::string(field));
  problem.set_line(record.line);
  for (const std::string_view detail : details) {
    problem.add_details(std::string(detail));
  }
  return problem;
}

}  // namespace

struct InputFile::Survey {
  std::optional<Encoding> marked;  // by a byte order mark
  bool is_utf16 = false;
  TextKind header = TextKind::kAscii;
  Kinds rows = {};
};

absl::Status InputFile::open() {
  Survey found;
  DOORSTEP_TRY(survey(found));
  if (found.is_utf16) {
    return failure(Failure::kEncodingUnknown, {path_});
  }
  codec_ = TextCodec(found.marked.value_or(encodingOf(found.rows, found.header)));
  DOORSTEP_TRY(rewind());
  return absl::OkStatus();
}

absl::Status InputFile::survey(Survey& found) {
  std::error_code error;
  stream_.open(path_, std::ios::binary);
  if (!stream_ || std::filesystem::is_directory(path_, error)) {
    return failure(Failure::kFileUnreadable, {path_});
  }
  std::string start(4, '\0');
  stream_.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(stream_.gcount()));
  for (const Encoding encoding : {Encoding::kUtf8, Encoding::kGb18030}) {
    found.marked = start.starts_with(byteOrderMark(encoding)) ? std::optional(encoding) : found.marked;
  }
  found.is_utf16 = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
  if (found.is_utf16) {
    return absl::OkStatus();
  }
  stream_.clear();
  stream_.seekg(0);
  CsvReader reader(stream_);
  std::size_t records = 0;
  for (CsvRecord record;; ++records) {
    DOORSTEP_ASSIGN(const bool more, reader.next(record));
    if (!more) {
      break;
    }
    const TextKind kind = kindOf(record, gb18030_);
    found.header = records == 0 ? kind : found.header;
    ++found.rows[static_cast<std::size_t>(kind)];
  }
  if (records == 0) {
    return failure(Failure::kFileEmpty, {path_});
  }
  rows_ = records - 1;
  return absl::OkStatus();
}

absl::Status InputFile::rewind() {
  stream_.clear();
  stream_.seekg(0);
  reader_.emplace(stream_);
  return readHeader();
}

absl::Status InputFile::readHeader() {
  CsvRecord record;
  DOORSTEP_ASSIGN(const bool more, reader_->next(record));
  if (!more) {
    return failure(Failure::kFileUnreadable, {path_});
  }
  header_.clear();
  for (const std::string& field : record.fields) {
    auto heading = codec_.decoded(field);
    if (!heading.has_value()) {
      return failure(Failure::kEncodingUnknown, {path_});
    }
    header_.push_back(*std::move(heading));
  }
  DOORSTEP_ASSIGN(columns_, ColumnMap::fromHeader(kind_, header_));
  return absl::OkStatus();
}

absl::StatusOr<bool> InputFile::next(InputRow& row) {
  CsvRecord record;
  DOORSTEP_ASSIGN(const bool more, reader_->next(record));
  if (stream_.bad()) {
    return failure(Failure::kFileUnreadable, {path_});
  }
  if (more) {
    read(record, row);
  }
  return more;
}

void InputFile::read(CsvRecord& record, InputRow& row) const {
  row.record.line = record.line;
  row.record.fields.clear();
  row.problems.clear();
  const TextKind kind = kindOf(record, gb18030_);
  const bool is_utf8 = encoding() == Encoding::kUtf8;
  if (kind == (is_utf8 ? TextKind::kGb18030 : TextKind::kUtf8)) {
    const TextCodec other(is_utf8 ? Encoding::kGb18030 : Encoding::kUtf8);
    for (const std::string& field : record.fields) {
      row.record.fields.push_back(other.decodedAsFarAsPossible(field));
    }
    row.problems = {problem(record, "encoding", {nameOf(encoding()), nameOf(other.encoding())})};
    return;
  }
  for (const std::string& field : record.fields) {
    auto text = codec_.decoded(field);
    if (!text.has_value()) {
      const std::size_t index = row.record.fields.size();
      const std::string_view heading = index < header_.size() ? std::string_view(header_[index]) : "";
      row.problems.push_back(problem(record, "bytes", {heading, nameOf(encoding())}));
      text = codec_.decodedAsFarAsPossible(field);
    }
    row.record.fields.push_back(*std::move(text));
  }
}

}  // namespace doorstep::ctl
