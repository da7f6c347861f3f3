#pragma once

#include <string>
#include <utility>

#include "doorstep/v1/attachment.pb.h"
#include "doorstep/v1/draft.pb.h"
#include "doorstep/v1/record.pb.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {

// Records as somebody would fill them in on this tablet, by its own clock. Nothing in them is a person's.
class Paperwork {
 public:
  Paperwork(World& world, TabletMachine& tablet) : world_(world), tablet_(tablet) {}

  std::string words();  // never the same twice
  v1::VisitDraft visit(const v1::Elder& elder, v1::ContactOutcome outcome);
  v1::Record correction(const v1::Visit& visit);
  v1::Record risk(const v1::Elder& elder);
  v1::Record riskEvent(const v1::RiskFlag& flag);
  v1::Record hours(const v1::Elder& elder);
  v1::Record hoursEvent(const v1::ServiceEntry& entry);
  v1::Record contact(const v1::Elder& elder);
  v1::Attachment picture(const v1::Elder& elder);  // without its content
  v1::Record assignment(const std::string& household_id);
  std::pair<v1::Record, v1::Record> newcomer();
  // Changes one field and names it.
  std::string editElder(v1::Elder& elder);
  v1::Date yesterday() const;

 private:
  absl::Time now() const { return tablet_.machine().clock.now(); }
  const std::string& worker() const { return tablet_.who().enrolment.worker_id; }
  static std::string householdOf(const v1::Elder& elder);

  World& world_;
  TabletMachine& tablet_;
};

}  // namespace doorstep::simulation
