#pragma once

#include <set>
#include <string>

#include "doorstep/v1/elder.pb.h"
#include "sync/outside/random.h"

// Names and numbers of people who do not exist. One thread.
namespace doorstep::ctl::demo {

// Common surnames of the north-east by their share, given names by gender and generation.
std::string surname(outside::Random& random);
std::string givenName(outside::Random& random, v1::Gender gender, int birth_year);

// ID numbers of a right form that nobody has: their running numbers 996 to 999 were kept for people
// born in the century before, and mobile numbers of a range that was never given out.
class MadeUpNumbers {
 public:
  explicit MadeUpNumbers(outside::Random& random) : random_(random) {}
  // 18 characters; of each birthday at most two a gender, so the day may move on by a few.
  std::string idNumber(const std::string& area_code, v1::Gender gender, int birth_year);
  std::string phone();

 private:
  outside::Random& random_;
  std::set<std::string> given_;
};

}  // namespace doorstep::ctl::demo
