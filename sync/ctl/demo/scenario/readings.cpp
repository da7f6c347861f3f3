#include "sync/ctl/demo/scenario/readings.h"

#include <algorithm>
#include <map>
#include <set>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl::demo {

namespace {

constexpr int kExportFactor = 4;  // times the timeout of a call

template <typename Take>
absl::Status exported(Connection& connection, const v1::ExportRequest& request, Take take) {
  const auto context = connection.call(kExportFactor);
  const auto stream = connection.coverage().Export(context.get(), request);
  v1::ExportReply reply;
  while (stream->Read(&reply)) {
    take(reply);
  }
  return connection.outcome(stream->Finish(), Failure::kUnknownArea, request.area_code());
}

}  // namespace

absl::StatusOr<v1::EndOfDay> endOfDay(Connection& connection) {
  v1::EndOfDay reply;
  const auto context = connection.call();
  DOORSTEP_TRY(connection.outcome(connection.coverage().GetEndOfDay(context.get(), v1::GetEndOfDayRequest(), &reply)));
  return reply;
}

absl::StatusOr<ProgrammeRows> rowsOfProgramme(Connection& connection, const std::string& area_code,
                                              absl::CivilMonth first, absl::CivilMonth last,
                                              const std::string& programme_code) {
  v1::ExportRequest request;
  request.set_area_code(area_code);
  *request.mutable_from_month() = care::toMonth(first);
  *request.mutable_until_month() = care::toMonth(last);
  ProgrammeRows rows;
  std::set<std::string> elders;
  request.set_kind(v1::EXPORT_KIND_VISITS);
  DOORSTEP_TRY(exported(connection, request, [&](const v1::ExportReply& reply) {
    for (const v1::VisitExportRow& row : reply.visits()) {
      if (row.qualifying() && row.programme_code() == programme_code) {
        ++rows.qualifying_contacts;
        elders.insert(row.file_number());
      }
    }
  }));
  rows.elders = static_cast<std::int64_t>(elders.size());
  std::map<std::string, std::int64_t> delivered;
  request.set_kind(v1::EXPORT_KIND_HOURS);
  DOORSTEP_TRY(exported(connection, request, [&](const v1::ExportReply& reply) {
    for (const v1::HoursExportRow& row : reply.hours()) {
      if (row.programme_code() == programme_code && row.kind() != "VISITING") {
        std::int64_t& minutes = delivered[row.subject_id()];
        minutes = std::max(minutes, static_cast<std::int64_t>(row.minutes()));
      }
    }
  }));
  for (const auto& [subject, minutes] : delivered) {
    rows.minutes += minutes;
    ++rows.services;
  }
  return rows;
}

std::int64_t personTimes(const v1::Figures& figures) {
  return figures.person_times_in_person() + figures.person_times_phone() + figures.person_times_video() +
         figures.person_times_proxy() + figures.person_times_remote_monitoring();
}

std::int64_t deliveredMinutes(const v1::Figures& figures) {
  return figures.delivered_minutes_certified() + figures.delivered_minutes_provisional();
}

double hoursOf(std::int64_t minutes) {
  const std::int64_t tenths = (minutes * 10 + 30) / 60;
  return static_cast<double>(tenths) / 10.0;
}

}  // namespace doorstep::ctl::demo
