#include "tests/simulation/network.h"

#include <algorithm>
#include <utility>

namespace doorstep::simulation {
namespace {

constexpr absl::Duration kHelloPatience = absl::Seconds(15);
constexpr absl::Duration kStreamPatience = absl::Seconds(60);
constexpr absl::Duration kUntilRefused = absl::Seconds(1);

absl::Status broken() {
  return absl::UnavailableError("the line broke");
}

}  // namespace

struct VirtualRemote::PullCall {
  CallPtr call;
  std::string request;
  std::function<absl::Status(const v1::PullReply&)> on_page;
  std::shared_ptr<ServiceMachine::Pull> pull;
};

VirtualRemote::~VirtualRemote() {
  for (const CallPtr& call : calls_) {
    timeline_.executor.cancel(call->deadline);
  }
}

VirtualRemote::CallPtr VirtualRemote::open(absl::Duration patience, std::function<void(absl::Status)> fail) {
  auto call = std::make_shared<Call>();
  call->fail = std::move(fail);
  calls_.push_back(call);
  renew(call, patience);
  return call;
}

void VirtualRemote::renew(const CallPtr& call, absl::Duration patience) {
  ends_.machine.executor.cancel(call->deadline);
  call->deadline = ends_.machine.executor.postAfter(patience, [this, weak = std::weak_ptr<Call>(call)] {
    if (const auto late = weak.lock(); late && end(late)) {
      late->fail(absl::DeadlineExceededError("no answer in time"));
    }
  });
}

bool VirtualRemote::end(const CallPtr& call) {
  if (std::exchange(call->ended, true)) {
    return false;
  }
  ends_.machine.executor.cancel(call->deadline);
  calls_.remove(call);
  return true;
}

void VirtualRemote::breakOff(const CallPtr& call, const absl::Status& status) {
  answer(call, [this, call, status] {
    if (end(call)) {
      call->fail(status);
    }
  });
}

absl::Duration VirtualRemote::latency() {
  const auto slowest =
      static_cast<std::uint64_t>(std::max<std::int64_t>(1, absl::ToInt64Milliseconds(ends_.line.slowest)));
  return absl::Milliseconds(static_cast<std::int64_t>(1 + random_.below(slowest)));
}

void VirtualRemote::send(const CallPtr& call, std::function<void()> arrive, bool repeats) {
  if (ends_.machine.disk.hasStopped()) {
    return;  // the machine went down while it prepared this
  }
  const Line& line = ends_.line;
  if (line.parted || !ends_.service.isUp()) {
    ends_.machine.executor.postAfter(kUntilRefused, [this, call] {
      if (end(call)) {
        call->fail(broken());
      }
    });
    return;
  }
  // In their order, as a stream has it; only what comes a second time comes out of turn.
  last_up_ = std::max(last_up_, timeline_.clock.now() + latency());
  const absl::Duration delay = last_up_ - timeline_.clock.now();
  if (silent_ || loses()) {
    return;
  }
  const bool late_cut = happens(line.late_cut);
  if (late_cut || happens(line.cut)) {
    breakOff(call, broken());
  }
  if (late_cut || !call->ended) {
    timeline_.executor.postAfter(delay, arrive);
  }
  if (repeats && happens(line.twice)) {
    timeline_.executor.postAfter(delay + latency() * (happens(500) ? 1 : 300), std::move(arrive));
  }
}

bool VirtualRemote::loses() {
  silent_ = silent_ || happens(ends_.line.lost);
  return silent_;
}

// A message that is on its way when the tablet goes down arrives nowhere.
void VirtualRemote::answer(const CallPtr& call, std::function<void()> arrive) {
  // Answers come in their order: Remote promises it, as a stream does.
  last_down_ = std::max(last_down_, timeline_.clock.now() + latency());
  const absl::Duration delay = last_down_ - timeline_.clock.now();
  ends_.machine.executor.postAfter(delay, [call, arrive = std::move(arrive)] {
    if (!call->ended) {
      arrive();
    }
  });
}

template <typename Reply, typename Ask>
void VirtualRemote::unary(absl::Duration patience, const std::string& request, Done<Reply> done, Ask ask) {
  const CallPtr call = open(patience, done);
  send(call, [this, alive = std::weak_ptr<bool>(alive_), call, done, request, ask] {
    if (alive.expired()) {
      return;
    }
    const absl::StatusOr<std::string> reply = ask(ends_.service, ends_.fingerprint, request);
    if (!reply.ok()) {
      breakOff(call, reply.status());
    } else if (loses()) {
      return;
    } else if (happens(ends_.line.cut)) {
      breakOff(call, broken());
    } else {
      answer(call, [this, call, done, bytes = *reply] {
        Reply parsed;
        if (end(call)) {
          done(parsed.ParseFromString(bytes) ? absl::StatusOr<Reply>(parsed) : absl::InternalError("unreadable"));
        }
      });
    }
  });
}

void VirtualRemote::hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) {
  silent_ = false;
  hand_in_life_ = -1;
  ends_.wire.helloSent(ends_.tablet, request);
  unary<v1::HelloReply>(kHelloPatience, request.SerializeAsString(), std::move(done),
                        [](ServiceMachine& service, const std::string& fingerprint, const std::string& bytes) {
                          return service.hello(fingerprint, bytes);
                        });
}

void VirtualRemote::reconcile(const v1::ReconcileRequest& request, Done<v1::ReconcileReply> done) {
  const auto told = [this, done = std::move(done)](const absl::StatusOr<v1::ReconcileReply>& reply) {
    if (reply.ok() && reply->repair_size() + reply->surplus_size() > 0) {
      ends_.wire.differencesTold(ends_.tablet, *reply);
    }
    done(reply);
  };
  unary<v1::ReconcileReply>(kStreamPatience, request.SerializeAsString(), told,
                            [](ServiceMachine& service, const std::string& fingerprint, const std::string& bytes) {
                              return service.reconcile(fingerprint, bytes);
                            });
}

void VirtualRemote::sendContent(const v1::AttachmentChunk& chunk, Done<v1::AttachmentState> done) {
  unary<v1::AttachmentState>(kStreamPatience, chunk.SerializeAsString(), std::move(done),
                             [](ServiceMachine& service, const std::string& fingerprint, const std::string& bytes) {
                               return service.takeContent(fingerprint, bytes);
                             });
}

void VirtualRemote::fetchContent(const v1::FetchAttachmentRequest& request, Done<v1::AttachmentChunk> done) {
  unary<v1::AttachmentChunk>(kStreamPatience, request.SerializeAsString(), std::move(done),
                             [](ServiceMachine& service, const std::string& fingerprint, const std::string& bytes) {
                               return service.giveContent(fingerprint, bytes);
                             });
}

void VirtualRemote::handIn(const v1::HandInRequest& request, Done<v1::HandInReply> done) {
  unary<v1::HandInReply>(kStreamPatience, request.SerializeAsString(), std::move(done),
                         [this](ServiceMachine& service, const std::string& fingerprint,
                                const std::string& bytes) -> absl::StatusOr<std::string> {
                           hand_in_life_ = hand_in_life_ < 0 ? service.life() : hand_in_life_;
                           return hand_in_life_ == service.life() ? service.handIn(fingerprint, bytes) : broken();
                         });
}

void VirtualRemote::endHandIn(std::function<void(absl::Status)> done) {
  const CallPtr call = open(kStreamPatience, done);
  send(call, [this, alive = std::weak_ptr<bool>(alive_), call, done] {
    if (alive.expired()) {
      return;
    }
    answer(call, [this, call, done, reason = ends_.service.whyToHandIn(ends_.fingerprint)] {
      if (end(call)) {
        done(reason);
      }
    });
  });
}

void VirtualRemote::push(const v1::PushRequest& request, Done<v1::PushReply> done) {
  if (!ends_.machine.disk.hasStopped()) {
    ends_.wire.changesSent(ends_.tablet, request);
  }
  const CallPtr call = open(kStreamPatience, done);
  // Arrives even when the tablet that sent it has gone.
  send(call, [this, ends = ends_, alive = std::weak_ptr<bool>(alive_), call, done,
              bytes = request.SerializeAsString()] {
    ends.service.push(ends.fingerprint, bytes, [this, ends, alive, call, done](const ServiceMachine::Pushed& pushed) {
      v1::PushReply given;
      given.ParseFromString(pushed.reply);
      ends.wire.receiptsGiven(ends.tablet, given);
      if (alive.expired() || silent_ || loses()) {
        return;
      }
      if (happens(ends_.line.cut)) {
        breakOff(call, broken());
        return;
      }
      if (!pushed.stopped.ok() && given.receipts().empty()) {
        breakOff(call, pushed.stopped);
        return;
      }
      answer(call, [this, call, done, given] {
        if (end(call)) {
          ends_.wire.receiptsArrived(ends_.tablet, given);
          done(given);
        }
      });
    });
  });
}

void VirtualRemote::pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
                         std::function<void(absl::Status)> done) {
  auto pull = std::make_shared<PullCall>();
  pull->request = request.SerializeAsString();
  pull->on_page = std::move(on_page);
  pull->call = open(kStreamPatience, std::move(done));
  askPage(pull);
}

void VirtualRemote::askPage(const std::shared_ptr<PullCall>& pull) {
  const auto arrive = [this, alive = std::weak_ptr<bool>(alive_), pull] {
    if (!alive.expired() && !pull->call->ended) {
      givePage(pull);
    }
  };
  send(pull->call, arrive, false);
}

void VirtualRemote::givePage(const std::shared_ptr<PullCall>& pull) {
  if (!pull->pull) {
    auto opened = ends_.service.pull(ends_.fingerprint, pull->request);
    if (!opened.ok()) {
      breakOff(pull->call, opened.status());
      return;
    }
    pull->pull = *std::move(opened);
  }
  auto page = pull->pull->next();
  if (!page.ok() || !page->has_value()) {
    breakOff(pull->call, page.status());
    return;
  }
  v1::PullReply parsed;
  parsed.ParseFromString(**page);
  ends_.wire.pageGiven(ends_.tablet, parsed);
  if (loses()) {
    return;
  }
  if (happens(ends_.line.cut)) {
    breakOff(pull->call, broken());
    return;
  }
  answer(pull->call, [this, pull, parsed] {
    renew(pull->call, kStreamPatience);
    const absl::Status kept = pull->on_page(parsed);
    if (kept.ok()) {
      askPage(pull);
    } else if (end(pull->call)) {
      pull->call->fail(kept);
    }
  });
}

void VirtualRemote::cancel() {
  for (const CallPtr& call : std::list<CallPtr>(calls_)) {
    answer(call, [this, call] {
      if (end(call)) {
        call->fail(absl::CancelledError("cancelled"));
      }
    });
  }
}

}  // namespace doorstep::simulation
