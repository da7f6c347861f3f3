#include <nlohmann/json.hpp>

#include "sync/care/calendar.h"
#include "sync/ctl/evening_commands.h"
#include "sync/ctl/evening_json.h"
#include "sync/ctl/evening_text.h"

namespace doorstep::ctl {

namespace {

void sayNotReconciled(const Console& console) {
  console.err << console.pick(
      "这一天没有对平。\n收到的数据都在，没有丢失；设备上未传的数据仍在设备上。\n"
      "请让仍有未传数据的设备再同步一次，并在“待处理”页或用 doorstepctl quarantine list "
      "处理被隔离的变更，然后再执行一次。\n",
      "This day does not reconcile.\n"
      "What was received is all kept; what was not sent yet is still on its device.\n"
      "Let the devices that still hold something synchronise, settle the changes put aside (doorstepctl quarantine "
      "list), "
      "then run this again.\n");
}

}  // namespace

absl::StatusOr<v1::EndOfDay> getEndOfDay(Connection& connection, const v1::Date& on) {
  v1::GetEndOfDayRequest request;
  if (care::isSet(on)) {
    *request.mutable_on() = on;
  }
  v1::EndOfDay day;
  const auto context = connection.call();
  const grpc::Status status = connection.coverage().GetEndOfDay(context.get(), request, &day);
  if (status.error_code() == grpc::StatusCode::FAILED_PRECONDITION) {
    return failure(Failure::kNoRules);
  }
  if (absl::Status outcome = connection.outcome(status); !outcome.ok()) {
    return outcome;
  }
  return day;
}

int endOfDayCommand(const Console& console, const ConnectionOptions& connection_options,
                    const EndOfDayOptions& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto day = getEndOfDay(*connection, options.on);
  if (!day.ok()) {
    return console.fail(day.status());
  }
  if (options.json) {
    console.out << endOfDayJson(*day).dump(2) << "\n";
  } else {
    console.out << endOfDayText(*day, console.language);
  }
  if (!day->reconciles()) {
    sayNotReconciled(console);
  }
  return day->reconciles() ? kExitDone : kExitDifferences;
}

}  // namespace doorstep::ctl
