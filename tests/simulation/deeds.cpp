#include "tests/simulation/deeds.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "sync/care/calendar.h"
#include "sync/replication/records.h"
#include "tests/simulation/decisions.h"
#include "tests/simulation/office.h"
#include "tests/simulation/paperwork.h"
#include "tests/simulation/saving.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

// Somebody with a tablet in hand.
class Person {
 public:
  Person(World& world, TabletMachine& tablet) : world_(world), tablet_(tablet), papers_(world, tablet) {}

  void visit(v1::ContactOutcome outcome);
  void visitElsewhere();
  void reportRisk();
  void editElder();
  void enterHours();
  void correctVisit();
  void addContact();
  void editContact();
  void stepOnRisk();
  void judgeHours();
  void reassign();
  void takeIn();
  bool settle() { return settleConflict(world_, tablet_) || settleDuplicate(world_, tablet_); }
  void judgeAside() { decideAside(world_, tablet_); }
  void addPicture() { world_.pictures().add(tablet_); }
  void wantPicture() { world_.pictures().want(tablet_); }
  void sealWhatWaits() { world_.sticks().seal(tablet_); }
  void exchange();
  void compare();
  void putAway();

  bool supervises() const { return !has(v1::ROLE_VISITOR); }

 private:
  bool has(v1::Role role) const {
    const auto& roles = tablet_.who().enrolment.roles;
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  }
  template <typename T>
  const T* any(const std::vector<T>& all) {
    return all.empty() ? nullptr : &all[world_.below(all.size())];
  }
  void save(const std::string& what, const std::function<absl::StatusOr<store::SaveResult>()>& attempt) {
    simulation::save(world_, tablet_, what, attempt);
  }
  void edit(const std::string& what, const v1::Record& before, const v1::Record& after) {
    save(what, [&] { return tablet_.store().edit(before, after); });
  }
  void append(const std::string& what, const v1::Record& record) {
    save(what, [&] { return tablet_.store().append(record); });
  }

  World& world_;
  TabletMachine& tablet_;
  Paperwork papers_;
};

void Person::visit(v1::ContactOutcome outcome) {
  const auto elders = tablet_.records(v1::RECORD_KIND_ELDER);
  if (const v1::Record* elder = any(elders)) {
    const v1::VisitDraft draft = papers_.visit(elder->elder(), outcome);
    save("visits " + world_.doorOf(draft.visit().household_id()) + ", " + v1::ContactOutcome_Name(outcome).substr(16),
         [&] { return tablet_.store().saveVisit(draft); });
  }
}

// A poison change: the service will put it aside.
void Person::visitElsewhere() {
  const auto elders = tablet_.records(v1::RECORD_KIND_ELDER);
  if (const v1::Record* elder = any(elders)) {
    v1::VisitDraft draft = papers_.visit(elder->elder(), v1::CONTACT_OUTCOME_SEEN);
    draft.mutable_visit()->set_household_id(std::string(16, 'x'));
    save("visits a door that does not exist", [&] { return tablet_.store().saveVisit(draft); });
  }
}

void Person::reportRisk() {
  const auto elders = tablet_.records(v1::RECORD_KIND_ELDER);
  if (const v1::Record* elder = any(elders)) {
    const v1::Record flag = papers_.risk(elder->elder());
    append("reports a risk at " + world_.doorOf(flag.risk_flag().household_id()), flag);
  }
}

void Person::editElder() {
  const auto elders = tablet_.records(v1::RECORD_KIND_ELDER);
  // Some are edited by everybody.
  const v1::Record* elder = elders.empty() || world_.happens(60) ? any(elders) : elders.data();
  if (elder != nullptr) {
    v1::Record after = *elder;
    const std::string field = papers_.editElder(*after.mutable_elder());
    edit("edits " + field + " of " + elder->elder().file_number(), *elder, after);
  }
}

void Person::enterHours() {
  const auto elders = tablet_.records(v1::RECORD_KIND_ELDER);
  if (const v1::Record* elder = any(elders)) {
    const v1::Record entry = papers_.hours(elder->elder());
    append("enters hours at " + world_.doorOf(entry.service_entry().household_id()), entry);
  }
}

void Person::correctVisit() {
  std::vector<v1::Visit> own;
  for (const v1::Record& record : tablet_.records(v1::RECORD_KIND_VISIT)) {
    if (record.visit().recorded_by() == tablet_.who().enrolment.worker_id) {
      own.push_back(record.visit());
    }
  }
  if (const v1::Visit* visit = any(own)) {
    append("corrects a visit at " + world_.doorOf(visit->household_id()), papers_.correction(*visit));
  }
}

void Person::addContact() {
  const auto elders = tablet_.records(v1::RECORD_KIND_ELDER);
  if (const v1::Record* elder = any(elders)) {
    append("adds a contact of " + elder->elder().file_number(), papers_.contact(elder->elder()));
  }
}

void Person::editContact() {
  const auto contacts = tablet_.records(v1::RECORD_KIND_CONTACT);
  if (const v1::Record* contact = any(contacts)) {
    v1::Record after = *contact;
    after.mutable_contact()->set_note(papers_.words());
    edit("edits the note of a contact", *contact, after);
  }
}

void Person::stepOnRisk() {
  const auto flags = tablet_.records(v1::RECORD_KIND_RISK_FLAG);
  if (const v1::Record* flag = any(flags)) {
    append("takes a step on a risk at " + world_.doorOf(flag->risk_flag().household_id()),
           papers_.riskEvent(flag->risk_flag()));
  }
}

void Person::judgeHours() {
  const auto entries = tablet_.records(v1::RECORD_KIND_SERVICE_ENTRY);
  if (const v1::Record* entry = any(entries)) {
    append("judges hours at " + world_.doorOf(entry->service_entry().household_id()),
           papers_.hoursEvent(entry->service_entry()));
  }
}

void Person::reassign() {
  const auto assignments = tablet_.records(v1::RECORD_KIND_ASSIGNMENT);
  const v1::Record* assignment = any(assignments);
  if (assignment == nullptr) {
    return;
  }
  const std::string door = world_.doorOf(assignment->assignment().household_id());
  if (!assignment->assignment().has_until_on() && world_.happens(70)) {
    v1::Record after = *assignment;
    *after.mutable_assignment()->mutable_until_on() = papers_.yesterday();
    edit("edits who visits " + door + ": nobody now", *assignment, after);
    if (tablet_.isUp() && world_.happens(80)) {
      append("assigns " + door, papers_.assignment(assignment->assignment().household_id()));
    }
  } else {
    append("assigns " + door, papers_.assignment(assignment->assignment().household_id()));
  }
}

// Made and edited before anything was sent.
void Person::takeIn() {
  const auto [household, elder] = papers_.newcomer();
  append("takes in a new door", household);
  if (!tablet_.isUp()) {
    return;
  }
  append("takes in a new elder", elder);
  if (tablet_.isUp()) {
    v1::Record after = elder;
    const std::string field = papers_.editElder(*after.mutable_elder());
    edit("edits " + field + " of the new elder", elder, after);
  }
}

void Person::exchange() {
  world_.note(tablet_.who().name, "exchanges");
  tablet_.engine().syncNow();
}

void Person::compare() {
  world_.note(tablet_.who().name, "counts together with the service");
  tablet_.engine().compareNow();
}

void Person::putAway() {
  world_.note(tablet_.who().name, "puts the tablet away");
  tablet_.engine().stop();
}

struct Kind {
  std::uint64_t weight;
  bool supervisors_only;
  void (*run)(Person&);
};

constexpr Kind kKinds[] = {
    {22, false, [](Person& person) { person.visit(v1::CONTACT_OUTCOME_SEEN); }},
    {8, false, [](Person& person) { person.visit(v1::CONTACT_OUTCOME_NO_REPLY); }},
    {8, false, [](Person& person) { person.reportRisk(); }},
    {24, false, [](Person& person) { person.editElder(); }},
    {8, false, [](Person& person) { person.enterHours(); }},
    {5, false, [](Person& person) { person.correctVisit(); }},
    {4, false, [](Person& person) { person.addContact(); }},
    {4, false, [](Person& person) { person.editContact(); }},
    {2, false, [](Person& person) { person.visitElsewhere(); }},
    {6, true, [](Person& person) { person.stepOnRisk(); }},
    {6, true, [](Person& person) { person.judgeHours(); }},
    {14, true, [](Person& person) { person.reassign(); }},
    {9, true, [](Person& person) { person.takeIn(); }},
    {6, true, [](Person& person) { person.judgeAside(); }},
    {5, false, [](Person& person) { person.addPicture(); }},
    {3, false, [](Person& person) { person.wantPicture(); }},
    {40, false, [](Person& person) { person.exchange(); }},
    {4, false, [](Person& person) { person.compare(); }},
    {5, false, [](Person& person) { person.sealWhatWaits(); }},
    {4, false, [](Person& person) { person.putAway(); }},
};

const Kind& drawKind(World& world, bool supervises) {
  std::uint64_t all = 0;
  for (const Kind& kind : kKinds) {
    all += supervises || !kind.supervisors_only ? kind.weight : 0;
  }
  std::uint64_t drawn = world.below(all);
  for (const Kind& kind : kKinds) {
    if (!supervises && kind.supervisors_only) {
      continue;
    }
    if (drawn < kind.weight) {
      return kind;
    }
    drawn -= kind.weight;
  }
  return kKinds[0];
}

}  // namespace

void deed(World& world) {
  if (world.happens(6)) {
    officeDeed(world);
    return;
  }
  if (world.happens(5)) {
    world.sticks().carry();
    return;
  }
  TabletMachine& tablet = world.tablet(world.below(world.tabletCount()));
  if (!tablet.isUp() || tablet.isWithdrawn()) {
    return;
  }
  Person person(world, tablet);
  // What is open is settled sooner or later.
  if (!person.supervises() || !world.happens(25) || !person.settle()) {
    drawKind(world, person.supervises()).run(person);
  }
}

}  // namespace doorstep::simulation
