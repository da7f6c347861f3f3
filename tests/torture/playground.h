#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/scenario/field.h"
#include "tests/support/faulty_proxy.h"
#include "tests/torture/books.h"
#include "tests/torture/tablet_process.h"

namespace doorstep::torture {

// doorstepd and three tablets as programs, a line between, and a desk that looks on: what can be done to them, and
// what they leave behind. Belongs to one thread.
class Playground {
 public:
  struct Tablet {
    std::unique_ptr<tests::FaultyProxy> line;
    std::unique_ptr<TabletProcess> process;
  };

  Playground();

  std::vector<Tablet>& tablets() { return tablets_; }
  void start(Tablet& tablet);  // or starts it again
  tests::ServiceProgram& service() { return field_.service(); }
  std::string serviceFolder() const { return field_.folder("service"); }
  absl::Status restartService();

  // Processes events until it is so, a tablet has ended by itself, or patience has.
  bool until(const std::function<bool()>& reached, absl::Duration patience);

  // All that is wrong, read from the disk.
  Complaints checkStore(const Tablet& tablet) const;
  Complaints checkLedger() const;  // by the ledger's file
  Complaints checkDesk();          // by what a desk's tablet pulls
  Complaints checkEnd();           // with the service running, once all tablets have ended by themselves

  Ids acknowledged() const;
  std::size_t saved() const;
  std::size_t atService() const { return at_service_; }

 private:
  void add(const std::string& staff_number);

  tests::Field field_;
  tests::FieldTablet& desk_;
  std::vector<Tablet> tablets_;
  std::size_t at_service_ = 0;
};

}  // namespace doorstep::torture
