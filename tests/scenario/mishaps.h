#pragma once

#include <QTemporaryDir>
#include <string>

#include "tests/scenario/field.h"

namespace doorstep::tests {

// What an operator does about the ledger as a whole, by the commands that doorstepctl has. The service runs
// before and after each.
void backUp(Field& field, const std::string& file);
void restore(Field& field, const std::string& file);
void revokeAll(Field& field, const std::string& staff_number);
// A sealed file that came on a stick, sent from the desk; gives the receipts that lie beside it then.
std::string carry(Field& field, const std::string& sealed);

// An image of the service's whole machine, which can be put back without anybody telling the service.
class MachineImage {
 public:
  explicit MachineImage(Field& field);
  void putBack();

 private:
  Field& field_;
  QTemporaryDir image_;
};

}  // namespace doorstep::tests
