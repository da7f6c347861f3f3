#include "sync/ctl/settle_command.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "sync/ctl/listing.h"
#include "sync/ctl/problem_words.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"

namespace doorstep::ctl {
namespace {

absl::Status unclear(const Console& console, const std::string& given, const char* list) {
  return failure(
      Failure::kBadOption,
      {given,
       std::string(console.pick("该列表所列编号的开头，且只对应一条：", "the beginning of one number of: ")) + list});
}

// The one whose number begins so.
absl::StatusOr<std::string> chosen(const Console& console, const std::vector<std::string>& ids,
                                   const std::string& given, const char* list) {
  const std::string number = absl::AsciiStrToLower(given);
  const auto fits = [&number](const std::string& id) { return outside::toHex(id).starts_with(number); };
  if (number.empty() || std::count_if(ids.begin(), ids.end(), fits) != 1) {
    return unclear(console, given, list);
  }
  return *std::find_if(ids.begin(), ids.end(), fits);
}

absl::StatusOr<v1::ListDuplicatesReply> duplicatesOf(Connection& connection, bool settled) {
  v1::ListDuplicatesRequest request;
  request.set_settled(settled);
  v1::ListDuplicatesReply reply;
  const auto context = connection.call();
  DOORSTEP_TRY(connection.outcome(connection.settling().ListDuplicates(context.get(), request, &reply)));
  return reply;
}

absl::StatusOr<std::string> conflictOf(const Console& console, Connection& connection, const std::string& number) {
  v1::ListConflictsReply reply;
  const auto context = connection.call();
  DOORSTEP_TRY(connection.outcome(connection.admin().ListConflicts(context.get(), v1::ListConflictsRequest(), &reply)));
  std::vector<std::string> ids;
  for (const v1::Conflict& conflict : reply.conflicts()) {
    ids.push_back(conflict.id());
  }
  return chosen(console, ids, number, "doorstepctl conflicts list");
}

absl::StatusOr<std::string> duplicateOf(const Console& console, Connection& connection, const std::string& number) {
  DOORSTEP_ASSIGN(const v1::ListDuplicatesReply reply, duplicatesOf(connection, true));
  std::vector<std::string> ids;
  for (const v1::DuplicateLine& line : reply.lines()) {
    ids.push_back(line.duplicate().id());
  }
  return chosen(console, ids, number, "doorstepctl duplicates list --settled");
}

absl::StatusOr<v1::Receipt> settle(Connection& connection, const std::string& subject, v1::Decision decision) {
  v1::SettleRequest request;
  request.mutable_settlement()->set_subject_id(subject);
  request.mutable_settlement()->set_decision(decision);
  v1::SettleReply reply;
  const auto context = connection.call();
  DOORSTEP_TRY(connection.outcome(connection.settling().Settle(context.get(), request, &reply)));
  return reply.receipt();
}

absl::StatusOr<v1::Receipt> merge(Connection& connection, const std::string& duplicate, bool undo) {
  v1::MergeEldersRequest request;
  request.set_duplicate_id(duplicate);
  request.set_undo(undo);
  v1::MergeEldersReply reply;
  const auto context = connection.call();
  DOORSTEP_TRY(connection.outcome(connection.settling().MergeElders(context.get(), request, &reply)));
  return reply.receipt();
}

int say(const Console& console, const v1::Receipt& receipt) {
  const std::string problems =
      absl::StrJoin(receipt.problems(), "; ", [&console](std::string* text, const v1::Problem& problem) {
        text->append(problemSentence(problem, console.language));
      });
  if (receipt.outcome() == v1::RECEIPT_OUTCOME_APPLIED) {
    console.out << console.pick("已处理\n", "settled\n");
    return kExitDone;
  }
  console.err << console.pick("没有照此处理：", "It was not settled so: ") << problems << "\n"
              << console.pick("两处填写都保留在案，没有丢失。\n请再看一次列表。\n",
                              "Both sides are on record and nothing is lost.\nPlease look at the list again.\n");
  return kExitDifferences;
}

std::string stateOf(const Console& console, const v1::LikelyDuplicate& pair, bool table) {
  if (!pair.has_settled_at()) {
    return std::string(table ? console.pick("待处理", "open") : "open");
  }
  if (pair.separate()) {
    return std::string(table ? console.pick("两个人", "two persons") : "separate");
  }
  return std::string(table ? console.pick("已合并", "merged") : "merged");
}

std::string reasonOf(const Console& console, const v1::LikelyDuplicate& pair, bool table) {
  if (!table) {
    return v1::DuplicateReason_Name(pair.reason());
  }
  return std::string(pair.reason() == v1::DUPLICATE_REASON_ID_NUMBER
                         ? console.pick("身份证号相同", "the same ID number")
                         : console.pick("同社区、同名、同出生年", "the same name and birth year"));
}

}  // namespace

int settleConflictCommand(const Console& console, const ConnectionOptions& connection_options,
                          const ConflictDecision& decision) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto id = conflictOf(console, *connection, decision.number);
  if (!id.ok()) {
    return console.fail(id.status());
  }
  const auto receipt =
      settle(*connection, *id, decision.take_other ? v1::DECISION_TAKE_OTHER : v1::DECISION_KEEP_CHOSEN);
  return receipt.ok() ? say(console, *receipt) : console.fail(receipt.status());
}

int duplicatesCommand(const Console& console, const ConnectionOptions& connection_options,
                      const DuplicatesShown& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto reply = duplicatesOf(*connection, options.settled);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  const bool table = options.output == Output::kTable;
  Listing listing{{"duplicate_id", "state", "reason", "file_number", "other_file_number", "name", "other_name",
                   "area_code", "found_at"},
                  headings(console, {{"编号", "number"},
                                     {"状态", "state"},
                                     {"依据", "why"},
                                     {"档案号", "file"},
                                     {"另一档案号", "other file"},
                                     {"姓名", "name"},
                                     {"另一姓名", "other name"},
                                     {"区域", "area"},
                                     {"发现时间", "found"}}),
                  {}};
  for (const v1::DuplicateLine& line : reply->lines()) {
    const v1::LikelyDuplicate& pair = line.duplicate();
    const auto name = [table](const std::string& text) { return text.empty() && table ? std::string("—") : text; };
    listing.rows.push_back({outside::toHex(pair.id()), stateOf(console, pair, table), reasonOf(console, pair, table),
                            line.file_number(), line.other_file_number(), name(line.name()), name(line.other_name()),
                            line.area_code(), timeText(pair.found_at())});
  }
  return print(console, listing, options.output);
}

int settleDuplicateCommand(const Console& console, const ConnectionOptions& connection_options,
                           const std::string& number, DuplicateDeed deed) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto id = duplicateOf(console, *connection, number);
  if (!id.ok()) {
    return console.fail(id.status());
  }
  const auto receipt = deed == DuplicateDeed::kSeparate ? settle(*connection, *id, v1::DECISION_SEPARATE)
                                                        : merge(*connection, *id, deed == DuplicateDeed::kUndo);
  return receipt.ok() ? say(console, *receipt) : console.fail(receipt.status());
}

}  // namespace doorstep::ctl
