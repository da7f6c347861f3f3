#include <QTemporaryDir>
#include <QtTest>

#include "sync/service/ledger/embedded_ledger.h"
#include "tests/contract/ledger_contract.h"
#include "tests/support/manual_random.h"

using namespace doorstep;

namespace {

// A folder of its own for each test, with the key beside the ledger as the service has it.
tests::LedgerContract::Open freshPlace() {
  const auto folder = std::make_shared<QTemporaryDir>();
  return [folder]() -> std::unique_ptr<service::Ledger> {
    tests::ManualRandom random(7);
    const std::string path = folder->filePath("ledger.db").toStdString();
    const auto key = service::loadOrMakeKey(folder->filePath("ledger.key").toStdString(), path, random);
    auto ledger = service::EmbeddedLedger::open(path, *key);
    return ledger.ok() ? *std::move(ledger) : nullptr;
  };
}

}  // namespace

int main(int argc, char** argv) {
  tests::LedgerContract contract(freshPlace);
  return QTest::qExec(&contract, argc, argv);
}
