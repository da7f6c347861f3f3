#include "sync/ctl/csv.h"

#include <sstream>
#include <utility>

#include "sync/ctl/encoding.h"
#include "sync/ctl/failure.h"
#include "sync/ctl/text.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl {

namespace {

constexpr std::size_t kBlock = 1 << 16;
constexpr std::size_t kLongestRecord = 1 << 20;

std::string inQuotes(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    return std::string(field);
  }
  return '"' + replaceAll(std::string(field), "\"", "\"\"") + '"';
}

bool isLineBreak(int byte) {
  return byte == '\n' || byte == '\r';
}

}  // namespace

absl::StatusOr<bool> CsvReader::next(CsvRecord& record) {
  skipByteOrderMark();
  while (look() >= 0) {
    record.line = line_;
    record.fields.clear();
    size_ = 0;
    DOORSTEP_TRY(readRecord(record));
    const bool empty_line = record.fields.size() == 1 && record.fields.front().empty();
    if (!empty_line) {
      return true;
    }
  }
  return false;
}

absl::Status CsvReader::readRecord(CsvRecord& record) {
  for (;;) {
    std::string& field = record.fields.emplace_back();
    if (look() == '"') {
      DOORSTEP_TRY(readQuoted(field));
    }
    while (look() >= 0 && look() != ',' && !isLineBreak(look())) {
      field += static_cast<char>(take());
      if (++size_ > kLongestRecord) {
        return failure(Failure::kRowTooLong, {std::to_string(record.line)});
      }
    }
    if (look() < 0 || isLineBreak(look())) {
      skipLineBreak();
      return absl::OkStatus();
    }
    take();
  }
}

absl::Status CsvReader::readQuoted(std::string& field) {
  const std::uint32_t opened = line_;
  take();
  while (look() >= 0 && ++size_ <= kLongestRecord) {
    const int byte = take();
    if (byte == '"') {
      if (look() != '"') {
        return absl::OkStatus();
      }
      take();
    }
    if (byte == '\n' || (byte == '\r' && look() != '\n')) {
      ++line_;
    }
    field += static_cast<char>(byte);
  }
  return failure(Failure::kOpenQuote, {std::to_string(opened)});
}

void CsvReader::skipByteOrderMark() {
  if (std::exchange(begun_, true) || !fill()) {
    return;
  }
  for (const Encoding encoding : {Encoding::kUtf8, Encoding::kGb18030}) {
    if (block_.starts_with(byteOrderMark(encoding))) {
      at_ = byteOrderMark(encoding).size();
    }
  }
}

void CsvReader::skipLineBreak() {
  if (look() >= 0) {
    if (take() == '\r' && look() == '\n') {
      take();
    }
    ++line_;
  }
}

bool CsvReader::fill() {
  block_.resize(kBlock);
  in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
  block_.resize(static_cast<std::size_t>(in_.gcount()));
  at_ = 0;
  return !block_.empty();
}

int CsvReader::look() {
  return at_ < block_.size() || fill() ? static_cast<unsigned char>(block_[at_]) : -1;
}

int CsvReader::take() {
  const int byte = look();
  at_ += byte >= 0 ? 1 : 0;
  return byte;
}

absl::StatusOr<std::vector<CsvRecord>> parseCsv(std::string_view content) {
  if (const auto line = firstLineNotUtf8(content)) {
    return failure(Failure::kNotUtf8, {std::to_string(*line)});
  }
  std::istringstream stream{std::string(content)};
  CsvReader reader(stream);
  std::vector<CsvRecord> records;
  for (CsvRecord record;;) {
    DOORSTEP_ASSIGN(const bool more, reader.next(record));
    if (!more) {
      return records;
    }
    records.push_back(record);
  }
}

std::string csvLine(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) {
    line += (&field == fields.data() ? "" : ",") + inQuotes(field);
  }
  return line + "\r\n";
}

std::string csvLineForSpreadsheet(const std::vector<std::string>& fields) {
  std::vector<std::string> safe = fields;
  for (std::string& field : safe) {
    if (!field.empty() && std::string_view("=+-@\t").find(field.front()) != std::string_view::npos) {
      field.insert(0, 1, '\'');
    }
  }
  return csvLine(safe);
}

}  // namespace doorstep::ctl
