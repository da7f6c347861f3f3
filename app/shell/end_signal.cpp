#include "app/shell/end_signal.h"

#include <sys/socket.h>
#include <unistd.h>

#include <QCoreApplication>
#include <csignal>

namespace doorstep::shell {
namespace {

constexpr int kSignals[] = {SIGTERM, SIGINT, SIGHUP};

int sockets[2] = {-1, -1};  // a signal handler may do little more than write into one

void onSignal(int) {
  const char byte = 1;
  [[maybe_unused]] const ssize_t written = ::write(sockets[0], &byte, 1);
}

}  // namespace

EndSignal::EndSignal() {
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, sockets) != 0) {
    return;
  }
  notifier_ = std::make_unique<QSocketNotifier>(sockets[1], QSocketNotifier::Read);
  QObject::connect(notifier_.get(), &QSocketNotifier::activated, notifier_.get(), [] { QCoreApplication::quit(); });
  for (const int number : kSignals) {
    std::signal(number, onSignal);
  }
}

EndSignal::~EndSignal() {
  for (const int number : kSignals) {
    std::signal(number, SIG_DFL);
  }
  notifier_.reset();
  for (int& one : sockets) {
    ::close(one);
    one = -1;
  }
}

}  // namespace doorstep::shell
