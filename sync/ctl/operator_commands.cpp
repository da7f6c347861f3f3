#include "sync/ctl/operator_commands.h"

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "sync/care/calendar.h"
#include "sync/ctl/table.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kRecountFactor = 20;

// "K 7 Q 3 - …": wide enough to be read from across a desk.
std::string enlarged(std::string_view code) {
  std::string spaced;
  for (const char character : code) {
    spaced += character == '-' ? std::string("   ") : std::string(1, character) + " ";
  }
  const std::string rule(spaced.size() + 5, '=');
  return absl::StrCat("\n  ", rule, "\n\n     ", spaced, "\n\n  ", rule, "\n\n");
}

Json recountJson(const v1::RecountReply& reply) {
  Json differences = Json::array();
  for (const v1::RecountDifference& difference : reply.differences()) {
    differences.push_back({{"area_code", difference.area_code()},
                           {"month", monthText(difference.month())},
                           {"figure", difference.figure()},
                           {"kept", difference.kept()},
                           {"recounted", difference.recounted()}});
  }
  return {{"recount_differences", reply.differences_size()},
          {"differences", differences},
          {"records", reply.records()},
          {"elder_months", reply.elder_months()}};
}

std::string differencesText(const v1::RecountReply& reply, const Console& console) {
  Table table({{std::string(console.pick("区域", "area"))},
               {std::string(console.pick("月份", "month"))},
               {std::string(console.pick("指标", "figure"))},
               {std::string(console.pick("保存值", "kept")), Alignment::kRight},
               {std::string(console.pick("重算值", "recounted")), Alignment::kRight}});
  for (const v1::RecountDifference& difference : reply.differences()) {
    table.add({difference.area_code(), monthText(difference.month()), difference.figure(),
               absl::StrCat(difference.kept()), absl::StrCat(difference.recounted())});
  }
  return table.text();
}

}  // namespace

absl::StatusOr<v1::IssueCodeReply> issueCode(Connection& connection, const std::string& staff_number,
                                             absl::Duration valid) {
  v1::IssueCodeRequest request;
  request.set_staff_number(staff_number);
  request.set_valid_minutes(static_cast<std::uint32_t>(absl::ToInt64Minutes(valid)));
  v1::IssueCodeReply reply;
  const auto context = connection.call();
  const grpc::Status status = connection.admin().IssueCode(context.get(), request, &reply);
  if (absl::Status outcome = connection.outcome(status, Failure::kUnknownWorker, staff_number); !outcome.ok()) {
    return outcome;
  }
  return reply;
}

absl::StatusOr<v1::RecountReply> recount(Connection& connection) {
  v1::RecountReply reply;
  const auto context = connection.call(kRecountFactor);
  const grpc::Status status = connection.admin().Recount(context.get(), v1::RecountRequest(), &reply);
  if (absl::Status outcome = connection.outcome(status); !outcome.ok()) {
    return outcome;
  }
  return reply;
}

int enrolCommand(const Console& console, const ConnectionOptions& connection_options, const EnrolOptions& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto reply = issueCode(*connection, options.staff_number, options.valid);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  const std::string until = absl::FormatTime("%Y-%m-%d %H:%M", care::toTime(reply->expires_at()), care::districtZone());
  if (options.json) {
    console.out
        << Json({{"code", reply->code()}, {"expires_at", until}, {"staff_number", options.staff_number}}).dump(2)
        << "\n";
    return kExitDone;
  }
  console.out << console.pick("登记码（工号 ", "Enrolment code (staff number ") << options.staff_number
              << console.pick("）：\n", "):\n") << enlarged(reply->code())
              << console.pick(
                     "在平板上打开 Doorstep，填写服务地址和这个登记码，再设置 PIN。\n",
                     "Open Doorstep on the tablet, enter the service's address and this code, then choose a PIN.\n")
              << console.pick("只能使用一次，有效期至 ", "It works once, until ") << until
              << console.pick("（北京时间）。现在不抄下来就看不到了。\n",
                              " (China time). It is not shown again: write it down now.\n");
  return kExitDone;
}

int recountCommand(const Console& console, const ConnectionOptions& connection_options, bool json) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto reply = recount(*connection);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  const bool same = reply->differences_size() == 0;
  if (json) {
    console.out << recountJson(*reply).dump(2) << "\n";
  } else if (same) {
    console.out << console.pick("没有差异：重算了 ", "no difference: recomputed ") << reply->elder_months()
                << console.pick(" 个老人月，读取 ", " elder-months from ") << reply->records()
                << console.pick(" 条记录。\n", " records.\n");
  } else {
    console.out << differencesText(*reply, console);
    console.err << console.pick("保存的数字与重算不一致。\n记录本身都在，没有丢失。\n请把上表发给维护人员。\n",
                                "Figures that are kept differ from their recomputation.\n"
                                "The records themselves are all there.\n"
                                "Send the table above to those who maintain the service.\n");
  }
  return same ? kExitDone : kExitDifferences;
}

}  // namespace doorstep::ctl
