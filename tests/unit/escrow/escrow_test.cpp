#include <QTest>
#include <string>

#include "sync/escrow/escrow.h"
#include "sync/escrow/spoken_text.h"

using namespace doorstep::escrow;

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

bool isRefused(const std::string& text) {
  return !fromSpokenText(text).ok();
}

}  // namespace

class EscrowTest : public QObject {
  Q_OBJECT

 private slots:
  void textComesBack_data() {
    QTest::addColumn<int>("size");
    for (int size : {0, 1, 2, 3, 4, 5, 31, 33, 81}) {
      QTest::addRow("%d bytes", size) << size;
    }
  }
  void textComesBack() {
    QFETCH(int, size);
    std::string bytes;
    for (int i = 0; i < size; ++i) {
      bytes.push_back(static_cast<char>(i * 37 + 200));
    }
    const std::string text = toSpokenText(bytes);
    QVERIFY(fromSpokenText(text).value() == bytes);
  }

  void knownText() {
    // "hello" is D1JPR-V3F in Crockford's base32, here with a check digit after each four.
    QCOMPARE(toSpokenText("hello"), std::string("D1JPD-RV3FC"));
  }

  void peopleTypeFreely() {
    const std::string text = toSpokenText(std::string("\x00\x00\x00\x00\x00\x08\x42\x10", 8));
    std::string typed = " ";
    for (const char c : text) {
      typed.push_back(c == '0' ? 'o' : c == '1' ? 'l' : c == '-' ? '\n' : static_cast<char>(std::tolower(c)));
    }
    QVERIFY(typed.find('o') != std::string::npos && typed.find('l') != std::string::npos);
    QVERIFY(fromSpokenText(typed).value() == fromSpokenText(text).value());
  }

  void everyWrongCharacterIsFound() {
    const std::string text = recoveryText(Secret::random());
    for (std::size_t at = 0; at < text.size(); ++at) {
      for (const char other : kAlphabet) {
        if (text[at] != '-' && text[at] != other) {
          std::string wrong = text;
          wrong[at] = other;
          QVERIFY(isRefused(wrong));
        }
      }
    }
  }

  void everySwapIsFound() {
    const std::string text = slotText(std::string(kSlotSize, '\x5C'));
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      if (text[at] != text[at + 1] && text[at] != '-' && text[at + 1] != '-') {
        std::string wrong = text;
        std::swap(wrong[at], wrong[at + 1]);
        QVERIFY(isRefused(wrong));
      }
    }
    for (std::size_t at = 0; at + 11 < text.size(); at += 6) {
      QVERIFY(isRefused(text.substr(0, at) + text.substr(at + 6, 6) + text.substr(at, 6) + text.substr(at + 12)));
      QVERIFY(isRefused(text.substr(0, at) + text.substr(at + 6)));
    }
  }

  void mistakeIsPlaced() {
    std::string text = recoveryText(Secret::random());
    text[2 * 6 + 1] = text[2 * 6 + 1] == '0' ? '1' : '0';
    const absl::Status status = recoveryKeyFromText(text).status();
    QCOMPARE(static_cast<int>(status.code()), static_cast<int>(absl::StatusCode::kInvalidArgument));
    QVERIFY(status.message().find("group 3 ") != absl::string_view::npos);
    QVERIFY(isRefused("7QK3U"));
  }

  void organisationGivesTheKeyBack() {
    const Secret key = Secret::random();
    const KeyPair organisation = makeKeyPair();
    const std::string slot = seal(key, organisation.public_key).value();
    QVERIFY(slot.find(key.view()) == std::string::npos);
    const std::string recovery = openSlotText(slotText(slot), organisation.public_key, organisation.secret_key).value();
    QVERIFY(recoveryKeyFromText(recovery).value() == key);
  }

  void anotherOrganisationCannot() {
    const KeyPair organisation = makeKeyPair();
    const KeyPair other = makeKeyPair();
    const std::string slot = seal(Secret::random(), organisation.public_key).value();
    QCOMPARE(static_cast<int>(open(slot, other.public_key, other.secret_key).status().code()),
             static_cast<int>(absl::StatusCode::kPermissionDenied));
    std::string damaged = slot;
    damaged[40] = static_cast<char>(damaged[40] ^ 1);
    QVERIFY(!open(damaged, organisation.public_key, organisation.secret_key).ok());
  }

  void textsAreNotMixedUp() {
    const std::string slot = slotText(std::string(kSlotSize, 'x'));
    QVERIFY(!recoveryKeyFromText(slot).ok());
    QVERIFY(!slotFromText(recoveryText(Secret::random())).ok());
    QVERIFY(!slotFromText(slot.substr(0, slot.size() - 6)).ok());
    QVERIFY(!recoveryKeyFromText("").ok());
  }

  void badPublicKeyIsRefused() {
    QVERIFY(!seal(Secret::random(), "short").ok());
    QVERIFY(!seal(Secret::random(), std::string(kPublicKeySize, '\0')).ok());
  }

  void secretsMoveAndCompare() {
    Secret one = Secret::random();
    const Secret copy = one.clone();
    const Secret moved = std::move(one);
    QVERIFY(moved == copy);
    QVERIFY(!(Secret::random() == copy));
    QVERIFY(!Secret::of("too short").has_value());
  }
};

QTEST_GUILESS_MAIN(EscrowTest)
#include "escrow_test.moc"
