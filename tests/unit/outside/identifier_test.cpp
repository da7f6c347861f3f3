#include "sync/outside/identifier.h"

#include <QtTest>
#include <set>

using namespace doorstep::outside;

namespace {

class SettableClock final : public Clock {
 public:
  absl::Time wall = absl::FromUnixMillis(1'795'000'000'000);
  absl::Time now() const override { return wall; }
  absl::Duration monotonic() const override { return absl::ZeroDuration(); }
  std::string bootId() const override { return std::string(16, 'b'); }
};

}  // namespace

class IdentifierTest : public QObject {
  Q_OBJECT

 private slots:
  void isVersionSevenWithItsTimeInFront() {
    SettableClock clock;
    SystemRandom random;
    const std::string id = IdentifierSource(clock, random).next();
    QCOMPARE(id.size(), kIdentifierSize);
    QCOMPARE(static_cast<unsigned char>(id[6]) >> 4, 7);
    QCOMPARE(static_cast<unsigned char>(id[8]) >> 6, 2);
    std::int64_t ms = 0;
    for (int i = 0; i < 6; ++i) {
      ms = ms << 8 | static_cast<unsigned char>(id[static_cast<std::size_t>(i)]);
    }
    QCOMPARE(ms, absl::ToUnixMillis(clock.wall));
  }

  void ascendsWhileTheClockStandsAndWhenItIsSetBack() {
    SettableClock clock;
    SystemRandom random;
    IdentifierSource source(clock, random);
    std::string last = source.next();
    for (int i = 0; i < 5000; ++i) {
      if (i == 2500) {
        clock.wall -= absl::Hours(24 * 3650);
      }
      const std::string next = source.next();
      QVERIFY(next > last);
      last = next;
    }
  }

  void hexGoesBothWaysAndRefusesWhatIsNone() {
    const std::string id("\x01\x9a\xff\x00 0123456789a\x7f", 16);
    QCOMPARE(identifierFromHex(toHex(id)), id);
    QVERIFY(!identifierFromHex("abc").has_value());
    QVERIFY(!identifierFromHex(std::string(32, 'g')).has_value());
  }

  void chanceBelowStaysBelow() {
    SystemRandom random;
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 200; ++i) {
      seen.insert(random.below(3));
      QVERIFY(random.below(1ULL << 40) < (1ULL << 40));
    }
    QCOMPARE(seen, (std::set<std::uint64_t>{0, 1, 2}));
  }
};

QTEST_GUILESS_MAIN(IdentifierTest)
#include "identifier_test.moc"
