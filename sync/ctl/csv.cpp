#include "sync/ctl/csv.h"

#include <utility>

#include "sync/ctl/failure.h"
#include "sync/ctl/text.h"

namespace doorstep::ctl {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class Parser {
 public:
  explicit Parser(std::string_view content) : content_(content) {}

  absl::StatusOr<std::vector<CsvRecord>> parse() {
    std::vector<CsvRecord> records;
    while (at_ < content_.size()) {
      CsvRecord record{line_, {}};
      if (absl::Status status = readRecord(record); !status.ok()) {
        return status;
      }
      const bool empty_line = record.fields.size() == 1 && record.fields.front().empty();
      if (!empty_line) {
        records.push_back(std::move(record));
      }
    }
    return records;
  }

 private:
  absl::Status readRecord(CsvRecord& record) {
    for (;;) {
      std::string& field = record.fields.emplace_back();
      if (at_ < content_.size() && content_[at_] == '"') {
        if (absl::Status status = readQuoted(field); !status.ok()) {
          return status;
        }
      }
      while (at_ < content_.size() && content_[at_] != ',' && !atLineBreak()) {
        field += content_[at_++];
      }
      if (at_ == content_.size() || atLineBreak()) {
        skipLineBreak();
        return absl::OkStatus();
      }
      ++at_;
    }
  }

  absl::Status readQuoted(std::string& field) {
    const std::uint32_t opened = line_;
    ++at_;
    while (at_ < content_.size()) {
      if (content_[at_] == '"') {
        if (at_ + 1 == content_.size() || content_[at_ + 1] != '"') {
          ++at_;
          return absl::OkStatus();
        }
        ++at_;
      }
      if (content_[at_] == '\n' || (content_[at_] == '\r' && !followedByLineFeed())) {
        ++line_;
      }
      field += content_[at_++];
    }
    return failure(Failure::kOpenQuote, {std::to_string(opened)});
  }

  bool atLineBreak() const { return content_[at_] == '\n' || content_[at_] == '\r'; }
  bool followedByLineFeed() const { return at_ + 1 < content_.size() && content_[at_ + 1] == '\n'; }

  void skipLineBreak() {
    if (at_ < content_.size()) {
      at_ += content_[at_] == '\r' && followedByLineFeed() ? 2 : 1;
      ++line_;
    }
  }

  std::string_view content_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

std::string quoted(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    return std::string(field);
  }
  return '"' + replaceAll(std::string(field), "\"", "\"\"") + '"';
}

}  // namespace

absl::StatusOr<std::vector<CsvRecord>> parseCsv(std::string_view content) {
  if (const auto line = firstLineNotUtf8(content)) {
    return failure(Failure::kNotUtf8, {std::to_string(*line)});
  }
  if (content.starts_with(kByteOrderMark)) {
    content.remove_prefix(kByteOrderMark.size());
  }
  return Parser(content).parse();
}

std::string csvLine(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& field : fields) {
    line += (&field == fields.data() ? "" : ",") + quoted(field);
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
