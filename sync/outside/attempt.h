#pragma once

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// For functions that return absl::Status or absl::StatusOr; to be read in .cpp files only.

// Leaves the function with the status when something did not work out.
#define DOORSTEP_TRY(expression)                                \
  do {                                                          \
    if (absl::Status attempt_ = (expression); !attempt_.ok()) { \
      return attempt_;                                          \
    }                                                           \
  } while (false)

#define DOORSTEP_JOIN_INNER(left, right) left##right
#define DOORSTEP_JOIN(left, right) DOORSTEP_JOIN_INNER(left, right)

// DOORSTEP_ASSIGN(const auto record, reader.record(id)): the value, or leaves with the status.
#define DOORSTEP_ASSIGN(declaration, expression) \
  DOORSTEP_ASSIGN_INNER(declaration, expression, DOORSTEP_JOIN(attempt_, __LINE__))
#define DOORSTEP_ASSIGN_INNER(declaration, expression, held) \
  auto held = (expression);                                  \
  if (!held.ok()) {                                          \
    return held.status();                                    \
  }                                                          \
  declaration = *std::move(held)
