#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/judgement.h"

// What is said about one row of a file: fields are the file's columns, never a record's.
namespace doorstep::service {

v1::ImportRowResult rowResult(std::uint32_t line, v1::ImportOutcome outcome);
v1::ImportRowResult refusedRow(std::uint32_t line, Problems problems);

// Two rows of one file with the same key; `other` is the line of the first.
v1::Problem duplicateOf(const std::string& column, std::uint32_t other);

// A record's problems in the columns they came from: `columns` maps beginnings of field paths.
Problems inColumns(Problems problems, const std::map<std::string, std::string>& columns);

// Keys of one file, with the line they first stood on. A file of 100,000 rows comes in many requests, and a
// request's commit may fail and run again: what it added holds from keep() on.
class LinesByKey {
 public:
  // The line on which the key stood before, or 0. Empty keys never stand twice.
  std::uint32_t add(const std::string& key, std::uint32_t line);
  void keep();
  void forget();  // what was added since keep()

 private:
  std::map<std::string, std::uint32_t> kept_;
  std::map<std::string, std::uint32_t> added_;
};

}  // namespace doorstep::service
