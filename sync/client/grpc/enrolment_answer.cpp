#include "sync/client/grpc/enrolment_answer.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "sync/client/grpc/device_key.h"
#include "sync/enrolment/proof.h"

namespace doorstep::client {
namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::uint32_t kLastPort = 65'535;

bool isWhole(const v1::EnrolReply& reply) {
  return reply.escrow_key().size() == kKeySize && reply.bundle_key().size() == kKeySize && reply.sync_port() > 0 &&
         reply.sync_port() <= kLastPort && !reply.district_id().empty() && !reply.worker_id().empty();
}

}  // namespace

absl::StatusOr<std::string> hostOf(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  std::uint32_t port = 0;
  if (colon == std::string::npos || colon == 0 || !absl::SimpleAtoi(address.substr(colon + 1), &port) || port == 0 ||
      port > kLastPort) {
    return absl::InvalidArgumentError("an address is a host, a colon and a port");
  }
  const std::string host = address.substr(0, colon);
  const bool bracketed = host.front() == '[' && host.back() == ']';
  if (!bracketed && host.find_first_of(":/ ") != std::string::npos) {
    return absl::InvalidArgumentError("an address is a host, a colon and a port");
  }
  return host;
}

absl::StatusOr<EnrolmentResult> acceptAnswer(const v1::EnrolReply& reply, const std::string& code_key,
                                             const std::string& private_key, const std::string& host) {
  const std::string proof =
      enrolment::serviceProof(code_key, reply.authority(), reply.certificate(), reply.escrow_key(), reply.bundle_key());
  if (!enrolment::sameProof(proof, reply.proof())) {
    return absl::UnauthenticatedError("the service did not prove that it knows the code");
  }
  if (!isWhole(reply)) {
    return absl::InternalError("the service's answer is not whole");
  }
  if (const absl::Status checked = checkCertificate(reply.certificate(), private_key, reply.authority());
      !checked.ok()) {
    return checked;
  }
  EnrolmentResult result;
  result.identity = {private_key, reply.certificate(), reply.authority()};
  result.sync_address = absl::StrCat(host, ":", reply.sync_port());
  result.escrow_key = reply.escrow_key();
  result.bundle_key = reply.bundle_key();
  result.district_id = reply.district_id();
  result.worker_id = reply.worker_id();
  result.worker_name = reply.worker_name();
  for (const int role : reply.roles()) {
    result.roles.push_back(static_cast<v1::Role>(role));
  }
  result.zone = reply.zone();
  return result;
}

}  // namespace doorstep::client
