#include "sync/client/grpc/channel.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/security/tls_certificate_verifier.h>
#include <grpcpp/security/tls_credentials_options.h>
#include <grpcpp/support/channel_arguments.h>

#include "sync/client/grpc/device_key.h"

namespace doorstep::client {
namespace {

constexpr char kServiceName[] = "doorstepd";  // in every service certificate
constexpr int kLargestReply = 16 * 1024 * 1024;
constexpr int kLargestRequest = 4 * 1024 * 1024;
// Not below what the service allows, or it closes the connection.
constexpr int kKeepaliveMs = 60'000;
constexpr int kKeepaliveTimeoutMs = 20'000;
constexpr int kWindow = 512 * 1024;

grpc::ChannelArguments arguments() {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kLargestReply);
  arguments.SetMaxSendMessageSize(kLargestRequest);
  arguments.SetCompressionAlgorithm(GRPC_COMPRESS_GZIP);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMs);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 0);
  // A fixed window instead of one that is probed for: a probe is two pings with every message, more than a hello.
  arguments.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
  arguments.SetInt(GRPC_ARG_HTTP2_STREAM_LOOKAHEAD_BYTES, kWindow);
  // A channel opened anew connects at once instead of inheriting the last one's backoff: when to
  // try again is the engine's decision.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
  arguments.SetSslTargetNameOverride(kServiceName);
  return arguments;
}

}  // namespace

absl::StatusOr<std::shared_ptr<grpc::Channel>> openChannel(const std::string& address, const DeviceIdentity& identity) {
  const auto key = privateKeyPem(identity.private_key);
  const auto certificate = certificatePem(identity.certificate);
  const auto authority = certificatePem(identity.authority);
  for (const absl::Status& status : {key.status(), certificate.status(), authority.status()}) {
    if (!status.ok()) {
      return status;
    }
  }
  grpc::SslCredentialsOptions options;
  options.pem_root_certs = *authority;
  options.pem_private_key = *key;
  options.pem_cert_chain = *certificate;
  return grpc::CreateCustomChannel(address, grpc::SslCredentials(options), arguments());
}

std::shared_ptr<grpc::Channel> openEnrolmentChannel(const std::string& address) {
  grpc::experimental::TlsChannelCredentialsOptions options;
  options.set_verify_server_certs(false);
  options.set_check_call_host(false);
  options.set_certificate_verifier(std::make_shared<grpc::experimental::NoOpCertificateVerifier>());
  return grpc::CreateCustomChannel(address, grpc::experimental::TlsCredentials(options), arguments());
}

}  // namespace doorstep::client
