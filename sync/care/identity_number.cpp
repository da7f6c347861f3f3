#include "sync/care/identity_number.h"

#include <algorithm>
#include <array>

#include "sync/care/calendar.h"

namespace doorstep::care {
namespace {

int numberAt(std::string_view digits, std::size_t from, std::size_t count) {
  int number = 0;
  for (const char digit : digits.substr(from, count)) {
    number = number * 10 + (digit - '0');
  }
  return number;
}

}  // namespace

bool hasIdentityNumberForm(std::string_view number) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (number.size() != 18 || !std::all_of(number.begin(), number.end() - 1, is_digit) ||
      !(is_digit(number.back()) || number.back() == 'X' || number.back() == 'x')) {
    return false;
  }
  v1::Date birth;
  birth.set_year(numberAt(number, 6, 4));
  birth.set_month(numberAt(number, 10, 2));
  birth.set_day(numberAt(number, 12, 2));
  return isValid(birth);
}

bool hasRightCheckDigit(std::string_view number) {
  static constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  static constexpr std::string_view kCheckDigits = "10X98765432";
  int sum = 0;
  for (std::size_t index = 0; index < kWeights.size(); ++index) {
    sum += kWeights[index] * (number[index] - '0');
  }
  const char last = number.back() == 'x' ? 'X' : number.back();
  return kCheckDigits[static_cast<std::size_t>(sum % 11)] == last;
}

}  // namespace doorstep::care
