#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "doorstep/v1/problem.pb.h"
#include "sync/ctl/input_file.h"
#include "sync/ctl/language.h"

// What an import did not take, for the person who corrects it. One thread.
namespace doorstep::ctl {

using RefusedRows = std::map<std::uint32_t, std::vector<v1::Problem>>;  // by line

std::string reasonText(const std::vector<v1::Problem>& problems, Language language);

// "roster.csv, line 7": the file without its folder.
std::string placeText(std::string_view path, std::uint32_t line, Language language);

// Writes a file of the refused rows in the encoding of the input, with its columns and the reason behind: file,
// line, column, what is wrong (a reason from an earlier round is replaced). UTF-8 has a byte order mark, so that
// spreadsheets read it as such. Reads the input once more. Failures: kFileUnreadable, kFileUnwritable.
absl::Status writeRefused(InputFile& input, const RefusedRows& refused, const std::string& path, Language language);

}  // namespace doorstep::ctl
