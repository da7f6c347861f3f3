#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "sync/client/attachments/pace.h"
#include "sync/client/attachments/transfers.h"
#include "sync/client/failure.h"

namespace doorstep::client {

// Sends what the service does not have. Of each content it first asks how much is there, many at a time, and goes on
// behind that. Several contents travel together, but never more bytes without an answer than one chunk has: what
// was on its way when the line broke is sent again, so that is at most one chunk (promise P14).
class SendContents : public std::enable_shared_from_this<SendContents> {
 public:
  // After each answer: bytes that have arrived, and whether one more content is complete.
  using OnProgress = std::function<void(std::uint64_t bytes, bool complete)>;
  using Done = std::function<void(std::optional<Failure>)>;

  SendContents(TransferParts parts, Pace& pace) : parts_(parts), pace_(pace) {}
  ~SendContents() { stopTimer(); }
  SendContents(const SendContents&) = delete;
  SendContents& operator=(const SendContents&) = delete;

  void run(std::deque<TravellingContent> contents, OnProgress on_progress, Done done);
  // Ends as soon as what is on its way was answered: something more urgent waits.
  void hurry();
  void abandon();

 private:
  struct Outgoing {
    TravellingContent content;
    std::uint64_t offset = 0;
  };

  void goOn();
  void ask(const TravellingContent& content);
  void heard(const TravellingContent& content, absl::StatusOr<v1::AttachmentState> answer);
  bool sendNext();
  void arrived(const Outgoing& sent, std::uint64_t size, absl::StatusOr<v1::AttachmentState> answer);
  // What an answer means for its content; false when the step has ended.
  bool settle(const TravellingContent& content, const v1::AttachmentState& state);
  void waitFor(absl::Duration delay);
  void stopTimer();
  void end(std::optional<Failure> failure);

  TransferParts parts_;
  Pace& pace_;
  std::deque<TravellingContent> unasked_;
  std::deque<Outgoing> ready_;
  std::size_t asked_ = 0;  // questions without an answer
  std::size_t chunks_ = 0;
  std::uint64_t bytes_ = 0;  // of these chunks
  bool hurried_ = false;
  std::optional<outside::Executor::Timer> timer_;
  OnProgress on_progress_;
  Done done_;
};

}  // namespace doorstep::client
