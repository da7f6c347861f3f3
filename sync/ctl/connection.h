#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/admin.grpc.pb.h"
#include "doorstep/v1/coverage.grpc.pb.h"
#include "doorstep/v1/settling.grpc.pb.h"
#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/ctl/failure.h"

// The way to a running service: mutual TLS with the operator's certificate, every call with a
// deadline, every refusal as a Failure.
namespace doorstep::ctl {

struct ConnectionOptions {
  std::string address;      // host:port
  std::string credentials;  // PEM file: own certificate, key, authority
  absl::Duration timeout = absl::Seconds(30);
};

struct Credentials {
  std::string certificate;
  std::string key;
  std::string authority;
};

// The first certificate is the own one, the last the authority. kCredentialsUnusable names `path`.
absl::StatusOr<Credentials> credentialsFromPem(std::string_view pem, std::string_view path);

class Connection {
 public:
  // Does not call yet. Failures: kCredentialsMissing, kCredentialsUnusable.
  static absl::StatusOr<Connection> open(const ConnectionOptions& options);

  v1::Admin::Stub& admin() { return *admin_; }
  v1::Coverage::Stub& coverage() { return *coverage_; }
  v1::Sync::Stub& sync() { return *sync_; }
  v1::Settling::Stub& settling() { return *settling_; }

  // For one call; `factor` times the timeout for what reads or writes much.
  std::unique_ptr<grpc::ClientContext> call(int factor = 1) const;

  // OK or the Failure a person is told. `unknown` is what NOT_FOUND means for this call.
  absl::Status outcome(const grpc::Status& status, std::optional<Failure> unknown = std::nullopt,
                       std::string_view subject = {}) const;

 private:
  explicit Connection(ConnectionOptions options) : options_(std::move(options)) {}

  ConnectionOptions options_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::Admin::Stub> admin_;
  std::unique_ptr<v1::Coverage::Stub> coverage_;
  std::unique_ptr<v1::Sync::Stub> sync_;
  std::unique_ptr<v1::Settling::Stub> settling_;
};

}  // namespace doorstep::ctl
