#pragma once

#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/cells.h"

// The rows of what work is done with: whom to ring, facilities, targets, programmes, and visits written on paper.
// What is wrong with the cells is noted with them. Pure; any thread.
namespace doorstep::ctl {

void fillDuty(Cells& cells, v1::DutyRow& row);
void fillFacility(Cells& cells, v1::FacilityRow& row);
// Hours are written with their unit: 10437h, 10437小时, 90min, 90分钟.
void fillTarget(Cells& cells, v1::TargetRow& row);
void fillProgramme(Cells& cells, v1::ProgrammeRow& row);
// Without a start only the day is known.
void fillPaperVisit(Cells& cells, v1::PaperVisitRow& row);

}  // namespace doorstep::ctl
