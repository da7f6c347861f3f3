#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "sync/ctl/listing.h"
#include "sync/ctl/problem_words.h"
#include "sync/ctl/report_commands.h"
#include "sync/outside/identifier.h"

namespace doorstep::ctl {

namespace {

// Opens the connection and calls one RPC that takes nothing.
template <typename Request, typename Reply, typename Rpc>
absl::StatusOr<Reply> ask(const ConnectionOptions& options, Rpc rpc) {
  auto connection = Connection::open(options);
  if (!connection.ok()) {
    return connection.status();
  }
  Reply reply;
  const auto context = connection->call();
  const grpc::Status status = (connection->admin().*rpc)(context.get(), Request(), &reply);
  if (absl::Status outcome = connection->outcome(status); !outcome.ok()) {
    return outcome;
  }
  return reply;
}

}  // namespace

int devicesCommand(const Console& console, const ConnectionOptions& connection, Output output) {
  const auto reply = ask<v1::ListDevicesRequest, v1::ListDevicesReply>(connection, &v1::Admin::Stub::ListDevices);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  Listing listing{{"device_name", "staff_number", "state", "enrolled_at", "last_hello_at", "waiting", "last_sequence",
                   "replica_id", "certificate_fingerprint"},
                  headings(console, {{"设备", "device"},
                                     {"工号", "staff number"},
                                     {"状态", "state"},
                                     {"登记", "enrolled"},
                                     {"最近联系", "last hello"},
                                     {"联系时待传", "waiting then"},
                                     {"已收序号", "last sequence"},
                                     {"副本", "replica"},
                                     {"证书指纹", "fingerprint"}}),
                  {}};
  for (const v1::Device& device : reply->devices()) {
    const bool table = output == Output::kTable;
    const std::string replica = outside::toHex(device.replica_id());
    const std::string fingerprint = outside::toHex(device.certificate_fingerprint());
    listing.rows.push_back(
        {device.device_name(), device.staff_number(),
         std::string(table ? (device.revoked() ? console.pick("已吊销", "revoked") : console.pick("有效", "valid"))
                           : (device.revoked() ? "revoked" : "valid")),
         timeText(device.enrolled_at()),
         device.has_last_hello_at() ? timeText(device.last_hello_at()) : (table ? "—" : ""),
         absl::StrCat(device.waiting()), absl::StrCat(device.last_sequence()), table ? replica.substr(0, 8) : replica,
         table ? fingerprint.substr(0, 16) : fingerprint});
  }
  return print(console, listing, output);
}

int conflictsCommand(const Console& console, const ConnectionOptions& connection, Output output) {
  const auto reply = ask<v1::ListConflictsRequest, v1::ListConflictsReply>(connection, &v1::Admin::Stub::ListConflicts);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  Listing listing{{"conflict_id", "record_kind", "field", "record_id", "rule", "found_at"},
                  headings(console, {{"编号", "number"},
                                     {"记录种类", "kind"},
                                     {"字段", "field"},
                                     {"记录", "record"},
                                     {"依据", "rule"},
                                     {"发现时间", "found"}}),
                  {}};
  for (const v1::Conflict& conflict : reply->conflicts()) {
    listing.rows.push_back({outside::toHex(conflict.id()),
                            v1::RecordKind_Name(static_cast<v1::RecordKind>(conflict.record_kind())), conflict.field(),
                            outside::toHex(conflict.record_id()), v1::ConflictRule_Name(conflict.rule()),
                            timeText(conflict.found_at())});
  }
  return print(console, listing, output);
}

int quarantinedCommand(const Console& console, const ConnectionOptions& connection, Output output) {
  const auto reply =
      ask<v1::ListQuarantinedRequest, v1::ListQuarantinedReply>(connection, &v1::Admin::Stub::ListQuarantined);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  Listing listing{
      {"replica_id", "sequence", "change_id", "received_at", "problems"},
      headings(
          console,
          {{"副本", "replica"}, {"序号", "sequence"}, {"变更", "change"}, {"收到", "received"}, {"原因", "reason"}}),
      {}};
  for (const v1::QuarantinedChange& change : reply->changes()) {
    listing.rows.push_back({outside::toHex(change.replica_id()), absl::StrCat(change.sequence()),
                            outside::toHex(change.change_id()), timeText(change.received_at()),
                            absl::StrJoin(change.problems(), "; ", [&](std::string* text, const v1::Problem& problem) {
                              text->append(problemSentence(problem, console.language));
                            })});
  }
  return print(console, listing, output);
}

}  // namespace doorstep::ctl
