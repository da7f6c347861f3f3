#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "doorstep/v1/time.pb.h"

// What options of the command line hold beside text. A validator is given an empty text when the value is good.
namespace doorstep::ctl {

CLI::Validator dateOption();
CLI::Validator monthOption();
CLI::Validator durationOption();
CLI::Validator elderKindOption();
CLI::Validator onOffOption();

std::vector<v1::Date> datesFrom(const std::vector<std::string>& texts);
bool isOn(const std::string& text);

}  // namespace doorstep::ctl
