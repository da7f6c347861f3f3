#include "tests/scenario/decisions.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  int failed = 0;
  for (const auto run : {doorstep::tests::runConflictUnresolvable, doorstep::tests::runCreateThenUpdate,
                         doorstep::tests::runSameElderTwice}) {
    failed += run(argc, argv);
  }
  return failed;
}
