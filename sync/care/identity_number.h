#pragma once

#include <string_view>

// The citizen's identity number of GB 11643-1999: six digits of area, eight of birth date, three of
// order and a check digit by ISO 7064 MOD 11-2. Pure.
namespace doorstep::care {

// 17 digits and a digit or X, with a real birth date inside.
bool hasIdentityNumberForm(std::string_view number);
// The check digit is right. Only for numbers of that form.
bool hasRightCheckDigit(std::string_view number);

}  // namespace doorstep::care
