#include "sync/service/rpc/asked_area.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kLongestCode = 20;

}  // namespace

std::string askedArea(const char* method, const std::string& area_code) {
  const bool is_code =
      area_code.size() <= kLongestCode &&
      std::all_of(area_code.begin(), area_code.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
  return absl::StrCat(method, " ", is_code ? area_code : "?");
}

}  // namespace doorstep::service
