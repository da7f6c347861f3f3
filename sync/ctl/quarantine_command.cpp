#include "sync/ctl/quarantine_command.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "sync/ctl/problem_words.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"

namespace doorstep::ctl {
namespace {

using Changes = std::vector<v1::QuarantinedChange>;

absl::Status unclear(const Console& console, const std::string& given) {
  return failure(Failure::kBadOption,
                 {given, std::string(console.pick("doorstepctl quarantine list 所列编号的开头，且只对应一条",
                                                  "the beginning of one number of doorstepctl quarantine list"))});
}

absl::StatusOr<Changes> listed(Connection& connection) {
  v1::ListQuarantinedReply reply;
  const auto context = connection.call();
  DOORSTEP_TRY(
      connection.outcome(connection.admin().ListQuarantined(context.get(), v1::ListQuarantinedRequest(), &reply)));
  return Changes(reply.changes().begin(), reply.changes().end());
}

// In the order of the list, so that what others belong to comes first.
absl::StatusOr<Changes> chosenOf(const Console& console, const Changes& all, const QuarantineDecision& decision) {
  Changes chosen;
  const std::string replica = absl::AsciiStrToLower(decision.replica);
  for (const v1::QuarantinedChange& change : all) {
    if (!replica.empty() && outside::toHex(change.replica_id()).starts_with(replica)) {
      chosen.push_back(change);
    }
  }
  if (!replica.empty()) {
    return chosen.empty() ? absl::StatusOr<Changes>(unclear(console, decision.replica)) : chosen;
  }
  for (const std::string& given : decision.changes) {
    const std::string number = absl::AsciiStrToLower(given);
    const auto fits = [&number](const v1::QuarantinedChange& change) {
      return outside::toHex(change.change_id()).starts_with(number);
    };
    if (number.empty() || std::count_if(all.begin(), all.end(), fits) != 1) {
      return unclear(console, given);
    }
    chosen.push_back(*std::find_if(all.begin(), all.end(), fits));
  }
  return chosen;
}

absl::StatusOr<v1::Receipt> settle(Connection& connection, const v1::QuarantinedChange& change,
                                   const QuarantineDecision& decision) {
  v1::SettleRequest request;
  v1::Settlement& settlement = *request.mutable_settlement();
  settlement.set_subject_id(change.change_id());
  settlement.set_decision(decision.accept ? v1::DECISION_ACCEPT : v1::DECISION_LET_GO);
  settlement.set_reason(decision.reason);
  v1::SettleReply reply;
  const auto context = connection.call();
  DOORSTEP_TRY(connection.outcome(connection.settling().Settle(context.get(), request, &reply)));
  return reply.receipt();
}

std::string wordsOf(const Console& console, const v1::Receipt& receipt, bool accept) {
  if (receipt.outcome() == v1::RECEIPT_OUTCOME_APPLIED) {
    return std::string(accept ? console.pick("已接受", "accepted") : console.pick("不予记入", "let go"));
  }
  return std::string(console.pick("仍未记入：", "still aside: ")) +
         absl::StrJoin(receipt.problems(), "; ", [&console](std::string* text, const v1::Problem& problem) {
           text->append(problemSentence(problem, console.language));
         });
}

}  // namespace

int decideQuarantineCommand(const Console& console, const ConnectionOptions& connection_options,
                            const QuarantineDecision& decision) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto all = listed(*connection);
  if (!all.ok()) {
    return console.fail(all.status());
  }
  const auto chosen = chosenOf(console, *all, decision);
  if (!chosen.ok()) {
    return console.fail(chosen.status());
  }
  bool refused = false;
  for (const v1::QuarantinedChange& change : *chosen) {
    const auto receipt = settle(*connection, change, decision);
    if (!receipt.ok()) {
      return console.fail(receipt.status());
    }
    refused = refused || receipt->outcome() != v1::RECEIPT_OUTCOME_APPLIED;
    console.out << outside::toHex(change.change_id()) << "  " << wordsOf(console, *receipt, decision.accept) << "\n";
  }
  if (refused) {
    console.err << console.pick("有变更仍未记入。数据都在，没有丢失。\n请记录人在平板上更正，或说明理由后不予记入。\n",
                                "Some changes are still aside. Nothing of them is lost.\n"
                                "Have them corrected on the tablet, or let them go with a reason.\n");
  }
  return refused ? kExitSomeRefused : kExitDone;
}

}  // namespace doorstep::ctl
