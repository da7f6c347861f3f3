#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/language.h"

// Local rules as people and programs read them; the one that holds on the day is marked. Pure; any thread.
namespace doorstep::ctl {

std::string rulesText(const v1::GetRulesReply& reply, const v1::Date& on, Language language);
nlohmann::ordered_json rulesJson(const v1::GetRulesReply& reply, const v1::Date& on);

}  // namespace doorstep::ctl
