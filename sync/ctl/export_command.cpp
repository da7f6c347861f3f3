#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/encoding.h"
#include "sync/ctl/evening_commands.h"
#include "sync/ctl/export_rows.h"
#include "sync/ctl/file.h"
#include "sync/ctl/json_values.h"
#include "sync/ctl/progress.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kExportTimeoutFactor = 40;  // a whole export is one call

v1::ExportRequest requestOf(const ExportOptions& options) {
  v1::ExportRequest request;
  request.set_kind(options.kind);
  request.set_area_code(options.area);
  if (options.from_month.year() != 0) {
    *request.mutable_from_month() = options.from_month;
  }
  if (options.until_month.year() != 0) {
    *request.mutable_until_month() = options.until_month;
  }
  return request;
}

// The rows of an export on their way into a file, one reply in memory.
class ExportFile {
 public:
  explicit ExportFile(const ExportOptions& options) : options_(options), file_(options.file) {
    file_.write(options.json
                    ? "{\"rows\": ["
                    : absl::StrCat(std::string(byteOrderMark(Encoding::kUtf8)), csvLine(exportColumns(options.kind))));
  }

  void take(const v1::ExportReply& reply) {
    if (options_.json) {
      forEachRow(reply, [this](const Json& row) { file_.write((rows_++ == 0 ? "\n" : ",\n") + row.dump()); });
    } else {
      forEachFlatRow(reply, [this](const FlatRow& row) {
        ++rows_;
        file_.write(csvLineForSpreadsheet(row.values));
      });
    }
    at_ = reply.has_at() ? reply.at() : at_;
    total_ = reply.total() != 0 ? reply.total() : total_;
  }

  absl::Status finish() {
    if (rows_ != total_) {
      return failure(Failure::kTransferBroken, {absl::StrCat(rows_, "/", total_)});
    }
    if (options_.json) {
      file_.write(absl::StrCat("\n],\n\"total\": ", rows_, ",\n\"at\": ", revisionJson(at_).dump(), "}\n"));
    }
    return file_.commit();
  }

  absl::Status status() const { return file_.status(); }
  std::uint64_t rows() const { return rows_; }
  std::uint64_t total() const { return total_; }

 private:
  const ExportOptions& options_;
  AtomicFile file_;
  v1::Revision at_;
  std::uint64_t rows_ = 0;
  std::uint64_t total_ = 0;
};

absl::Status readInto(ExportFile& file, Connection& connection, const Console& console, const ExportOptions& options) {
  DOORSTEP_TRY(file.status());
  const auto context = connection.call(kExportTimeoutFactor);
  const auto stream = connection.coverage().Export(context.get(), requestOf(options));
  Progress progress(console);
  v1::ExportReply reply;
  while (stream->Read(&reply)) {
    file.take(reply);
    progress.show(file.rows(), file.total());
    if (console.interrupted.load() || !file.status().ok()) {
      context->TryCancel();
    }
  }
  progress.end();
  const grpc::Status status = stream->Finish();
  if (console.interrupted.load()) {
    return failure(Failure::kStopped);
  }
  DOORSTEP_TRY(file.status());
  if (status.error_code() == grpc::StatusCode::FAILED_PRECONDITION) {
    return failure(Failure::kNoRules);
  }
  DOORSTEP_TRY(connection.outcome(status, Failure::kUnknownArea, options.area));
  return file.finish();
}

}  // namespace

int exportCommand(const Console& console, const ConnectionOptions& connection_options, const ExportOptions& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  ExportFile file(options);
  if (absl::Status status = readInto(file, *connection, console, options); !status.ok()) {
    return console.fail(status);
  }
  console.out << console.pick("已导出 ", "exported ") << file.rows() << console.pick(" 行到 ", " rows to ")
              << options.file << "\n";
  return kExitDone;
}

}  // namespace doorstep::ctl
