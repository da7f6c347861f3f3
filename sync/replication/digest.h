#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/kind.pb.h"
#include "doorstep/v1/record.pb.h"

// What a set of records adds up to, so that two places can tell in a few bytes whether they hold the
// same (architecture decision 9). A record's digest is SHA-256 over its kind, id, epoch and sequence (four
// bytes, the id's 16, eight and eight, numbers most significant byte first); a set's is the XOR of its records', so
// that order does not matter and a record is taken out as it was put in. Pure; any thread.
namespace doorstep::replication {

class Digest {
 public:
  static constexpr std::size_t kSize = 32;

  Digest() = default;
  // As bytes() gave it; what has another size is the empty set's.
  static Digest fromBytes(std::string_view bytes);

  // Puts a record in, or takes it out when it is in.
  void toggle(v1::RecordKind kind, std::string_view id, const v1::Revision& revision);
  // The same for a coverage row, by the hash of its content (sync.proto, RecordVersion): nearly every commit changes
  // a district's row, so that two histories of a ledger often give different rows the same revision.
  void toggleRow(std::string_view area_id, std::string_view content_hash);
  // The records of both; those in both are in neither.
  Digest& operator^=(const Digest& other);

  std::string bytes() const;  // 32 bytes; zeros for the empty set
  bool operator==(const Digest&) const = default;

 private:
  std::array<unsigned char, kSize> sum_{};
};

// The month of a record's own day, in months since year 0, by which differences are named: of a visit its start, of an
// event its time. 0 for kinds that describe what is (elders, areas …) and for those not known here.
// China has one time, so that tablet and service agree whatever the zone of either.
std::int64_t digestMonth(const v1::Record& record);

}  // namespace doorstep::replication
