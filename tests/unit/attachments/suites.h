#pragma once

#include <QObject>
#include <memory>

namespace doorstep::tests {

std::unique_ptr<QObject> contentStoreSuite();
std::unique_ptr<QObject> contentAccessSuite();
std::unique_ptr<QObject> tabletContentsSuite();
std::unique_ptr<QObject> transferSuite();

}  // namespace doorstep::tests
