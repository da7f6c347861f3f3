#pragma once

#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "sync/sqlite/database.h"

// What every test of this folder needs: a place for a database and a key for it.
namespace doorstep::sqlite {

#define VERIFY_OK(expression)                                       \
  do {                                                              \
    const absl::Status checked = (expression);                      \
    QVERIFY2(checked.ok(), std::string(checked.message()).c_str()); \
  } while (false)

#define COMPARE_CODE(expression, expected) \
  QCOMPARE(static_cast<int>((expression).code()), static_cast<int>(absl::StatusCode::expected))

inline Key keyOf(std::uint8_t fill) {
  std::array<std::uint8_t, Key::kSize> bytes{};
  bytes.fill(fill);
  return Key(bytes);
}

inline OpenOptions withKey(std::uint8_t fill = 7) {
  OpenOptions options;
  options.key = keyOf(fill);
  options.busy_timeout = absl::ZeroDuration();
  return options;
}

inline std::string contentOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void overwrite(const std::string& path, std::streamoff at, std::string_view bytes) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(at);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

class Scratch {
 public:
  std::string path(const char* name = "store.db") const { return folder_.filePath(name).toStdString(); }

 private:
  QTemporaryDir folder_;
};

}  // namespace doorstep::sqlite
