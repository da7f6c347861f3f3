#pragma once

#include "absl/types/span.h"
#include "sync/sqlite/migrations.h"

namespace doorstep::store {

// The steps to this program's schema; what each table holds stands in README.md.
absl::Span<const sqlite::Migration> schema();

}  // namespace doorstep::store
