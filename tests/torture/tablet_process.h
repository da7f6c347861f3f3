#pragma once

#include <QProcess>
#include <cstddef>
#include <functional>
#include <string>

#include "absl/time/time.h"
#include "tests/scenario/field_tablet.h"
#include "tests/torture/books.h"

namespace doorstep::torture {

// doorstep_torture_tablet over one store, life after life, and all that it says. Belongs to one thread, and hears
// only while that thread's events are processed.
class TabletProcess {
 public:
  struct Setting {
    std::string name;
    std::string folder;
    tests::FieldTablet::Identity identity;
    absl::Duration pace;  // from one visit to the next
  };
  explicit TabletProcess(Setting setting);
  ~TabletProcess();
  TabletProcess(const TabletProcess&) = delete;
  TabletProcess& operator=(const TabletProcess&) = delete;

  const std::string& name() const { return setting_.name; }
  const std::string& folder() const { return setting_.folder; }

  void start(absl::Time at);  // its clock's
  // SIGKILL; hears to the end what it had said.
  void kill();
  // It saves no more, lets all through and ends by itself.
  void beginRest() { process_.closeWriteChannel(); }
  bool runs() const { return process_.state() != QProcess::NotRunning; }
  bool endedWell() const;
  // The last thing it wrote to standard error.
  std::string lastWords() const;

  const Said& said() const { return said_; }
  std::size_t lines() const { return lines_; }  // in all its lives
  std::size_t lives() const { return lives_; }

 private:
  void hear();

  Setting setting_;
  QProcess process_;
  Said said_;
  std::size_t lines_ = 0;
  std::size_t lives_ = 0;
};

}  // namespace doorstep::torture
