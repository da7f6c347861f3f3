#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "absl/status/statusor.h"
#include "sync/ctl/connection.h"

namespace doorstep::ctl {

inline constexpr std::size_t kRowsInBatch = 500;  // admin.proto

// What became of the rows that were sent. Only of those refused more is kept than their number.
struct ImportAnswers {
  std::array<std::size_t, v1::ImportOutcome_ARRAYSIZE> counts = {};  // by outcome
  std::map<std::uint32_t, std::vector<v1::Problem>> refused;         // by line
  std::size_t answered = 0;
  bool stopped = false;  // `keep_going` said no before all were sent
};

// Fills the next batch; false when there is none. A failure ends the import.
using NextBatch = std::function<absl::StatusOr<bool>(v1::ImportRequest& batch)>;

// Sends batch after batch and collects what became of the rows; the service is asked for the next only once it
// took the one before, so that no more than a few batches are in memory. `answered` is told the number of answers
// so far, on another thread; `keep_going` is asked before every batch. Answers that came before a failure stay in
// `answers`. Without any batch the service is not called.
absl::Status importRows(Connection& connection, const NextBatch& next, const std::function<bool()>& keep_going,
                        const std::function<void(std::size_t)>& answered, ImportAnswers& answers);

}  // namespace doorstep::ctl
