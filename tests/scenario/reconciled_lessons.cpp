#include <QCoreApplication>

#include "tests/scenario/lessons.h"

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  int failed = 0;
  for (const auto run : {doorstep::tests::runReassignedHouseholds, doorstep::tests::runMovedContacts,
                         doorstep::tests::runPicturesMissing}) {
    failed += run(argc, argv);
  }
  return failed;
}
