#pragma once

#include <QSocketNotifier>
#include <memory>

namespace doorstep::shell {

// A session that ends, or somebody at a terminal, ends the window as closing it does: with what waits left sealed
// (tablet.h). One at a time; UI thread.
class EndSignal {
 public:
  EndSignal();
  ~EndSignal();
  EndSignal(const EndSignal&) = delete;
  EndSignal& operator=(const EndSignal&) = delete;

 private:
  std::unique_ptr<QSocketNotifier> notifier_;
};

}  // namespace doorstep::shell
