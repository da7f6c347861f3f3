#include <QtTest>
#include <string>

#include "sync/wire/blocks.h"
#include "sync/wire/frame.h"

using namespace doorstep;

namespace {

std::string lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "a line much like the one before it, number " + std::to_string(i) + "\n";
  }
  return text;
}

v1::PushRequest batch() {
  v1::PushRequest request;
  for (int i = 0; i < 40; ++i) {
    request.add_changes(lines(5));
  }
  return request;
}

// Zstandard's frame header: magic number, descriptor, then the stated size.
std::string stating(std::string frame, std::uint8_t low, std::uint8_t high) {
  frame[5] = static_cast<char>(low);
  frame[6] = static_cast<char>(high);
  return frame;
}

}  // namespace

class BlocksTest : public QObject {
  Q_OBJECT

 private slots:
  void aFrameGivesBackWhatItHolds() {
    const std::string text = lines(200);
    const std::string frame = wire::compressed(text);
    QVERIFY(!frame.empty());
    QVERIFY(frame.size() * 3 < text.size());
    QCOMPARE(*wire::decompressed(frame, text.size()), text);
  }

  void whatDoesNotGetSmallerIsNotPacked() {
    std::string noise;
    std::uint64_t state = 88172645463325252U;
    for (int i = 0; i < 4096; ++i) {
      state ^= state << 13;
      state ^= state >> 7;
      state ^= state << 17;
      noise.push_back(static_cast<char>(state >> 32));
    }
    QVERIFY(wire::compressed(noise).empty());
    v1::PushRequest request;
    request.add_changes(noise);
    wire::pack(request);
    QVERIFY(request.compressed().empty());
    QCOMPARE(request.changes_size(), 1);
  }

  void framesThatLieAreRefused_data() {
    const std::string text = lines(100);
    const std::string frame = wire::compressed(text);
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("most");
    const auto row = [](const char* name, const std::string& bytes, std::size_t most) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(most);
    };
    row("larger than allowed", frame, text.size() - 1);
    row("cut short", frame.substr(0, frame.size() - 1), text.size());
    row("two frames", frame + frame, 2 * text.size());
    row("something behind", frame + "x", text.size());
    row("no frame", text, text.size());
    row("nothing", "", text.size());
    row("states more than it holds", stating(frame, 0xFF, 0x7F), 1 << 20);
    row("states less than it holds", stating(frame, 0x01, 0x00), 1 << 20);
  }

  void framesThatLieAreRefused() {
    QFETCH(const QByteArray, frame);
    QFETCH(const int, most);
    const auto bytes = wire::decompressed(frame.toStdString(), static_cast<std::size_t>(most));
    QCOMPARE(bytes.status().code(), absl::StatusCode::kInvalidArgument);
  }

  void messagesTravelPacked() {
    v1::PushRequest request = batch();
    const std::string before = request.SerializeAsString();
    wire::pack(request);
    QCOMPARE(request.changes_size(), 0);
    QVERIFY(request.ByteSizeLong() * 3 < before.size());
    QVERIFY(wire::unpack(request).ok());
    QCOMPARE(request.SerializeAsString(), before);
    QVERIFY(wire::unpack(request).ok());  // what is not packed stays as it is
    QCOMPARE(request.SerializeAsString(), before);

    v1::PullReply small;
    small.set_done_households(1);
    wire::pack(small);
    QVERIFY(small.compressed().empty());
  }

  void messagesThatLieAreRefused() {
    v1::PushRequest beside = batch();
    wire::pack(beside);
    beside.add_changes("more");
    QVERIFY(absl::IsInvalidArgument(wire::unpack(beside)));

    v1::PushRequest within = batch();
    wire::pack(within);
    v1::PushRequest around;
    around.set_compressed(wire::compressed(within.SerializeAsString() + lines(50)));
    QVERIFY(absl::IsInvalidArgument(wire::unpack(around)));

    v1::PullReply nothing;
    nothing.set_compressed(wire::compressed(lines(50)));
    const absl::Status refused = wire::unpack(nothing);
    QVERIFY(absl::IsInvalidArgument(refused));
    QVERIFY(std::string(refused.message()).starts_with("compressed"));

    v1::PushRequest large;  // more than sync.proto allows, in few bytes
    large.set_compressed(wire::compressed(std::string(3 * 1024 * 1024, 'a')));
    QVERIFY(large.compressed().size() < 4096);
    QVERIFY(absl::IsInvalidArgument(wire::unpack(large)));
  }
};

QTEST_APPLESS_MAIN(BlocksTest)
#include "blocks_test.moc"
