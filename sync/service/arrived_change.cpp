#include "sync/service/arrived_change.h"

#include <utility>

#include "sync/replication/chain.h"

namespace doorstep::service {

ArrivedChange arrived(std::string encoded) {
  ArrivedChange one;
  one.hash = replication::sha256(encoded);
  if (auto change = replication::decodeChange(encoded); change.ok()) {
    one.change = *std::move(change);
  }
  one.encoded = std::move(encoded);
  return one;
}

std::vector<ArrivedChange> arrived(std::span<const std::string> encoded_changes) {
  std::vector<ArrivedChange> all;
  all.reserve(encoded_changes.size());
  for (const std::string& encoded : encoded_changes) {
    all.push_back(arrived(encoded));
  }
  return all;
}

}  // namespace doorstep::service
