#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// UTF-8 text as files hold it and terminals show it. Pure; any thread.
namespace doorstep::ctl {

// The 1-based line of the first byte that is not UTF-8, or nothing.
std::optional<std::size_t> firstLineNotUtf8(std::string_view content);

// Columns a terminal needs: two for Chinese characters and full-width signs, none for combining ones.
std::size_t displayWidth(std::string_view text);
std::string padRight(std::string_view text, std::size_t width);
std::string padLeft(std::string_view text, std::size_t width);

// Without white space at both ends, the ideographic space and no-break space included.
std::string_view trimmed(std::string_view text);

std::string concat(std::initializer_list<std::string_view> parts);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string replaceAll(std::string text, std::string_view from, std::string_view to);
bool sameIgnoringCase(std::string_view left, std::string_view right);  // case of ASCII letters
bool containsIgnoringCase(std::string_view text, std::string_view part);
// A decimal number and nothing else, white space around it aside.
std::optional<int> integerFrom(std::string_view text);

}  // namespace doorstep::ctl
