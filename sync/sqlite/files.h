#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

// What is done to a database's files while no connection of this process has them open: closing
// any other handle to the file would drop a connection's locks.
namespace doorstep::sqlite {

// What a plain SQLite file begins with.
inline constexpr std::string_view kPlaintextHeader{"SQLite format 3\0", 16};

// Whether the file begins as plain SQLite does. An absent or empty file is not plaintext.
absl::StatusOr<bool> isPlaintext(const std::string& path);

// Moves a damaged database with its -wal and -shm out of the way to "<path>.<suffix>" and returns that
// path. Nothing is deleted; ALREADY_EXISTS if the name is taken. The suffix is the caller's, usually a time.
absl::StatusOr<std::string> setAside(const std::string& path, std::string_view suffix);

}  // namespace doorstep::sqlite
