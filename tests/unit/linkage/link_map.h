#pragma once

#include <QString>
#include <QStringList>
#include <QTextStream>

namespace doorstep::tests {

// What a linker's map says about SQLite.
struct SqliteLinkage {
  int symbols = 0;               // sqlite3_… defined by the cipher's own object file
  bool opens_databases = false;  // sqlite3_open_v2 and sqlite3_key are among them
  QStringList foreign;           // whatever comes from elsewhere: a symbol with its file, or a library
};

SqliteLinkage readLinkMap(QTextStream& map);

// Libraries of SQLite's or SQLCipher's own in a listing of files (a map's LOAD lines, /proc/self/maps).
bool isSqliteLibrary(const QString& path);

}  // namespace doorstep::tests
