#include "tests/support/faulty_proxy.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <vector>

namespace doorstep::tests {
namespace {

// All sockets are closed in programs that a test starts: a copy there would keep a line open.
sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

int listenOn(int& port) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (listener < 0 || bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener, 64) != 0 ||
      getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    std::abort();
  }
  port = ntohs(address.sin_port);
  return listener;
}

int connectTo(int port) {
  const int service = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  if (connect(service, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(service);
    return -1;
  }
  const int yes = 1;
  setsockopt(service, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  return service;
}

bool sendAll(int to, const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t sent = send(to, data, size, MSG_NOSIGNAL);
    if (sent <= 0) {
      return false;
    }
    data += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

}  // namespace

FaultyProxy::FaultyProxy(int service_port) : service_port_(service_port), listener_(listenOn(port_)) {
  if (pipe2(wake_, O_CLOEXEC) != 0) {
    std::abort();
  }
  thread_ = std::thread([this] { run(); });
}

FaultyProxy::~FaultyProxy() {
  stopping_ = true;
  endAll();
  wake();
  thread_.join();
  for (const Line& line : lines_) {
    close(line.device);
    close(line.service);
  }
  close(listener_);
  close(wake_[0]);
  close(wake_[1]);
}

void FaultyProxy::pass() {
  refusing_ = false;
  delay_ms_ = 0;
  for (std::size_t i = 0; i < 2; ++i) {
    swallowing_[i] = false;
    cut_after_[i] = kNever;
  }
}

void FaultyProxy::cut() {
  endAll();
}

void FaultyProxy::refuse() {
  refusing_ = true;
  endAll();
}

void FaultyProxy::cutAfter(Direction direction, std::uint64_t bytes) {
  cut_after_[index(direction)] = bytes;
}

void FaultyProxy::swallow(Direction direction) {
  swallowing_[index(direction)] = true;
}

void FaultyProxy::delay(absl::Duration each_portion) {
  delay_ms_ = absl::ToInt64Milliseconds(each_portion);
}

void FaultyProxy::wake() {
  const char byte = 0;
  if (write(wake_[1], &byte, 1) != 1) {
    std::abort();
  }
}

// Sockets are only shut down here; the thread that polls them closes them.
void FaultyProxy::endAll() {
  const std::lock_guard lock(mutex_);
  for (const Line& line : lines_) {
    shutdown(line.device, SHUT_RDWR);
    shutdown(line.service, SHUT_RDWR);
  }
}

void FaultyProxy::run() {
  while (!stopping_) {
    std::vector<pollfd> polled{{listener_, POLLIN, 0}, {wake_[0], POLLIN, 0}};
    for (const Line& line : lines_) {
      polled.push_back({line.device, POLLIN, 0});
      polled.push_back({line.service, POLLIN, 0});
    }
    poll(polled.data(), polled.size(), -1);
    std::size_t at = 2;
    for (auto line = lines_.begin(); line != lines_.end(); at += 2) {
      bool open = true;
      if (polled[at].revents != 0) {
        open = passOn(line->device, line->service, Direction::kToService);
      }
      if (open && polled[at + 1].revents != 0) {
        open = passOn(line->service, line->device, Direction::kToDevice);
      }
      const std::lock_guard lock(mutex_);
      if (open) {
        ++line;
      } else {
        close(line->device);
        close(line->service);
        line = lines_.erase(line);
      }
    }
    if (polled[0].revents != 0) {
      accept();
    }
  }
}

void FaultyProxy::accept() {
  const int device = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  if (device < 0) {
    return;
  }
  const int service = refusing_ ? -1 : connectTo(service_port_);
  if (service < 0) {
    close(device);
    return;
  }
  const int yes = 1;
  setsockopt(device, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  const std::lock_guard lock(mutex_);
  lines_.push_back({device, service});
}

// False when the line has ended.
bool FaultyProxy::passOn(int from, int to, Direction direction) {
  std::array<char, 16 * 1024> portion;
  const ssize_t received = recv(from, portion.data(), portion.size(), 0);
  if (received <= 0) {
    return false;
  }
  if (const std::int64_t delay_ms = delay_ms_; delay_ms > 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(delay_ms));  // the slow line itself
  }
  auto size = static_cast<std::uint64_t>(received);
  std::atomic<std::uint64_t>& left = cut_after_[index(direction)];
  const bool cut_here = left != kNever && size > left;
  if (cut_here) {
    size = left;
  } else if (left != kNever) {
    left -= size;
  }
  if (!swallowing_[index(direction)] && !sendAll(to, portion.data(), size)) {
    return false;
  }
  passed_[index(direction)] += size;
  if (cut_here) {
    left = kNever;
    ++cuts_;
    endAll();
    return false;
  }
  return true;
}

}  // namespace doorstep::tests
