#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "absl/status/status.h"
#include "sync/ctl/connection.h"

namespace doorstep::ctl {

inline constexpr std::size_t kRowsInBatch = 500;  // admin.proto

struct ImportAnswers {
  std::map<std::uint32_t, v1::ImportRowResult> by_line;
  std::size_t sent = 0;
  bool stopped = false;  // `keep_going` said no before all were sent
};

// Sends rows in batches and collects what became of each. `answered` is told the number of answers so far,
// on another thread; `keep_going` is asked before every batch. Answers that came before a failure stay in `answers`.
absl::Status importRows(Connection& connection, const std::vector<v1::ImportRow>& rows,
                        const std::function<bool()>& keep_going, const std::function<void(std::size_t)>& answered,
                        ImportAnswers& answers);

}  // namespace doorstep::ctl
