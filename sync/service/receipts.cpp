#include "sync/service/receipts.h"

#include <algorithm>

namespace doorstep::service {

v1::Problem problem(v1::ProblemCode code, const std::string& field) {
  v1::Problem problem;
  problem.set_code(code);
  problem.set_field(field);
  return problem;
}

v1::Receipt appliedReceipt(const v1::Change& change, const v1::Revision& revision) {
  v1::Receipt receipt;
  receipt.set_change_id(change.id());
  receipt.set_sequence(change.sequence());
  receipt.set_outcome(v1::RECEIPT_OUTCOME_APPLIED);
  *receipt.mutable_revision() = revision;
  return receipt;
}

v1::Receipt quarantinedReceipt(const std::string& change_id, std::uint64_t sequence, const Problems& problems) {
  v1::Receipt receipt;
  receipt.set_change_id(change_id);
  receipt.set_sequence(sequence);
  receipt.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
  receipt.mutable_problems()->Add(problems.begin(), problems.end());
  return receipt;
}

v1::Receipt quarantinedReceipt(const v1::Change& change, const Problems& problems) {
  return quarantinedReceipt(change.id(), change.sequence(), problems);
}

bool has(const v1::Receipt& receipt, v1::ProblemCode code) {
  return std::any_of(receipt.problems().begin(), receipt.problems().end(),
                     [code](const v1::Problem& problem) { return problem.code() == code; });
}

}  // namespace doorstep::service
