#pragma once

#include "doorstep/v1/attachment.pb.h"
#include "doorstep/v1/checklist.pb.h"
#include "doorstep/v1/directory.pb.h"
#include "doorstep/v1/duty.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/ladder.pb.h"
#include "doorstep/v1/risk.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "doorstep/v1/service_entry.pb.h"
#include "doorstep/v1/target.pb.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/care/field_check.h"

// One check a kind of record. Internal to validation.
namespace doorstep::care {

void checkRecord(const v1::Area& area, FieldCheck& check);
void checkRecord(const v1::Organisation& organisation, FieldCheck& check);
void checkRecord(const v1::Programme& programme, FieldCheck& check);
void checkRecord(const v1::Worker& worker, FieldCheck& check);
void checkRecord(const v1::ChecklistTemplate& checklist, FieldCheck& check);
void checkRecord(const v1::DistrictRules& rules, FieldCheck& check);
void checkRecord(const v1::DutyRoster& duty, FieldCheck& check);
void checkRecord(const v1::Facility& facility, FieldCheck& check);
void checkRecord(const v1::Target& target, FieldCheck& check);

void checkRecord(const v1::Household& household, FieldCheck& check);
void checkRecord(const v1::Elder& elder, FieldCheck& check);
void checkRecord(const v1::ElderIdentity& identity, FieldCheck& check);
void checkRecord(const v1::Contact& contact, FieldCheck& check);
void checkRecord(const v1::Assignment& assignment, FieldCheck& check);

void checkRecord(const v1::Visit& visit, FieldCheck& check);
void checkRecord(const v1::ServiceEntry& entry, FieldCheck& check);
void checkRecord(const v1::ServiceEntryEvent& event, FieldCheck& check);
// Risks that only few may see travel as a kind of their own (architecture decision 4): the kind of
// record and the kind of risk must agree.
void checkRecord(const v1::RiskFlag& flag, bool restricted, FieldCheck& check);
void checkRecord(const v1::RiskEvent& event, FieldCheck& check);
void checkRecord(const v1::Ladder& ladder, FieldCheck& check);
void checkRecord(const v1::LadderEvent& event, FieldCheck& check);
void checkRecord(const v1::Attachment& attachment, FieldCheck& check);

}  // namespace doorstep::care
