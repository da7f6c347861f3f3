#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/fuzz/target.h"

// Which target: DOORSTEP_FUZZ_TARGET. With DOORSTEP_FUZZ_SEEDS its seeds are written into that folder first.
namespace {

const doorstep::fuzz::Target& chosen() {
  static const doorstep::fuzz::Target& target = []() -> const doorstep::fuzz::Target& {
    const char* name = std::getenv("DOORSTEP_FUZZ_TARGET");
    for (const doorstep::fuzz::Target& one : doorstep::fuzz::targets()) {
      if (name != nullptr && std::string(name) == one.name) {
        return one;
      }
    }
    std::fprintf(stderr, "DOORSTEP_FUZZ_TARGET is one of:\n");
    for (const doorstep::fuzz::Target& one : doorstep::fuzz::targets()) {
      std::fprintf(stderr, "  %s\n", one.name);
    }
    std::exit(2);
  }();
  return target;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  const doorstep::fuzz::Target& target = chosen();  // while a wrong name can still end the program quietly
  const char* folder = std::getenv("DOORSTEP_FUZZ_SEEDS");
  if (folder == nullptr) {
    return 0;
  }
  std::filesystem::create_directories(folder);
  int number = 0;
  for (const std::string& seed : target.seeds()) {
    std::ofstream(std::filesystem::path(folder) / std::to_string(number++), std::ios::binary) << seed;
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const doorstep::fuzz::Outcome outcome = chosen().run({reinterpret_cast<const char*>(bytes), size});
  if (!outcome.empty()) {
    std::fprintf(stderr, "%s\n", outcome.c_str());
    std::abort();
  }
  return 0;
}
