#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "sync/client/attachments/content_remote.h"
#include "sync/client/comparison.h"
#include "sync/client/remote.h"
#include "sync/client/withdrawal.h"
#include "tests/simulation/machine.h"
#include "tests/simulation/service_machine.h"

namespace doorstep::simulation {

// How bad one tablet's line is: chances in a thousand, for each message.
struct Line {
  bool parted = false;         // nothing gets through, both sides are told so
  std::uint32_t lost = 0;      // vanishes; who waits for it waits until the deadline
  std::uint32_t cut = 0;       // the connection breaks at this message
  std::uint32_t late_cut = 0;  // it breaks, and the message arrives all the same
  std::uint32_t twice = 0;     // arrives a second time, perhaps much later
  absl::Duration slowest = absl::Milliseconds(200);
};

// Sees what goes over the lines.
class Wire {
 public:
  virtual ~Wire() = default;
  virtual void helloSent(std::size_t tablet, const v1::HelloRequest& request) = 0;
  virtual void changesSent(std::size_t tablet, const v1::PushRequest& request) = 0;
  // By the service, whether they arrive or not.
  virtual void receiptsGiven(std::size_t tablet, const v1::PushReply& reply) = 0;
  virtual void receiptsArrived(std::size_t tablet, const v1::PushReply& reply) = 0;
  virtual void pageGiven(std::size_t tablet, const v1::PullReply& page) = 0;
  // Records that differed when both sides counted.
  virtual void differencesTold(std::size_t tablet, const v1::ReconcileReply& reply) = 0;
};

// The engine's door to the service over a bad line, for one life of a tablet. Each message travels as
// its bytes and may be lost, doubled, late or the last one before the line breaks.
class VirtualRemote final : public client::Remote,
                            public client::HandInRemote,
                            public client::ComparingRemote,
                            public client::ContentRemote {
 public:
  struct Ends {
    std::size_t tablet;
    Machine& machine;
    std::string fingerprint;
    ServiceMachine& service;
    Line& line;
    Wire& wire;
  };
  VirtualRemote(Timeline& timeline, tests::ManualRandom& random, Ends ends)
      : timeline_(timeline), random_(random), ends_(std::move(ends)) {}
  ~VirtualRemote() override;

  void hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) override;
  void push(const v1::PushRequest& request, Done<v1::PushReply> done) override;
  void pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
            std::function<void(absl::Status)> done) override;
  void cancel() override;
  void handIn(const v1::HandInRequest& request, Done<v1::HandInReply> done) override;
  void endHandIn(std::function<void(absl::Status)> done) override;
  void reconcile(const v1::ReconcileRequest& request, Done<v1::ReconcileReply> done) override;
  void sendContent(const v1::AttachmentChunk& chunk, Done<v1::AttachmentState> done) override;
  void fetchContent(const v1::FetchAttachmentRequest& request, Done<v1::AttachmentChunk> done) override;
  void endContents() override {}

 private:
  // One call under way: ends once, on the tablet's executor.
  struct Call {
    std::function<void(absl::Status)> fail;
    outside::Executor::Timer deadline = 0;
    bool ended = false;
  };
  using CallPtr = std::shared_ptr<Call>;
  struct PullCall;

  CallPtr open(absl::Duration patience, std::function<void(absl::Status)> fail);
  void renew(const CallPtr& call, absl::Duration patience);
  // True once: whoever gets it ends the call.
  bool end(const CallPtr& call);
  void breakOff(const CallPtr& call, const absl::Status& status);
  absl::Duration latency();
  bool happens(std::uint32_t chance) { return chance > 0 && random_.below(1000) < chance; }
  // The message at hand vanishes.
  bool loses();
  // Up to the service; `arrive` may run later, never, or twice where that makes sense.
  void send(const CallPtr& call, std::function<void()> arrive, bool repeats = true);
  // Down to the tablet, if it still waits for it.
  void answer(const CallPtr& call, std::function<void()> arrive);
  // One question, one answer.
  template <typename Reply, typename Ask>
  void unary(absl::Duration patience, const std::string& request, Done<Reply> done, Ask ask);
  void askPage(const std::shared_ptr<PullCall>& pull);
  void givePage(const std::shared_ptr<PullCall>& pull);

  Timeline& timeline_;
  tests::ManualRandom& random_;
  Ends ends_;
  std::list<CallPtr> calls_;
  int hand_in_life_ = -1;  // of the service, in which this exchange's stream began
  bool silent_ = false;    // a message of this exchange's streams was lost: none behind it arrives
  absl::Time last_up_ = absl::InfinitePast();
  absl::Time last_down_ = absl::InfinitePast();
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace doorstep::simulation
