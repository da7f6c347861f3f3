#include <QCoreApplication>
#include <QTest>

#include "tests/unit/attachments/suites.h"

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  int failed = 0;
  for (const auto& suite : {&doorstep::tests::contentStoreSuite, &doorstep::tests::contentAccessSuite,
                            &doorstep::tests::tabletContentsSuite, &doorstep::tests::transferSuite}) {
    failed += QTest::qExec((*suite)().get(), argc, argv);
  }
  return failed;
}
