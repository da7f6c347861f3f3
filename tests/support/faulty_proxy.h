#pragma once

#include <atomic>
#include <cstdint>
#include <list>
#include <mutex>
#include <thread>

#include "absl/time/time.h"

namespace doorstep::tests {

// A bad line: a TCP proxy on loopback between devices and a service. It passes everything on until
// told otherwise. What it is told holds at once, for open connections too. Any thread.
class FaultyProxy {
 public:
  enum class Direction { kToService, kToDevice };

  explicit FaultyProxy(int service_port);
  ~FaultyProxy();
  FaultyProxy(const FaultyProxy&) = delete;
  FaultyProxy& operator=(const FaultyProxy&) = delete;

  int port() const { return port_; }

  void pass();    // everything is well again, for connections that are still open too
  void cut();     // ends all connections; new ones pass
  void refuse();  // ends all connections and each new one
  // Ends all connections once so many more bytes have passed in this direction; then new ones pass.
  void cutAfter(Direction direction, std::uint64_t bytes);
  void swallow(Direction direction);                               // what goes in this direction vanishes
  void delay(absl::Duration each_portion);                         // in both directions
  void leadTo(int service_port) { service_port_ = service_port; }  // new connections

  std::uint64_t passed(Direction direction) const { return passed_[index(direction)]; }
  std::uint64_t cuts() const { return cuts_; }  // how often cutAfter came true

 private:
  struct Line {
    int device;
    int service;
  };
  static constexpr std::uint64_t kNever = ~std::uint64_t{0};
  static std::size_t index(Direction direction) { return direction == Direction::kToService ? 0 : 1; }

  void run();
  void accept();
  bool passOn(int from, int to, Direction direction);
  void endAll();
  void wake();

  std::atomic<int> service_port_;
  int port_ = 0;
  int listener_ = -1;
  int wake_[2] = {-1, -1};
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> refusing_ = false;
  std::atomic<bool> swallowing_[2] = {false, false};
  std::atomic<std::uint64_t> cut_after_[2] = {kNever, kNever};
  std::atomic<std::uint64_t> passed_[2] = {0, 0};
  std::atomic<std::uint64_t> cuts_ = 0;
  std::atomic<std::int64_t> delay_ms_ = 0;
  std::mutex mutex_;  // of lines_: other threads may only shut their sockets down
  std::list<Line> lines_;
  std::thread thread_;
};

}  // namespace doorstep::tests
