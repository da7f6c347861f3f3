#pragma once

// Hands an error on to the caller; for functions that return absl::Status or absl::StatusOr.
// Of this folder's .cpp files only.
#define DOORSTEP_RETURN_IF_ERROR(expression)                        \
  do {                                                              \
    if (absl::Status propagated = (expression); !propagated.ok()) { \
      return propagated;                                            \
    }                                                               \
  } while (false)

#define DOORSTEP_ASSIGN_OR_RETURN(declaration, expression) \
  DOORSTEP_ASSIGN_OR_RETURN_AS(DOORSTEP_UNIQUE(outcome_, __LINE__), declaration, expression)
#define DOORSTEP_ASSIGN_OR_RETURN_AS(outcome, declaration, expression) \
  auto outcome = (expression);                                         \
  if (!outcome.ok()) {                                                 \
    return std::move(outcome).status();                                \
  }                                                                    \
  declaration = *std::move(outcome)
#define DOORSTEP_UNIQUE(name, line) DOORSTEP_JOINED(name, line)
#define DOORSTEP_JOINED(name, line) name##line
