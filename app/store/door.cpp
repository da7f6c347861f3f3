#include "app/store/door.h"

#include <cctype>

namespace doorstep::store {
namespace {

constexpr std::size_t kDigits = 8;

bool isDigit(char character) {
  return std::isdigit(static_cast<unsigned char>(character)) != 0;
}

}  // namespace

std::string doorOf(const v1::Household& household) {
  std::string door;
  for (const std::string* part : {&household.building(), &household.unit(), &household.dwelling()}) {
    if (!part->empty()) {
      door += door.empty() ? "" : " ";
      door += *part;
    }
  }
  return door.empty() ? household.address() : door;
}

std::string doorSortKey(std::string_view door) {
  std::string key;
  for (std::size_t i = 0; i < door.size();) {
    std::size_t end = i;
    while (end < door.size() && isDigit(door[end])) {
      ++end;
    }
    if (end == i) {
      key += door[i++];
      continue;
    }
    const std::string_view digits = door.substr(i, end - i);
    key += std::string(digits.size() < kDigits ? kDigits - digits.size() : 0, '0');
    key += digits;
    i = end;
  }
  return key;
}

}  // namespace doorstep::store
