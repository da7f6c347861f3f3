#include "sync/ctl/import_command.h"

#include <utility>

#include "absl/strings/str_join.h"
#include "sync/ctl/import_stream.h"
#include "sync/ctl/input_file.h"
#include "sync/ctl/progress.h"
#include "sync/ctl/refused_rows.h"
#include "sync/ctl/rows.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl {

namespace {

constexpr std::size_t kListed = 50;  // refused rows named on the terminal; the file has all

void sayUnknownColumns(const Console& console, const ColumnMap& columns) {
  if (!columns.unknown().empty()) {
    console.err << console.pick("未使用的列：", "Columns that are not used: ")
                << absl::StrJoin(columns.unknown(), std::string(console.pick("、", ", "))) << "\n";
  }
}

void sayRefused(const Console& console, const InputFile& input, const RefusedRows& refused, const std::string& path) {
  std::size_t listed = 0;
  for (const auto& [line, problems] : refused) {
    if (listed++ == kListed) {
      console.err << console.pick("……其余见文件。", "… the others are in the file.") << "\n";
      break;
    }
    console.err << placeText(input.path(), line, console.language) << "  " << reasonText(problems, console.language)
                << "\n";
  }
  console.err << console.pick("未导入的行及原因：", "Refused rows with their reasons: ") << path << "\n";
}

void sayCounts(const Console& console, const ImportAnswers& answers, std::size_t refused) {
  console.out << console.pick("新增 ", "created ") << answers.counts[v1::IMPORT_OUTCOME_CREATED]
              << console.pick("，更新 ", ", updated ") << answers.counts[v1::IMPORT_OUTCOME_UPDATED]
              << console.pick("，未变 ", ", unchanged ") << answers.counts[v1::IMPORT_OUTCOME_UNCHANGED]
              << console.pick("，未导入 ", ", refused ") << refused << "\n";
}

// The next rows that can be sent; those that cannot are noted.
absl::StatusOr<bool> fillBatch(InputFile& input, RefusedRows& refused, v1::ImportRequest& batch) {
  InputRow row;
  while (static_cast<std::size_t>(batch.rows_size()) < kRowsInBatch) {
    DOORSTEP_ASSIGN(const bool more, input.next(row));
    if (!more) {
      break;
    }
    if (row.problems.empty()) {
      ParsedRow parsed = parseRow(input.kind(), input.columns(), row.record);
      row.problems = std::move(parsed.problems);
      if (row.problems.empty()) {
        *batch.add_rows() = std::move(parsed.row);
        continue;
      }
    }
    refused[row.record.line] = row.problems;
  }
  return batch.rows_size() > 0;
}

}  // namespace

int importCommand(const Console& console, const ConnectionOptions& connection_options, const ImportOptions& options) {
  InputFile input(options.kind, options.file);
  if (absl::Status status = input.open(); !status.ok()) {
    return console.fail(status);
  }
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  sayUnknownColumns(console, input.columns());
  RefusedRows refused;
  ImportAnswers answers;
  Progress progress(console);
  absl::Status status = importRows(
      *connection, [&](v1::ImportRequest& batch) { return fillBatch(input, refused, batch); },
      [&] { return !console.interrupted.load(); }, [&](std::size_t answered) { progress.show(answered, input.rows()); },
      answers);
  progress.end();
  refused.merge(answers.refused);
  if (!refused.empty()) {
    const std::string path = options.refused.empty() ? options.file + ".refused.csv" : options.refused;
    if (absl::Status written = writeRefused(input, refused, path, console.language); !written.ok()) {
      console.fail(written);
    }
    sayRefused(console, input, refused, path);
  }
  sayCounts(console, answers, refused.size());
  if (status.ok() && answers.stopped) {
    status = failure(Failure::kInterrupted);
  }
  if (!status.ok()) {
    return console.fail(status);
  }
  return refused.empty() ? kExitDone : kExitSomeRefused;
}

}  // namespace doorstep::ctl
