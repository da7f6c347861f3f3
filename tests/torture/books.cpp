#include "tests/torture/books.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace doorstep::torture {
namespace {

Ids without(const Ids& all, const Ids& some) {
  Ids rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::inserter(rest, rest.end()));
  return rest;
}

Ids both(const Ids& left, const Ids& right) {
  Ids together = left;
  together.insert(right.begin(), right.end());
  return together;
}

void complain(Complaints& complaints, const std::string& where, const Ids& ids, const char* of_what) {
  if (!ids.empty()) {
    complaints.push_back(
        absl::StrCat(where, ": ", ids.size(), " visits ", of_what, ", first ", absl::BytesToHexString(*ids.begin())));
  }
}

}  // namespace

Ids Stored::own() const {
  return both(both(waiting, taken), untaken);
}

Complaints complaintsAboutStore(const std::string& tablet, const Said& said, const Stored& stored) {
  Complaints complaints;
  complain(complaints, tablet, without(said.saved, stored.records), "were saved and are not in the store");
  complain(complaints, tablet, without(said.saved, both(stored.waiting, stored.taken)),
           "were saved and neither wait nor were acknowledged");
  complain(complaints, tablet, without(said.acknowledged, stored.taken), "were acknowledged and have no receipt");
  complain(complaints, tablet, both(said.aside, stored.untaken), "were not applied");
  return complaints;
}

Complaints complaintsAboutAcknowledged(const std::string& where, const Ids& acknowledged, const Ids& there) {
  Complaints complaints;
  complain(complaints, where, without(acknowledged, there), "were acknowledged and are not there");
  return complaints;
}

Complaints complaintsAboutEnd(const std::vector<Stored>& tablets, const Served& served) {
  Ids saved;
  Ids waiting;
  for (const Stored& tablet : tablets) {
    saved.merge(tablet.own());
    waiting.insert(tablet.waiting.begin(), tablet.waiting.end());
  }
  Ids created;
  Ids again;
  for (const auto& [id, times] : served.created) {
    created.insert(id);
    if (times != 1) {
      again.insert(id);
    }
  }
  Complaints complaints;
  complain(complaints, "the tablets", waiting, "still wait");
  complain(complaints, "the service", without(saved, served.records), "are on a tablet and not there");
  complain(complaints, "the service", without(served.records, saved), "are there and on no tablet");
  complain(complaints, "the service", again, "were made more than once");
  complain(complaints, "the service", without(served.records, created), "are there without a change");
  complain(complaints, "the service", without(created, served.records), "have a change and are not there");
  return complaints;
}

Complaints complaintsAboutUnsaid(const std::string& tablet, const Said& said, const Stored& stored, std::size_t lives) {
  const Ids unsaid = without(stored.own(), said.saved);
  Complaints complaints;
  if (unsaid.size() > lives) {
    complain(complaints, tablet, unsaid, "are in the store and were not said to be saved");
  }
  return complaints;
}

}  // namespace doorstep::torture
