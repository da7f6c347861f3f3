#pragma once

#include "absl/types/span.h"
#include "sync/sqlite/migrations.h"

namespace doorstep::service {

// The embedded ledger's tables, step by step. A released step is never changed.
absl::Span<const sqlite::Migration> ledgerMigrations();

}  // namespace doorstep::service
