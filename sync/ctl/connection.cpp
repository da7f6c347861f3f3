#include "sync/ctl/connection.h"

#include <filesystem>
#include <vector>

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include "absl/strings/str_cat.h"
#include "sync/ctl/file.h"
#include "sync/ctl/text.h"

namespace doorstep::ctl {

namespace {

constexpr std::size_t kLargestPem = 1 << 20;
constexpr std::string_view kServiceName = "doorstepd";  // the name in every service's own certificate

std::vector<std::string> blocks(std::string_view pem, std::string_view kind) {
  std::vector<std::string> found;
  for (std::size_t at = pem.find("-----BEGIN "); at != std::string_view::npos; at = pem.find("-----BEGIN ", at)) {
    const std::size_t heading_end = pem.find('\n', at);
    const std::size_t end = pem.find("-----END ", at);
    const std::size_t stop = end == std::string_view::npos ? end : pem.find('\n', end);
    const std::string_view block = pem.substr(at, stop == std::string_view::npos ? stop : stop + 1 - at);
    if (containsIgnoringCase(pem.substr(at, heading_end - at), kind)) {
      found.emplace_back(block);
    }
    at += block.size();
  }
  return found;
}

bool isHandshakeFailure(const std::string& message) {
  return containsIgnoringCase(message, "handshake") || containsIgnoringCase(message, "certificate") ||
         containsIgnoringCase(message, "ssl") || containsIgnoringCase(message, "tls");
}

}  // namespace

absl::StatusOr<Credentials> credentialsFromPem(std::string_view pem, std::string_view path) {
  const std::vector<std::string> certificates = blocks(pem, "CERTIFICATE");
  const std::vector<std::string> keys = blocks(pem, "PRIVATE KEY");
  if (certificates.size() < 2 || keys.size() != 1) {
    return failure(Failure::kCredentialsUnusable, {path});
  }
  return Credentials{certificates.front(), keys.front(), certificates.back()};
}

absl::StatusOr<Connection> Connection::open(const ConnectionOptions& options) {
  const auto pem = options.credentials.empty() ? absl::StatusOr<std::string>(absl::NotFoundError("no path"))
                                               : readFile(options.credentials, kLargestPem);
  if (!pem.ok()) {
    return options.credentials.empty() ? failure(Failure::kCredentialsMissing)
                                       : failure(Failure::kCredentialsMissing, {options.credentials});
  }
  const auto credentials = credentialsFromPem(*pem, options.credentials);
  if (!credentials.ok()) {
    return credentials.status();
  }
  grpc::SslCredentialsOptions ssl;
  ssl.pem_root_certs = credentials->authority;
  ssl.pem_private_key = credentials->key;
  ssl.pem_cert_chain = credentials->certificate;
  grpc::ChannelArguments arguments;
  arguments.SetSslTargetNameOverride(std::string(kServiceName));
  arguments.SetMaxReceiveMessageSize(64 << 20);
  Connection connection(options);
  connection.channel_ = grpc::CreateCustomChannel(options.address, grpc::SslCredentials(ssl), arguments);
  connection.admin_ = v1::Admin::NewStub(connection.channel_);
  connection.coverage_ = v1::Coverage::NewStub(connection.channel_);
  connection.sync_ = v1::Sync::NewStub(connection.channel_);
  connection.settling_ = v1::Settling::NewStub(connection.channel_);
  return connection;
}

std::unique_ptr<grpc::ClientContext> Connection::call(int factor) const {
  auto context = std::make_unique<grpc::ClientContext>();
  context->set_deadline(absl::ToChronoTime(absl::Now() + options_.timeout * factor));
  return context;
}

absl::Status Connection::outcome(const grpc::Status& status, std::optional<Failure> unknown,
                                 std::string_view subject) const {
  switch (status.error_code()) {
    case grpc::StatusCode::OK:
      return absl::OkStatus();
    case grpc::StatusCode::UNAVAILABLE:
      return failure(isHandshakeFailure(status.error_message()) ? Failure::kCertificateRefused : Failure::kServiceDown,
                     {options_.address});
    case grpc::StatusCode::DEADLINE_EXCEEDED:
      return failure(Failure::kServiceSlow, {options_.address, absl::StrCat(absl::ToInt64Seconds(options_.timeout))});
    case grpc::StatusCode::UNAUTHENTICATED:
      return failure(Failure::kCertificateRefused, {options_.address});
    case grpc::StatusCode::PERMISSION_DENIED:
      return failure(Failure::kNotPermitted);
    case grpc::StatusCode::NOT_FOUND:
      if (unknown.has_value()) {
        return subject.empty() ? failure(*unknown) : failure(*unknown, {subject});
      }
      [[fallthrough]];
    default:
      return failure(
          Failure::kServiceRefused,
          {absl::StatusCodeToString(static_cast<absl::StatusCode>(status.error_code())), status.error_message()});
  }
}

}  // namespace doorstep::ctl
