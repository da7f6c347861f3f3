#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "doorstep/v1/problem.pb.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/language.h"

// What an import did not take, for the person who corrects it. Pure; any thread.
namespace doorstep::ctl {

using RefusedRows = std::map<std::uint32_t, std::vector<v1::Problem>>;  // by line

std::string reasonText(const std::vector<v1::Problem>& problems, Language language);

// A file of the refused rows with the columns of the original and the reason behind (a reason from
// an earlier round is replaced), with a byte order mark so that spreadsheets read it as UTF-8.
std::string refusedFile(const std::vector<std::string>& header, const std::vector<CsvRecord>& records,
                        const RefusedRows& refused, Language language);

}  // namespace doorstep::ctl
