#include "sync/service/attachments/content_access.h"

#include "sync/outside/attempt.h"
#include "sync/replication/records.h"
#include "sync/service/scope.h"

namespace doorstep::service {
namespace {

ContentName nameOf(const std::string& district_id, const v1::Attachment& attachment) {
  return {district_id, attachment.content_hash(), attachment.content_bytes()};
}

absl::StatusOr<bool> mayRead(ScopeView& scope, const Caller& caller, const StoredRecord& stored, absl::CivilDay today) {
  for (const Right& right : rightsOf(caller.roles, v1::RECORD_KIND_ATTACHMENT, Verb::kRead)) {
    DOORSTEP_ASSIGN(const bool reaches, scope.reaches(caller, right.scope, stored.household_id, today));
    if (reaches) {
      return true;
    }
  }
  return false;
}

absl::StatusOr<ContentName> contentFor(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                       const std::string& hash, absl::CivilDay today, bool for_authors) {
  ScopeView scope(ledger, directory);
  DOORSTEP_ASSIGN(const auto naming, ledger.find({Index::kAttachmentOfContent, hash}));
  for (const StoredRecord& stored : naming) {
    const bool own = for_authors && !caller.worker_id.empty() && stored.created.worker_id == caller.worker_id;
    DOORSTEP_ASSIGN(const bool within, own ? absl::StatusOr<bool>(true) : mayRead(scope, caller, stored, today));
    if (within) {
      DOORSTEP_ASSIGN(const v1::Record record, replication::decodeRecord(stored.encoded));
      return nameOf(caller.district_id, record.attachment());
    }
  }
  return absl::NotFoundError("content_hash: no record of this device's names it");
}

}  // namespace

absl::StatusOr<ContentName> contentToSend(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                          const std::string& hash, absl::CivilDay today) {
  return contentFor(ledger, directory, caller, hash, today, true);
}

absl::StatusOr<ContentName> contentToFetch(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                           const std::string& hash, absl::CivilDay today) {
  return contentFor(ledger, directory, caller, hash, today, false);
}

absl::StatusOr<NamedContents> contentsOf(DistrictReader& ledger, ContentStore& contents, const std::string& district_id,
                                         const std::vector<std::string>& household_ids) {
  NamedContents named;
  for (const std::string& household : household_ids) {
    DOORSTEP_ASSIGN(const auto attachments, ledger.find({Index::kAttachmentOfHousehold, household}));
    for (const StoredRecord& stored : attachments) {
      DOORSTEP_ASSIGN(const v1::Record record, replication::decodeRecord(stored.encoded));
      DOORSTEP_ASSIGN(const ContentStanding standing, contents.standing(nameOf(district_id, record.attachment())));
      (standing.complete ? named.complete : named.missing).insert(record.attachment().content_hash());
    }
  }
  return named;
}

}  // namespace doorstep::service
