#pragma once

#include <string>

#include "sync/bundle/refusal.h"
#include "sync/ctl/language.h"

namespace doorstep::ctl {

// Why a bundle was not taken, in three sentences: what happened, what is safe, what to do. Pure; any thread.
std::string wordsOf(bundle::Refusal why, Language language);

}  // namespace doorstep::ctl
