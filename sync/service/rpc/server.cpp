#include "sync/service/rpc/server.h"

#include <grpc/grpc.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/security/tls_certificate_provider.h>
#include <grpcpp/security/tls_credentials_options.h>

#include <chrono>
#include <utility>

#include "sync/service/rpc/admin_rpc.h"
#include "sync/service/rpc/coverage_rpc.h"
#include "sync/service/rpc/enrolment_rpc.h"
#include "sync/service/rpc/settling_rpc.h"
#include "sync/service/rpc/sync_rpc.h"

namespace doorstep::service {
namespace {

constexpr int kLargestRequest = 4 * 1024 * 1024;
constexpr int kLargestReply = 16 * 1024 * 1024;
constexpr int kLargestMetadata = 16 * 1024;
constexpr std::size_t kMemory = std::size_t{256} * 1024 * 1024;
constexpr int kStreamsAConnection = 32;
constexpr int kHandshakeMs = 10'000;
constexpr int kIdleMs = 10 * 60'000;
constexpr int kAgeMs = 60 * 60'000;
constexpr int kAgeGraceMs = 5 * 60'000;
constexpr int kKeepaliveMs = 60'000;
constexpr int kKeepaliveTimeoutMs = 20'000;
constexpr int kWindow = 512 * 1024;
constexpr int kShortestPingMs = 30'000;  // half of what devices are set to
constexpr unsigned kRefreshSeconds = 60;

// Certificates are read from their files again, so that one can be replaced while the service runs.
std::shared_ptr<grpc::ServerCredentials> credentials(const OwnIdentity& identity, bool ask_for_certificate) {
  const auto files = std::make_shared<grpc::experimental::FileWatcherCertificateProvider>(
      identity.service_key_path, identity.service_certificate_path, identity.authority_path, kRefreshSeconds);
  grpc::experimental::TlsServerCredentialsOptions options(files);
  options.watch_identity_key_cert_pairs();
  if (ask_for_certificate) {
    options.watch_root_certs();
    options.set_cert_request_type(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  } else {
    options.set_cert_request_type(GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE);
  }
  return grpc::experimental::TlsServerCredentials(options);
}

void setLimits(grpc::ServerBuilder& builder) {
  grpc::ResourceQuota quota("doorstepd");
  quota.Resize(kMemory);
  builder.SetResourceQuota(quota);
  builder.SetMaxReceiveMessageSize(kLargestRequest);
  builder.SetMaxSendMessageSize(kLargestReply);
  builder.SetDefaultCompressionAlgorithm(GRPC_COMPRESS_GZIP);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kLargestMetadata);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kStreamsAConnection);
  builder.AddChannelArgument(GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, kHandshakeMs);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_IDLE_MS, kIdleMs);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS, kAgeMs);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, kAgeGraceMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, kShortestPingMs);
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  // As on the device: a fixed window instead of pings with every message.
  builder.AddChannelArgument(GRPC_ARG_HTTP2_BDP_PROBE, 0);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_STREAM_LOOKAHEAD_BYTES, kWindow);
}

}  // namespace

struct Server::Running {
  explicit Running(Parts& parts) : sync(parts), coverage(parts), admin(parts), settling(parts), enrolment(parts) {}

  SyncRpc sync;
  CoverageRpc coverage;
  AdminRpc admin;
  SettlingRpc settling;
  EnrolmentRpc enrolment;
  int sync_port = 0;
  int enrolment_port = 0;
  std::unique_ptr<grpc::Server> devices;
  std::unique_ptr<grpc::Server> newcomers;
};

absl::StatusOr<std::unique_ptr<Server>> Server::start(Parts& parts, const Listening& listening) {
  grpc::EnableDefaultHealthCheckService(true);
  auto running = std::make_unique<Running>(parts);
  {
    grpc::ServerBuilder builder;
    setLimits(builder);
    builder.AddListeningPort(listening.sync, credentials(parts.identity, true), &running->sync_port);
    builder.RegisterService(&running->sync);
    builder.RegisterService(&running->coverage);
    builder.RegisterService(&running->admin);
    builder.RegisterService(&running->settling);
    running->devices = builder.BuildAndStart();
  }
  if (!running->devices || running->sync_port == 0) {
    return absl::UnavailableError(listening.sync);
  }
  parts.sync_port = static_cast<std::uint32_t>(running->sync_port);
  {
    grpc::ServerBuilder builder;
    setLimits(builder);
    builder.AddListeningPort(listening.enrolment, credentials(parts.identity, false), &running->enrolment_port);
    builder.RegisterService(&running->enrolment);
    running->newcomers = builder.BuildAndStart();
  }
  if (!running->newcomers || running->enrolment_port == 0) {
    running->devices->Shutdown();
    return absl::UnavailableError(listening.enrolment);
  }
  return std::unique_ptr<Server>(new Server(std::move(running)));
}

Server::Server(std::unique_ptr<Running> running) : running_(std::move(running)) {}

Server::~Server() {
  shutdown(absl::ZeroDuration());
}

int Server::syncPort() const {
  return running_->sync_port;
}

int Server::enrolmentPort() const {
  return running_->enrolment_port;
}

void Server::shutdown(absl::Duration at_most) {
  const auto deadline = std::chrono::system_clock::now() + absl::ToChronoMilliseconds(at_most);
  for (grpc::Server* server : {running_->newcomers.get(), running_->devices.get()}) {
    if (auto* health = server->GetHealthCheckService()) {
      health->SetServingStatus(false);
    }
  }
  running_->newcomers->Shutdown(deadline);
  running_->devices->Shutdown(deadline);
}

}  // namespace doorstep::service
