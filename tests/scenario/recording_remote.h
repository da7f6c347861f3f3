#pragma once

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sync/client/remote.h"

namespace doorstep::tests {

// Everything that came over the wire to a tablet, as it came.
struct WireRecord {
  bool on = true;  // otherwise nothing is written down: for measures, where it would count
  std::vector<v1::HelloRequest> hellos;
  std::vector<v1::HelloReply> hello_replies;
  std::vector<v1::Receipt> receipts;
  std::vector<v1::FeedEntry> entries;
  std::set<std::string> removed_households;
  std::set<std::string> complete_households;
};

// Listens in on a remote.
class RecordingRemote final : public client::Remote {
 public:
  RecordingRemote(std::unique_ptr<client::Remote> remote, WireRecord& wire) : remote_(std::move(remote)), wire_(wire) {}

  void hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) override {
    wire_.hellos.push_back(request);
    remote_->hello(request, [this, done = std::move(done)](absl::StatusOr<v1::HelloReply> reply) {
      if (reply.ok()) {
        wire_.hello_replies.push_back(*reply);
      }
      done(std::move(reply));
    });
  }
  void push(const v1::PushRequest& request, Done<v1::PushReply> done) override {
    remote_->push(request, [this, done = std::move(done)](absl::StatusOr<v1::PushReply> reply) {
      if (reply.ok() && wire_.on) {
        wire_.receipts.insert(wire_.receipts.end(), reply->receipts().begin(), reply->receipts().end());
      }
      done(std::move(reply));
    });
  }
  void pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
            std::function<void(absl::Status)> done) override {
    remote_->pull(
        request,
        [this, on_page = std::move(on_page)](const v1::PullReply& page) {
          if (!wire_.on) {
            return on_page(page);
          }
          wire_.entries.insert(wire_.entries.end(), page.entries().begin(), page.entries().end());
          wire_.removed_households.insert(page.removed_household_ids().begin(), page.removed_household_ids().end());
          wire_.complete_households.insert(page.complete_household_ids().begin(), page.complete_household_ids().end());
          return on_page(page);
        },
        std::move(done));
  }
  void endPush() override { remote_->endPush(); }
  void cancel() override { remote_->cancel(); }

 private:
  std::unique_ptr<client::Remote> remote_;
  WireRecord& wire_;
};

}  // namespace doorstep::tests
