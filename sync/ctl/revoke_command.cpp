#include "absl/strings/ascii.h"
#include "sync/ctl/ledger_commands.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"

namespace doorstep::ctl {

namespace {

// A device by the beginning of its replica's number or by its name. kUnknownDevice, kDeviceUnclear.
absl::StatusOr<v1::Device> deviceOf(Connection& connection, const std::string& wanted) {
  v1::ListDevicesReply reply;
  const auto context = connection.call();
  DOORSTEP_TRY(connection.outcome(connection.admin().ListDevices(context.get(), v1::ListDevicesRequest(), &reply)));
  const v1::Device* found = nullptr;
  const std::string number = absl::AsciiStrToLower(wanted);
  for (const v1::Device& device : reply.devices()) {
    if (outside::toHex(device.replica_id()).starts_with(number) || device.device_name() == wanted) {
      if (found != nullptr) {
        return failure(Failure::kDeviceUnclear, {wanted});
      }
      found = &device;
    }
  }
  if (found == nullptr || wanted.empty()) {
    return failure(Failure::kUnknownDevice, {wanted});
  }
  return *found;
}

absl::StatusOr<v1::RevokeReply> revoke(Connection& connection, const RevokeOptions& options) {
  v1::RevokeRequest request;
  request.set_reason(options.reason);
  request.set_staff_number(options.staff_number);
  if (options.staff_number.empty()) {
    DOORSTEP_ASSIGN(const v1::Device device, deviceOf(connection, options.device));
    request.set_replica_id(device.replica_id());
  }
  v1::RevokeReply reply;
  const auto context = connection.call();
  const grpc::Status status = connection.admin().Revoke(context.get(), request, &reply);
  DOORSTEP_TRY(options.staff_number.empty()
                   ? connection.outcome(status, Failure::kUnknownDevice, options.device)
                   : connection.outcome(status, Failure::kUnknownWorker, options.staff_number));
  return reply;
}

}  // namespace

int revokeCommand(const Console& console, const ConnectionOptions& connection_options, const RevokeOptions& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  const auto reply = revoke(*connection, options);
  if (!reply.ok()) {
    return console.fail(reply.status());
  }
  console.out << console.pick("已吊销的设备：", "devices revoked: ") << reply->revoked() << "\n";
  console.err << (reply->revoked() == 0
                      ? console.pick("没有需要吊销的设备：此前都已吊销，或还没有登记。\n",
                                     "There was no device to revoke: all were revoked before, or none is enrolled.\n")
                      : console.pick("这些设备从现在起会被拒绝；此前收到的记录都保留。\n"
                                     "人员若换新平板，请用 doorstepctl enrol 重新发码。\n",
                                     "They are refused from now on; what was received before stays.\n"
                                     "For a new tablet, issue a code with doorstepctl enrol.\n"));
  return kExitDone;
}

}  // namespace doorstep::ctl
