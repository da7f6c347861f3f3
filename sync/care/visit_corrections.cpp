#include "sync/care/visit_corrections.h"

#include "sync/care/elder_month.h"

namespace doorstep::care {

VisitCorrections::VisitCorrections(std::span<const v1::Visit* const> in_service_order) {
  for (const v1::Visit* visit : in_service_order) {
    if (!visit->corrects_id().empty()) {
      join(visit->id(), visit->corrects_id());
    }
  }
  for (const v1::Visit* visit : in_service_order) {
    if (towards_root_.count(visit->id()) == 0) {
      continue;
    }
    // A visit that corrects none is what was said first, also where it arrives after its correction.
    const v1::Visit*& last = last_of_root_[rootOf(visit->id())];
    if (last == nullptr || !visit->corrects_id().empty()) {
      last = visit;
    }
  }
  for (const v1::Visit* visit : in_service_order) {
    const bool alone = towards_root_.count(visit->id()) == 0;
    if ((alone || last_of_root_.at(rootOf(visit->id())) == visit) && !visit->voided()) {
      counting_.push_back(visit);
    }
  }
}

std::string VisitCorrections::countingId(const std::string& visit_id) const {
  const auto last = last_of_root_.find(rootOf(visit_id));
  if (last == last_of_root_.end()) {
    return visit_id;
  }
  return last->second->voided() ? std::string() : last->second->id();
}

const std::string& VisitCorrections::rootOf(const std::string& visit_id) const {
  const std::string* at = &visit_id;
  for (auto next = towards_root_.find(*at); next != towards_root_.end() && next->second != *at;
       next = towards_root_.find(*at)) {
    at = &next->second;
  }
  return *at;
}

void VisitCorrections::join(const std::string& correction, const std::string& corrected) {
  towards_root_.emplace(correction, correction);
  towards_root_.emplace(corrected, corrected);
  // Copies: the roots are keys that the assignment below may hold values of.
  const std::string from = rootOf(correction);
  const std::string to = rootOf(corrected);
  towards_root_[from] = to;
}

std::vector<const v1::Visit*> visitsThatCount(std::span<const v1::Visit* const> in_service_order) {
  return VisitCorrections(in_service_order).counting();
}

}  // namespace doorstep::care
