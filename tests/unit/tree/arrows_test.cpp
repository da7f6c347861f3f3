// Reads every include of the tree and refuses what the map forbids: README.md, "The map".

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

namespace {

const QString kTree = QStringLiteral(DOORSTEP_TREE);

struct Room {
  QStringList rooms;      // rooms of ours that may be included
  QStringList libraries;  // beginnings of foreign headers that may be included, beside std, absl and protobuf
};

// The map. A room is the longest of these prefixes that a file's path begins with.
const QMap<QString, Room>& map() {
  static const QMap<QString, Room> rooms{
      {"sync/outside", {{}, {"sodium"}}},
      {"sync/escrow", {{}, {"sodium"}}},
      {"sync/enrolment", {{"proto", "sync/outside"}, {"sodium"}}},
      {"sync/care", {{"proto"}, {}}},
      {"sync/replication", {{"proto"}, {"sodium"}}},
      {"sync/bundle", {{"proto", "sync/outside", "sync/escrow", "sync/replication"}, {"sodium", "openssl"}}},
      {"sync/wire", {{"proto"}, {"zstd"}}},
      {"sync/sqlite", {{}, {"sqlite3"}}},
      {"sync/client", {{"proto", "sync/outside", "sync/care", "sync/replication"}, {}}},
      {"sync/client/grpc",
       {{"proto", "sync/outside", "sync/care", "sync/replication", "sync/client", "sync/wire", "sync/enrolment"},
        {"grpc", "openssl", "sodium"}}},
      {"sync/service",
       {{"proto", "sync/outside", "sync/care", "sync/replication", "sync/wire", "sync/enrolment", "sync/escrow",
         "sync/bundle"},
        {"grpc", "openssl", "sodium", "spdlog", "CLI", "toml"}}},
      {"sync/service/daemon",
       {{"proto", "sync/outside", "sync/care", "sync/replication", "sync/service", "sync/service/ledger"},
        {"grpc", "spdlog", "CLI", "toml"}}},
      {"sync/service/ledger",
       {{"proto", "sync/outside", "sync/care", "sync/replication", "sync/service", "sync/sqlite"}, {"sodium"}}},
      {"sync/ctl",
       {{"proto", "sync/outside", "sync/care", "sync/replication", "sync/escrow", "sync/enrolment", "sync/bundle",
         "sync/service/ledger", "sync/ctl/demo/tablet"},
        {"grpc", "openssl", "CLI", "spdlog", "sodium", "unicode", "nlohmann"}}},
      {"sync/ctl/demo/tablet",
       {{"proto", "sync/outside", "sync/care", "sync/replication", "sync/client", "sync/client/grpc", "sync/wire"},
        {"grpc"}}},
      {"app/vault", {{"sync/outside", "sync/escrow"}, {"sodium", "Q"}}},
      {"app/store",
       {{"proto", "sync/outside", "sync/care", "sync/replication", "sync/sqlite", "sync/client", "sync/bundle",
         "sync/escrow"},
        {"unicode"}}},
      {"app/models",
       {{"proto", "sync/outside", "sync/care", "sync/client", "sync/bundle", "app/store", "app/vault"},
        {"Q", "unicode"}}},
      {"app/reports", {{"proto", "sync/care"}, {"Q"}}},
      // Files of rows are read the same here and by doorstepctl: one library of its folder has no connection.
      {"app/roster", {{"proto", "sync/outside", "sync/ctl"}, {}}},
      {"app/shell",
       {{"proto", "sync/outside", "sync/care", "sync/replication", "sync/client", "sync/client/grpc", "sync/ctl",
         "sync/bundle", "app/vault", "app/store", "app/models", "app/reports", "app/roster", "sync/sqlite"},
        {"Q", "qt6keychain", "CLI", "spdlog", "unicode", "grpc", "nlohmann"}}},
  };
  return rooms;
}

QString roomOf(const QString& path) {
  QString best;
  for (const QString& room : map().keys()) {
    if (path.startsWith(room + '/') && room.size() > best.size()) {
      best = room;
    }
  }
  return best;
}

// Which room an included header of ours belongs to; empty for headers from outside.
QString roomOfInclude(const QString& header) {
  if (header.startsWith("doorstep/v1/")) {
    return "proto";
  }
  return roomOf(header);
}

bool isFreeForAll(const QString& header) {
  static const QStringList prefixes{"absl/", "google/protobuf/"};
  static const QRegularExpression standard("^[a-z_0-9]+$");                  // <vector>
  static const QRegularExpression system("^(sys/|linux/)?[a-z_0-9]+\\.h$");  // <unistd.h>
  static const QSet<QString> libraries{"sqlite3.h", "sodium.h"};
  if (libraries.contains(header)) {
    return false;
  }
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const QString& p) { return header.startsWith(p); }) ||
         standard.match(header).hasMatch() || system.match(header).hasMatch();
}

QString refusal(const QString& room, const QString& header) {
  const Room& allowed = map()[room];
  if (const QString target = roomOfInclude(header); !target.isEmpty()) {
    return target == room || allowed.rooms.contains(target) ? QString() : room + " may not include " + header;
  }
  if (header.endsWith(".moc") || isFreeForAll(header)) {
    return {};
  }
  for (const QString& library : allowed.libraries) {
    if (header.startsWith(library)) {
      return {};
    }
  }
  return room + " may not include " + header;
}

QStringList sources(const QString& folder) {
  QStringList found;
  QDirIterator it(kTree + '/' + folder, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
  while (it.hasNext()) {
    found << QDir(kTree).relativeFilePath(it.next());
  }
  found.sort();
  return found;
}

}  // namespace

class ArrowsTest : public QObject {
  Q_OBJECT

 private slots:
  void everyIncludeFollowsTheMap() {
    static const QRegularExpression include("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]",
                                            QRegularExpression::MultilineOption);
    QStringList refused;
    int seen = 0;
    for (const QString& path : sources("sync") + sources("app")) {
      const QString room = roomOf(path);
      if (room.isEmpty()) {
        refused << path + " stands in no room of the map";
        continue;
      }
      QFile file(kTree + '/' + path);
      QVERIFY(file.open(QIODevice::ReadOnly));
      auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
      while (matches.hasNext()) {
        ++seen;
        if (const QString why = refusal(room, matches.next().captured(1)); !why.isEmpty()) {
          refused << path + ": " + why;
        }
      }
    }
    QVERIFY(seen > 100);
    QVERIFY2(refused.isEmpty(), qPrintable('\n' + refused.join('\n')));
  }

  void pagesReachOnlyTheModelsAndEachOther() {
    static const QRegularExpression import("^\\s*import\\s+([A-Za-z.]+|\"[^\"]*\")",
                                           QRegularExpression::MultilineOption);
    static const QStringList allowed{"QtQuick", "QtQml", "Doorstep"};
    QDirIterator it(kTree + "/qml", {"*.qml"}, QDir::Files, QDirIterator::Subdirectories);
    int seen = 0;
    while (it.hasNext()) {
      QFile file(it.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      auto matches = import.globalMatch(QString::fromUtf8(file.readAll()));
      while (matches.hasNext()) {
        ++seen;
        const QString module = matches.next().captured(1);
        const bool fine = std::any_of(allowed.begin(), allowed.end(),
                                      [&](const QString& a) { return module == a || module.startsWith(a + '.'); });
        QVERIFY2(fine, qPrintable(file.fileName() + " imports " + module));
      }
    }
    QVERIFY(seen > 10);
  }

  void refusesForbiddenArrows_data() {
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("header");
    QTest::addColumn<bool>("refused");
    QTest::newRow("care does no I/O") << "sync/care"
                                      << "sync/sqlite/database.h" << true;
    QTest::newRow("care has no clock") << "sync/care"
                                       << "sync/outside/clock.h" << true;
    QTest::newRow("the engine knows no gRPC") << "sync/client"
                                              << "grpcpp/grpcpp.h" << true;
    QTest::newRow("its subfolder does") << "sync/client/grpc"
                                        << "grpcpp/grpcpp.h" << false;
    QTest::newRow("models know no SQL") << "app/models"
                                        << "sync/sqlite/database.h" << true;
    QTest::newRow("models know no gRPC") << "app/models"
                                         << "sync/client/grpc/grpc_remote.h" << true;
    QTest::newRow("nothing looks back up") << "sync/service"
                                           << "app/store/store.h" << true;
    QTest::newRow("a store knows no Qt") << "app/store"
                                         << "QString" << true;
    QTest::newRow("everybody knows the records") << "sync/care"
                                                 << "doorstep/v1/elder.pb.h" << false;
  }

  void refusesForbiddenArrows() {
    QFETCH(QString, room);
    QFETCH(QString, header);
    QFETCH(bool, refused);
    QCOMPARE(!refusal(room, header).isEmpty(), refused);
  }
};

QTEST_GUILESS_MAIN(ArrowsTest)
#include "arrows_test.moc"
