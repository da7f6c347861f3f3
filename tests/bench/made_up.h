#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/record.pb.h"
#include "doorstep/v1/sync.pb.h"

// A district as large as a measurement wants it, the same on every machine.
namespace doorstep::bench {

// The moment at which everything happens: 2026-11-20, 09:00.
absl::Time now();
absl::CivilDay today();

// An identifier of 16 bytes in the order of `number`.
std::string identifier(std::uint64_t number);

std::string personName(std::size_t number);

// A finished visit of one elder: SEEN, 10 minutes, eight answers, a note of the corpus.
struct VisitPlan {
  std::string id;
  std::string household_id;
  std::string elder_id;
  std::string worker_id;
  absl::Time ended_at;
  std::size_t number = 0;  // which note
};
v1::Visit visit(const VisitPlan& plan);

// For a service: rows of an import. Workers w0 … and their elders e0 …, `elders_each` for each worker in one grid;
// desk is the district's, boss supervises the first 20 grids, chief 50, director 120.
std::vector<v1::ImportRow> placeRows(std::size_t grids);
std::vector<v1::ImportRow> workerRows(std::size_t workers);
std::vector<v1::ImportRow> elderRows(std::size_t workers, std::size_t elders_each);
std::vector<v1::ImportRow> assignmentRows(std::size_t workers, std::size_t elders_each);
std::string workerNumber(std::size_t worker);

// For a store without a service: the pages that a pull would bring, directory first. Of one visitor.
class Pages {
 public:
  Pages(std::size_t elders, std::size_t visits_each);
  bool next(v1::PullReply& page);
  const std::string& workerId() const { return worker_; }
  std::string householdId(std::size_t elder) const;
  std::string elderId(std::size_t elder) const;

 private:
  void directory(v1::PullReply& page);
  void household(v1::PullReply& page, std::size_t elder);
  void add(v1::PullReply& page, const v1::Record& record);

  std::size_t elders_;
  std::size_t visits_each_;
  std::size_t next_elder_ = 0;
  bool directory_done_ = false;
  std::uint64_t sequence_ = 0;
  std::string worker_;
  std::string grid_;
};

}  // namespace doorstep::bench
