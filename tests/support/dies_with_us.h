#pragma once

#include <signal.h>
#include <sys/prctl.h>

#include <QProcess>

namespace doorstep::tests {

// A program that a test starts ends with the test, however that ends. Before each start, on a thread that stays:
// the system counts that thread as the parent.
inline void dieWithUs(QProcess& process) {
  process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

}  // namespace doorstep::tests
