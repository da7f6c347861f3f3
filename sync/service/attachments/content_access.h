#pragma once

#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "sync/service/attachments/content_store.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

// Who may have a content follows from the records that name it: the rights table decides about Attachment
// records, and a content goes wherever one of them goes. One view of one district.
namespace doorstep::service {

// As the caller's records name it. NOT_FOUND when none of those that the caller may read today, or has made,
// does: whether the content exists is nobody else's to know. Sending is for authors, too, so that what was
// added at a door still comes in when the door has gone to somebody else.
absl::StatusOr<ContentName> contentToSend(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                          const std::string& hash, absl::CivilDay today);
absl::StatusOr<ContentName> contentToFetch(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                           const std::string& hash, absl::CivilDay today);

// What the records of these households name: for the reconciliation.
struct NamedContents {
  std::set<std::string> complete;  // by hash
  std::set<std::string> missing;
};
absl::StatusOr<NamedContents> contentsOf(DistrictReader& ledger, ContentStore& contents, const std::string& district_id,
                                         const std::vector<std::string>& household_ids);

}  // namespace doorstep::service
