#include <nlohmann/json.hpp>

#include "absl/time/clock.h"
#include "sync/care/calendar.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/rules_edit.h"
#include "sync/ctl/rules_view.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl {

namespace {

absl::StatusOr<v1::GetRulesReply> getRules(Connection& connection, const std::string& district) {
  v1::GetRulesRequest request;
  request.set_district_code(district);
  v1::GetRulesReply reply;
  const auto context = connection.call();
  const grpc::Status status = connection.admin().GetRules(context.get(), request, &reply);
  if (status.error_code() == grpc::StatusCode::FAILED_PRECONDITION) {
    return failure(Failure::kNoRules);
  }
  DOORSTEP_TRY(connection.outcome(status, Failure::kUnknownDistrict, district));
  return reply;
}

absl::StatusOr<v1::GetRulesReply> changeRules(Connection& connection, const RulesOptions& options) {
  DOORSTEP_ASSIGN(v1::GetRulesReply standing, getRules(connection, options.district));
  v1::SetRulesRequest request;
  request.set_district_code(standing.district_code());
  DOORSTEP_ASSIGN(*request.mutable_rules(), changedRules(standing.rules(), options));
  v1::SetRulesReply reply;
  const auto context = connection.call();
  const grpc::Status status = connection.admin().SetRules(context.get(), request, &reply);
  if (status.error_code() == grpc::StatusCode::INVALID_ARGUMENT) {
    return failure(Failure::kRulesRefused, {status.error_message()});
  }
  DOORSTEP_TRY(connection.outcome(status, Failure::kUnknownDistrict, options.district));
  *standing.mutable_rules() = request.rules();
  return standing;
}

v1::Date today() {
  return care::toDate(absl::ToCivilDay(absl::Now(), care::districtZone()));
}

}  // namespace

absl::Status setRules(Connection& connection, const RulesOptions& options) {
  return changeRules(connection, options).status();
}

int rulesCommand(const Console& console, const ConnectionOptions& connection_options, const RulesOptions& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto reply = changeRules(*connection, options);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  const v1::Date on = care::isSet(options.from_on) ? options.from_on : today();
  console.out << console.pick("规则已保存。\n", "Rules are set.\n") << rulesText(*reply, on, console.language);
  return kExitDone;
}

int rulesShowCommand(const Console& console, const ConnectionOptions& connection_options, const RulesShown& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto reply = getRules(*connection, options.district);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  if (reply->rules().rule_sets_size() == 0) {
    return console.fail(failure(Failure::kNoRules));
  }
  const v1::Date on = care::isSet(options.on) ? options.on : today();
  if (options.json) {
    console.out << rulesJson(*reply, on).dump(2) << "\n";
  } else {
    console.out << rulesText(*reply, on, console.language);
  }
  return kExitDone;
}

}  // namespace doorstep::ctl
