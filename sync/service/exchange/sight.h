#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"
#include "sync/service/scope.h"

namespace doorstep::service {

// What of a district one caller is sent: one rule for hello, pull, reconciliation and attachments. Made for one
// moment; the ledger is asked anew with each view. One thread.
class Sight {
 public:
  Sight() = default;
  Sight(const Directory& directory, Caller caller, ScopeView::Households households);
  static absl::StatusOr<Sight> of(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                  absl::CivilDay today);

  const ScopeView::Households& households() const { return households_; }
  // Whether records of this kind in this household's stream (or the directory's) are sent at all.
  bool reaches(v1::RecordKind kind, const std::string& household_id);
  // Single ones of this kind may be withheld: somebody from a contractor sees what was done under its programmes
  // or by itself (domain.md §6, "Consent and reach").
  bool choosesAmong(v1::RecordKind kind) const;
  absl::StatusOr<bool> sees(DistrictReader& ledger, const StoredRecord& record);

 private:
  bool mayRead(v1::RecordKind kind, const std::set<Scope>& reached);
  bool isOfContractor(const v1::Visit& visit) const;
  bool isOfContractor(const v1::ServiceEntry& entry) const;

  Caller caller_;
  ScopeView::Households households_;
  bool from_contractor_ = false;
  std::set<std::string> programmes_;
  std::map<std::pair<int, unsigned>, bool> may_read_;  // by kind and scopes
};

}  // namespace doorstep::service
