#include <QtTest>

#include <QTemporaryDir>
#include <atomic>
#include <sstream>

#include "sync/ctl/file.h"
#include "sync/ctl/operator_commands.h"
#include "sync/escrow/escrow.h"

using namespace doorstep::ctl;
namespace escrow = doorstep::escrow;

class EscrowTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    QVERIFY(folder_.isValid());
    key_file_ = folder_.filePath("escrow.key").toStdString();
    text_file_ = folder_.filePath("text").toStdString();
    const escrow::KeyPair organisation = escrow::makeKeyPair();
    QCOMPARE(escrow::publicKeyOf(organisation.secret_key), organisation.public_key);
    QVERIFY(writeFile(key_file_, organisation.secret_key.view()).ok());
    QVERIFY(writeFile(text_file_, escrow::slotText(*escrow::seal(key_, organisation.public_key)) + "\n").ok());
  }

  void aForgottenPinLosesNothing() {
    QCOMPARE(run(), kExitDone);
    const auto recovered = escrow::recoveryKeyFromText(out_.str());
    QVERIFY(recovered.ok());
    QVERIFY(*recovered == key_);
  }

  void theKeyOfAnotherOrganisationOpensNothing() {
    QVERIFY(writeFile(key_file_, escrow::makeKeyPair().secret_key.view()).ok());
    QCOMPARE(run(), kExitInput);
    QVERIFY(out_.str().empty());
    QVERIFY(!err_.str().empty());
  }

  void aMistypedTextIsSaidToBeOne() {
    QVERIFY(writeFile(text_file_, "7QK3D-00000").ok());
    QCOMPARE(run(), kExitInput);
    QVERIFY(out_.str().empty());
  }

  void aKeyFileOfAnotherKindIsRefused() {
    QVERIFY(writeFile(key_file_, "short").ok());
    QCOMPARE(run(), kExitInput);
    QVERIFY(out_.str().empty());
  }

 private:
  int run() {
    out_.str("");
    err_.str("");
    const Console console{out_, err_, Language::kEnglish, interrupted_};
    return escrowCommand(console, {key_file_, text_file_});
  }

  QTemporaryDir folder_;
  std::string key_file_;
  std::string text_file_;
  const escrow::Secret key_ = escrow::Secret::random();
  std::ostringstream out_;
  std::ostringstream err_;
  std::atomic<bool> interrupted_ = false;
};

QTEST_APPLESS_MAIN(EscrowTest)
#include "escrow_test.moc"
