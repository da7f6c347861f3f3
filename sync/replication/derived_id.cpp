#include "sync/replication/derived_id.h"

#include "sync/replication/chain.h"

namespace doorstep::replication {
namespace {

constexpr std::size_t kTimeBytes = 6;  // of a UUID version 7: its time comes first

}  // namespace

std::string derivedId(std::string_view visit_id, std::string_view elder_id, std::string_view what) {
  std::string named(visit_id);
  named.append(elder_id).append(what);
  std::string id(visit_id.substr(0, kTimeBytes));
  id += sha256(named).substr(0, kIdSize - id.size());
  id[6] = static_cast<char>(0x70 | (id[6] & 0x0F));  // version 7
  id[8] = static_cast<char>(0x80 | (id[8] & 0x3F));  // variant of RFC 9562
  return id;
}

}  // namespace doorstep::replication
