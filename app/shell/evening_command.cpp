#include "app/shell/evening_command.h"

#include <future>

#include "app/reports/protocol.h"
#include "app/shell/problem_on_paper.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::shell {
namespace {

absl::StatusOr<store::Session> sessionOf(Tablet& tablet) {
  std::promise<absl::StatusOr<store::Session>> session;
  tablet.queryExecutor().post([&] { session.set_value(tablet.queries().session()); });
  return session.get_future().get();
}

}  // namespace

absl::Status writeProtocolOfToday(Tablet& tablet, const std::string& path) {
  DOORSTEP_ASSIGN(const store::Session session, sessionOf(tablet));
  std::promise<absl::StatusOr<v1::EndOfDay>> evening;
  tablet.endOfDay(v1::GetEndOfDayRequest(),
                  [&evening](absl::StatusOr<v1::EndOfDay> answer) { evening.set_value(std::move(answer)); });
  DOORSTEP_ASSIGN(const v1::EndOfDay day, evening.get_future().get());
  return reports::writeProtocol(day, care::districtZone(session.zone.empty() ? "Asia/Shanghai" : session.zone),
                                problemOnPaper, path);
}

}  // namespace doorstep::shell
