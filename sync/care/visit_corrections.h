#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "doorstep/v1/visit.pb.h"

// Which of several visits that correct one another counts (domain.md §6: of corrections the last by
// sequence). Holds the visits' addresses; they must outlive it.
namespace doorstep::care {

class VisitCorrections {
 public:
  explicit VisitCorrections(std::span<const v1::Visit* const> in_service_order);

  // Those that count, in service order. A visit whose last correction voids it is not among them.
  const std::vector<const v1::Visit*>& counting() const { return counting_; }
  // The visit that stands for this id now: itself, its last correction, or nothing when voided. An
  // id that no visit here corrects stands for itself, also when it is unknown.
  std::string countingId(const std::string& visit_id) const;

 private:
  const std::string& rootOf(const std::string& visit_id) const;
  void join(const std::string& correction, const std::string& corrected);

  std::unordered_map<std::string, std::string> towards_root_;
  std::unordered_map<std::string, const v1::Visit*> last_of_root_;
  std::vector<const v1::Visit*> counting_;
};

}  // namespace doorstep::care
