#include "sync/client/batch_receipts.h"

#include <map>

namespace doorstep::client {

BatchReceipts sortReceipts(const v1::PushReply& reply, std::uint64_t first, std::uint64_t last) {
  BatchReceipts sorted;
  std::map<std::uint64_t, const v1::Receipt*> known;
  for (const v1::Receipt& receipt : reply.receipts()) {
    const bool sent = receipt.sequence() >= first && receipt.sequence() <= last;
    if (sent && receipt.outcome() != v1::RECEIPT_OUTCOME_UNSPECIFIED) {
      known.emplace(receipt.sequence(), &receipt);
    } else {
      sorted.status = absl::InternalError("push: a receipt without outcome or for a change that was not sent");
    }
  }
  std::uint64_t expected = first;
  for (const auto& [sequence, receipt] : known) {
    if (sequence != expected) {
      break;
    }
    sorted.keep.push_back(*receipt);
    ++expected;
  }
  if (expected != last + 1) {
    sorted.status = absl::InternalError("push: a receipt is missing");
  }
  return sorted;
}

}  // namespace doorstep::client
