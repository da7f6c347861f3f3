#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "sync/client/attachments/pace.h"
#include "sync/client/attachments/transfers.h"
#include "sync/client/failure.h"

namespace doorstep::client {

// Fetches what a person asked for, one chunk after the other: the next is asked for when the last was kept, so
// that a break costs one chunk at most (promise P14). What the service does not have yet stays wanted.
class FetchContents : public std::enable_shared_from_this<FetchContents> {
 public:
  using OnProgress = std::function<void(std::uint64_t bytes, bool complete)>;
  using Done = std::function<void(std::optional<Failure>)>;

  FetchContents(TransferParts parts, Pace& pace) : parts_(parts), pace_(pace) {}
  ~FetchContents() { stopTimer(); }
  FetchContents(const FetchContents&) = delete;
  FetchContents& operator=(const FetchContents&) = delete;

  void run(std::deque<TravellingContent> contents, OnProgress on_progress, Done done);
  // Ends after the chunk that is on its way.
  void hurry();
  void abandon();

 private:
  void goOn();
  void ask();
  void receive(absl::StatusOr<v1::AttachmentChunk> answer);
  void keep(const v1::AttachmentChunk& chunk);
  void waitFor(absl::Duration delay);
  void stopTimer();
  void end(std::optional<Failure> failure);

  TransferParts parts_;
  Pace& pace_;
  std::deque<TravellingContent> contents_;  // the first is under way
  bool asked_ = false;
  bool hurried_ = false;
  std::optional<outside::Executor::Timer> timer_;
  OnProgress on_progress_;
  Done done_;
};

}  // namespace doorstep::client
