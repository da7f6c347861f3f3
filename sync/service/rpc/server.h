#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

struct Listening {
  std::string sync = "127.0.0.1:7443";       // Sync, Coverage, Admin, health: with certificates
  std::string enrolment = "127.0.0.1:7444";  // Enrolment: without
};

// The two ports over one set of parts. Port 0: any that is free.
class Server {
 public:
  // UNAVAILABLE when a port cannot be listened on; the text names the address.
  static absl::StatusOr<std::unique_ptr<Server>> start(Parts& parts, const Listening& listening);
  ~Server();

  int syncPort() const;
  int enrolmentPort() const;
  // Says "not serving", lets calls under way end until the deadline, then ends them.
  void shutdown(absl::Duration at_most);

 private:
  struct Running;
  explicit Server(std::unique_ptr<Running> running);
  std::unique_ptr<Running> running_;
};

}  // namespace doorstep::service
