#include <nlohmann/json.hpp>

#include "sync/care/figures.h"
#include "sync/ctl/coverage_standing.h"
#include "sync/ctl/coverage_table.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/encoding.h"
#include "sync/ctl/figures_json.h"
#include "sync/ctl/missed_json.h"
#include "sync/ctl/report_commands.h"

namespace doorstep::ctl {

namespace {

// Rows under one heading line, for a spreadsheet.
std::string csvOf(const std::vector<std::string>& names, const std::vector<FlatRow>& rows) {
  std::string text = std::string(byteOrderMark(Encoding::kUtf8)) + csvLine(names);
  for (const FlatRow& row : rows) {
    text += csvLineForSpreadsheet(row.values);
  }
  return text;
}

std::vector<FlatRow> flatCoverage(const v1::GetCoverageReply& reply) {
  std::vector<FlatRow> rows = {flatArea(reply.area())};
  for (const v1::AreaCoverage& child : reply.children()) {
    rows.push_back(flatArea(child));
  }
  return rows;
}

std::string csvOfMissed(const std::vector<v1::MissedElder>& elders) {
  std::vector<FlatRow> rows;
  for (const auto& elder : missedEldersJson(elders)) {
    rows.push_back(flattened(elder));
  }
  return csvOf(flattened(missedEldersJson({v1::MissedElder()})[0]).names, rows);
}

void sayEmptyMonth(const Console& console, const v1::GetCoverageReply& reply) {
  if (care::isZero(reply.area().row().figures())) {
    console.err << console.pick(
        "这个月没有数据：还没有应访老人，也没有探访记录。\n已有的记录都在，没有丢失。\n"
        "请核对 --month 和 --area；新名册先用 doorstepctl import roster 导入。\n",
        "There is nothing in this month: nobody was due and no visit is recorded.\n"
        "Nothing that was recorded is lost.\n"
        "Check --month and --area; import a new roster first with doorstepctl import roster.\n");
  }
}

// Figures are counted by a district's rules: without them the service has no answer yet.
absl::Status outcomeOf(const Connection& connection, const grpc::Status& status, const std::string& area) {
  return status.error_code() == grpc::StatusCode::FAILED_PRECONDITION
             ? failure(Failure::kNoRules)
             : connection.outcome(status, Failure::kUnknownArea, area);
}

absl::StatusOr<std::vector<v1::MissedElder>> listMissed(Connection& connection, const CoverageOptions& options) {
  std::vector<v1::MissedElder> elders;
  v1::ListMissedRequest request;
  request.set_area_code(options.area);
  *request.mutable_month() = options.month;
  if (options.month.year() == 0) {
    request.clear_month();
  }
  do {
    v1::ListMissedReply reply;
    const auto context = connection.call();
    const grpc::Status status = connection.coverage().ListMissed(context.get(), request, &reply);
    if (absl::Status outcome = outcomeOf(connection, status, options.area); !outcome.ok()) {
      return outcome;
    }
    elders.insert(elders.end(), reply.elders().begin(), reply.elders().end());
    request.set_after(reply.page_token());
  } while (!request.after().empty());
  return elders;
}

}  // namespace

absl::StatusOr<v1::GetCoverageReply> getCoverage(Connection& connection, const std::string& area,
                                                 const v1::Month& month) {
  v1::GetCoverageRequest request;
  request.set_area_code(area);
  if (month.year() != 0) {
    *request.mutable_month() = month;
  }
  v1::GetCoverageReply reply;
  const auto context = connection.call();
  const grpc::Status status = connection.coverage().GetCoverage(context.get(), request, &reply);
  if (absl::Status outcome = outcomeOf(connection, status, area); !outcome.ok()) {
    return outcome;
  }
  return reply;
}

int coverageCommand(const Console& console, const ConnectionOptions& connection_options,
                    const CoverageOptions& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto reply = getCoverage(*connection, options.area, options.month);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  switch (options.output) {
    case Output::kJson:
      console.out << coverageJson(*reply).dump(2) << "\n";
      break;
    case Output::kCsv:
      console.out << csvOf(flatArea(reply->area()).names, flatCoverage(*reply));
      break;
    case Output::kTable:
      console.out << coverageText(*reply, console.language);
      break;
  }
  sayEmptyMonth(console, *reply);
  return kExitDone;
}

int missedCommand(const Console& console, const ConnectionOptions& connection_options, const CoverageOptions& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto coverage = getCoverage(*connection, options.area, options.month);
  const auto elders = listMissed(*connection, options);
  if (!coverage.ok() || !elders.ok()) {
    return console.fail(coverage.ok() ? elders.status() : coverage.status());
  }
  switch (options.output) {
    case Output::kJson:
      console.out << missedJson(*coverage, *elders).dump(2) << "\n";
      break;
    case Output::kCsv:
      console.out << csvOfMissed(*elders);
      break;
    case Output::kTable:
      console.out << missedTitle(*coverage, console.language) << "\n"
                  << missedText(*elders, console.language) << console.pick("共 ", "in all: ") << elders->size()
                  << console.pick(" 人\n", "\n");
      break;
  }
  return kExitDone;
}

}  // namespace doorstep::ctl
