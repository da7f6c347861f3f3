#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace doorstep::fuzz {

// Changes messages as an enemy or a broken disk would: the same bytes for the same number, everywhere. One thread.
class Mutator {
 public:
  Mutator(std::vector<std::string> seeds, std::uint64_t number) : seeds_(std::move(seeds)), state_(number) {}

  std::string next();

 private:
  std::uint64_t random();
  std::size_t below(std::size_t limit);
  void change(std::string& bytes);
  void insertSome(std::string& bytes);

  std::vector<std::string> seeds_;
  std::uint64_t state_;
};

}  // namespace doorstep::fuzz
