#pragma once

#include "absl/status/status.h"
#include "app/store/spelling.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Makes what lists are made from anew when this program derives more from the records than the one
// that wrote the file: what an older one kept without knowing it is found, too. One transaction, so
// that a program killed meanwhile begins again; nothing to do costs one read.
absl::Status deriveAgain(sqlite::Database& database, Spelling& spelling);

}  // namespace doorstep::store
