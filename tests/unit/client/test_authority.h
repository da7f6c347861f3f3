#pragma once

#include <grpcpp/security/server_credentials.h>

#include <memory>
#include <string>

#include "sync/client/grpc/channel.h"

namespace doorstep::tests {

// A certificate authority of its own, in memory.
class TestAuthority {
 public:
  TestAuthority();
  ~TestAuthority();
  TestAuthority(const TestAuthority&) = delete;
  TestAuthority& operator=(const TestAuthority&) = delete;

  const std::string& certificate() const { return certificate_; }  // DER
  client::DeviceIdentity enrolDevice() const;
  std::string sign(const std::string& signing_request) const;  // DER to DER
  // A service's certificate for the name "doorstepd"; asks devices for one of this authority.
  std::shared_ptr<grpc::ServerCredentials> mutualTls() const;
  // The same without asking for a certificate: an enrolment port.
  std::shared_ptr<grpc::ServerCredentials> plainTls() const;

 private:
  struct Keys;
  std::shared_ptr<grpc::ServerCredentials> credentials(bool mutual) const;
  std::unique_ptr<Keys> keys_;
  std::string certificate_;
};

}  // namespace doorstep::tests
