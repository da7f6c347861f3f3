#pragma once

namespace doorstep::store {

// What a committed write changed, so that what shows it reads again.
struct ChangedAreas {
  bool people = false;  // elders, doors, visits, risks, assignments, conflicts
  bool drafts = false;
  bool waiting = false;    // changes on their way and their receipts, last sync
  bool directory = false;  // areas, workers, rules, checklists, who is enrolled
  bool coverage = false;

  bool any() const { return people || drafts || waiting || directory || coverage; }
  ChangedAreas& operator|=(const ChangedAreas& other) {
    people = people || other.people;
    drafts = drafts || other.drafts;
    waiting = waiting || other.waiting;
    directory = directory || other.directory;
    coverage = coverage || other.coverage;
    return *this;
  }
};

}  // namespace doorstep::store
