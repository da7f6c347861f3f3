#include "sync/service/coverage/coverage_desk.h"

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/coverage/kept_row.h"
#include "sync/service/coverage/question.h"
#include "sync/service/exchange/coverage_entry.h"

namespace doorstep::service {
namespace {

absl::Status fill(DistrictReader& ledger, const Directory& directory, const Question& question, const v1::Area& area,
                  v1::AreaCoverage& into) {
  into.set_area_code(area.code());
  into.set_area_name(area.name());
  DOORSTEP_ASSIGN(const RollupRow row, keptRow(ledger, area.id(), question.month));
  *into.mutable_row() = coverageRow(row, directory.rules(question.district_id));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::GetCoverageReply> answerCoverage(Snapshot& snapshot, const Directory& directory,
                                                    const Caller& caller, const v1::GetCoverageRequest& request) {
  DOORSTEP_ASSIGN(const Question question, understand(snapshot, directory, caller, request.area_code(),
                                                      request.has_month() ? &request.month() : nullptr));
  DistrictReader& ledger = snapshot.district(question.district_id);
  v1::GetCoverageReply reply;
  DOORSTEP_TRY(fill(ledger, directory, question, question.place->area, *reply.mutable_area()));
  for (const std::string& id : directory.children(question.place->area.id())) {
    DOORSTEP_TRY(fill(ledger, directory, question, directory.place(id)->area, *reply.add_children()));
  }
  DOORSTEP_ASSIGN(*reply.mutable_at(), ledger.head());
  *reply.mutable_evaluated_on() = care::toDate(question.evaluated_on);
  DOORSTEP_ASSIGN(const std::uint64_t waiting, ledger.quarantinedCount());
  reply.set_waiting(waiting);
  return reply;
}

}  // namespace doorstep::service
