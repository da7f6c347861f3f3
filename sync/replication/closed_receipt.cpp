#include "sync/replication/closed_receipt.h"

#include <algorithm>

namespace doorstep::replication {

bool isClosed(const v1::Receipt& receipt) {
  return receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED &&
         std::any_of(receipt.problems().begin(), receipt.problems().end(), [](const v1::Problem& problem) {
           return problem.code() == v1::PROBLEM_CODE_ALREADY_SETTLED && problem.details_size() > 0;
         });
}

}  // namespace doorstep::replication
