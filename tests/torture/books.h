#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace doorstep::torture {

using Ids = std::set<std::string>;  // of visits, 16 bytes each

// What a tablet has said about its visits in all its lives.
struct Said {
  Ids saved;
  Ids acknowledged;
  Ids aside;
};

// What lies in a tablet's store.
struct Stored {
  Ids records;  // all visits it holds, others' too
  Ids waiting;  // its own, without a receipt
  Ids taken;    // its own, applied at the service
  Ids untaken;  // its own, with another receipt
  Ids own() const;
};

// What lies in the service's ledger.
struct Served {
  Ids records;
  std::map<std::string, std::size_t> created;  // by how many changes of the log
};

// Each complaint is a sentence with a count and the first id; none: everything is as promised.
using Complaints = std::vector<std::string>;

// Whatever was said to be saved is in the store, and waits or was taken; whatever was said to be acknowledged was
// taken; nothing was put aside (promise P1).
Complaints complaintsAboutStore(const std::string& tablet, const Said& said, const Stored& stored);

// Whatever any tablet was told to be taken is at the service (promise P2).
Complaints complaintsAboutAcknowledged(const std::string& where, const Ids& acknowledged, const Ids& there);

// In the end: nothing waits anywhere, and the service has what the tablets have, each visit made by one change
// (promise P3).
Complaints complaintsAboutEnd(const std::vector<Stored>& tablets, const Served& served);

// A tablet is killed between a save and its word at most once a life.
Complaints complaintsAboutUnsaid(const std::string& tablet, const Said& said, const Stored& stored, std::size_t lives);

}  // namespace doorstep::torture
