#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "sync/client/attachments/fetch_contents.h"
#include "sync/client/attachments/send_contents.h"

namespace doorstep::client {

// The last step of an exchange: first what a person waits for, then what is to go up. A break leaves both as
// they were after the last answer, and the next exchange goes on from there.
class TransferStep : public std::enable_shared_from_this<TransferStep> {
 public:
  using OnProgress = std::function<void(std::uint64_t bytes, bool complete)>;
  using Done = std::function<void(std::optional<Failure>)>;

  TransferStep(TransferParts parts, const TransferRules& rules) : parts_(parts), pace_(rules.bytes_per_second) {}

  // How many contents are to move; to be asked before run().
  absl::StatusOr<std::uint64_t> plan();
  void run(OnProgress on_progress, Done done);
  // Ends when what is on its way was answered: something more urgent waits.
  void hurry();
  void abandon();

 private:
  void send();
  void end(std::optional<Failure> failure);

  TransferParts parts_;
  Pace pace_;
  std::deque<TravellingContent> down_;
  std::deque<TravellingContent> up_;
  std::shared_ptr<FetchContents> fetching_;
  std::shared_ptr<SendContents> sending_;
  bool hurried_ = false;
  OnProgress on_progress_;
  Done done_;
};

}  // namespace doorstep::client
