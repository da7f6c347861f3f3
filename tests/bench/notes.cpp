#include "tests/bench/notes.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace doorstep::bench {
namespace {

std::vector<std::string> read() {
  std::ifstream file(DOORSTEP_BENCH_NOTES);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  if (lines.empty()) {
    std::fprintf(stderr, "the notes cannot be read: %s\n", DOORSTEP_BENCH_NOTES);
    std::abort();
  }
  return lines;
}

}  // namespace

const std::vector<std::string>& notes() {
  static const std::vector<std::string> kNotes = read();
  return kNotes;
}

}  // namespace doorstep::bench
