#pragma once

#include <string>

#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/demo/people.h"

// What a visitor is told before ringing, and whom to ring if nobody opens. One thread.
namespace doorstep::ctl::demo {

void giveNotes(v1::ElderRow& elder, outside::Random& random);
// For somebody whose visitor writes such things down: what opens the door, where nothing is said yet.
void giveApproach(v1::ElderRow& elder, outside::Random& random);
void giveFamily(v1::ElderRow& elder, const std::string& surname, outside::Random& random, MadeUpNumbers& numbers);

}  // namespace doorstep::ctl::demo
