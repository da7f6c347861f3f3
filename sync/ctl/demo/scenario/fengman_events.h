#pragma once

#include "sync/ctl/demo/scenario/fengman_sketch.h"

namespace doorstep::ctl::demo {

// Deaths, moves, stays in institutions and in hospital, times away, and people who stand in the roster twice: each
// with the contacts made around it.
void planEvents(FengmanSketch& sketch);

}  // namespace doorstep::ctl::demo
