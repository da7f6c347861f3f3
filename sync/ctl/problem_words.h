#pragma once

#include <string>
#include <string_view>

#include "doorstep/v1/problem.pb.h"
#include "sync/ctl/language.h"

// Problems in a person's words. Pure; any thread.
namespace doorstep::ctl {

// What a field or column is called; the path itself for one that has no name of its own.
std::string fieldName(std::string_view field, Language language);

// What is wrong, without the field: "the check digit is wrong".
std::string problemText(const v1::Problem& problem, Language language);

// "ID number: the check digit is wrong". The field stands first when there is one.
std::string problemSentence(const v1::Problem& problem, Language language);

// Whether a code has words of its own in both languages.
bool hasWords(v1::ProblemCode code);

}  // namespace doorstep::ctl
