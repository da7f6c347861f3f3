#include "link_map.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace doorstep::tests {
namespace {

// The object itself, not a member of an archive: "…/sqlcipher.dir/…/sqlite3.c.o".
bool isCipherObject(const QString& file) {
  return file.contains("sqlcipher.dir/") && file.endsWith("/sqlite3.c.o");
}

}  // namespace

bool isSqliteLibrary(const QString& path) {
  static const QRegularExpression name("^lib(sqlite3|sqlcipher|qsqlite)[.\\d-]*\\.(so|a)");
  return name.match(QFileInfo(path).fileName()).hasMatch();
}

SqliteLinkage readLinkMap(QTextStream& map) {
  static const QRegularExpression contribution("\\s0x[0-9a-f]+\\s+0x[0-9a-f]+\\s+(\\S.*)$");
  static const QRegularExpression symbol("^\\s+0x[0-9a-f]+\\s+(sqlite3_\\w+)$");
  static const QRegularExpression load("^LOAD (.+)$");
  SqliteLinkage linkage;
  QSet<QString> own;
  QString file;
  for (QString line = map.readLine(); !line.isNull(); line = map.readLine()) {
    if (const auto named = symbol.match(line); named.hasMatch()) {
      if (isCipherObject(file)) {
        own.insert(named.captured(1));
      } else {
        linkage.foreign << named.captured(1) + " from " + file;
      }
    } else if (const auto from = contribution.match(line); from.hasMatch()) {
      file = from.captured(1);
    } else if (const auto loaded = load.match(line); loaded.hasMatch() && isSqliteLibrary(loaded.captured(1))) {
      linkage.foreign << loaded.captured(1);
    }
  }
  linkage.symbols = static_cast<int>(own.size());
  linkage.opens_databases = own.contains("sqlite3_open_v2") && own.contains("sqlite3_key");
  return linkage;
}

}  // namespace doorstep::tests
