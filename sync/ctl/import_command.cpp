#include "sync/ctl/import_command.h"

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/file.h"
#include "sync/ctl/import_stream.h"
#include "sync/ctl/problem_words.h"
#include "sync/ctl/refused_rows.h"
#include "sync/ctl/rows.h"

namespace doorstep::ctl {

namespace {

constexpr std::size_t kLargestFile = std::size_t{256} << 20;
constexpr std::size_t kListed = 50;       // refused rows named on the terminal; the file has all
constexpr std::size_t kLongFile = 5'000;  // rows from which progress is worth a line of its own

struct InputFile {
  std::vector<CsvRecord> records;  // without the header
  std::vector<std::string> header;
  ColumnMap columns;
};

absl::StatusOr<InputFile> readInput(const ImportOptions& options) {
  const auto content = readFile(options.file, kLargestFile);
  if (!content.ok()) {
    return content.status();
  }
  auto records = parseCsv(*content);
  if (!records.ok()) {
    return records.status();
  }
  if (records->empty()) {
    return failure(Failure::kFileEmpty, {options.file});
  }
  InputFile input;
  input.header = records->front().fields;
  auto columns = ColumnMap::fromHeader(options.kind, input.header);
  if (!columns.ok()) {
    return columns.status();
  }
  input.columns = *std::move(columns);
  records->erase(records->begin());
  input.records = *std::move(records);
  return input;
}

void sayUnknownColumns(const Console& console, const ColumnMap& columns) {
  if (!columns.unknown().empty()) {
    console.err << console.pick("未使用的列：", "Columns that are not used: ")
                << absl::StrJoin(columns.unknown(), std::string(console.pick("、", ", "))) << "\n";
  }
}

class Progress {
 public:
  Progress(const Console& console, std::size_t total) : console_(console), total_(total) {}
  void show(std::size_t answered) {
    if (console_.shows_progress) {
      console_.err << "\r" << console_.pick("已处理 ", "done ") << answered << "/" << total_ << std::flush;
      shown_ = true;
    } else if (total_ > kLongFile && answered >= next_) {
      console_.err << console_.pick("已处理 ", "done ") << answered << "/" << total_ << "\n";
      next_ = answered + kLongFile;
    }
  }
  void end() const {
    if (shown_) {
      console_.err << "\n";
    }
  }

 private:
  const Console& console_;
  std::size_t total_;
  std::size_t next_ = kLongFile;
  bool shown_ = false;
};

void sayRefused(const Console& console, const RefusedRows& refused, const std::string& path) {
  std::size_t listed = 0;
  for (const auto& [line, problems] : refused) {
    if (listed++ == kListed) {
      console.err << console.pick("……其余见文件。", "… the others are in the file.") << "\n";
      break;
    }
    console.err << console.pick("第 ", "line ") << line << console.pick(" 行  ", "  ")
                << reasonText(problems, console.language) << "\n";
  }
  console.err << console.pick("未导入的行及原因：", "Refused rows with their reasons: ") << path << "\n";
}

using Counts = std::array<std::size_t, 5>;

void sayCounts(const Console& console, const Counts& counts, std::size_t refused) {
  console.out << console.pick("新增 ", "created ") << counts[v1::IMPORT_OUTCOME_CREATED]
              << console.pick("，更新 ", ", updated ") << counts[v1::IMPORT_OUTCOME_UPDATED]
              << console.pick("，未变 ", ", unchanged ") << counts[v1::IMPORT_OUTCOME_UNCHANGED]
              << console.pick("，未导入 ", ", refused ") << refused << "\n";
}

struct Sorted {
  std::vector<v1::ImportRow> rows;
  RefusedRows refused;
};

Sorted sortRows(const InputFile& input, FileKind kind) {
  Sorted sorted;
  for (const CsvRecord& record : input.records) {
    ParsedRow parsed = parseRow(kind, input.columns, record);
    if (parsed.problems.empty()) {
      sorted.rows.push_back(std::move(parsed.row));
    } else {
      sorted.refused[record.line] = std::move(parsed.problems);
    }
  }
  return sorted;
}

Counts count(const ImportAnswers& answers, RefusedRows& refused) {
  Counts counts = {};
  for (const auto& [line, result] : answers.by_line) {
    if (result.outcome() == v1::IMPORT_OUTCOME_REFUSED) {
      refused[line].assign(result.problems().begin(), result.problems().end());
    } else if (v1::ImportOutcome_IsValid(result.outcome())) {
      ++counts[static_cast<std::size_t>(result.outcome())];
    }
  }
  return counts;
}

}  // namespace

int importCommand(const Console& console, const ConnectionOptions& connection_options, const ImportOptions& options) {
  const auto input = readInput(options);
  if (!input.ok()) {
    return console.fail(input.status());
  }
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  sayUnknownColumns(console, input->columns);
  Sorted sorted = sortRows(*input, options.kind);
  ImportAnswers answers;
  Progress progress(console, sorted.rows.size());
  absl::Status status = absl::OkStatus();
  if (!sorted.rows.empty()) {
    status = importRows(
        *connection, sorted.rows, [&] { return !console.interrupted.load(); },
        [&](std::size_t answered) { progress.show(answered); }, answers);
  }
  progress.end();
  const Counts counts = count(answers, sorted.refused);
  const std::string refused_path = options.refused.empty() ? options.file + ".refused.csv" : options.refused;
  if (!sorted.refused.empty()) {
    const std::string content = refusedFile(input->header, input->records, sorted.refused, console.language);
    if (absl::Status written = writeFile(refused_path, content); !written.ok()) {
      console.fail(written);
    }
    sayRefused(console, sorted.refused, refused_path);
  }
  sayCounts(console, counts, sorted.refused.size());
  if (status.ok() && answers.stopped) {
    status = failure(Failure::kInterrupted);
  }
  if (!status.ok()) {
    return console.fail(status);
  }
  return sorted.refused.empty() ? kExitDone : kExitSomeRefused;
}

}  // namespace doorstep::ctl
