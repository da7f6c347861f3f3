#include "sync/service/duplicates/likely_duplicates.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"
#include "sync/service/duplicates/person_key.h"
#include "sync/service/keys.h"
#include "sync/service/merges.h"
#include "sync/service/record_writer.h"
#include "sync/service/scope.h"

namespace doorstep::service {
namespace {

// Set once the elders of a ledger from before these keys have theirs.
constexpr char kKeysNote[] = "persons_have_keys";

struct OnFile {
  StoredRecord stored;
  v1::Elder elder;
};

class Duplicates {
 public:
  Duplicates(DistrictWork& work, const replication::FieldRevision& author)
      : work_(work), author_(author), writer_(work) {}

  absl::Status ofElder(const v1::Record* before, const v1::Record& record) {
    DOORSTEP_TRY(keysOfOlderLedgers());
    const auto same = [&](const char* field) { return replication::sameValue(*before, record, field); };
    const bool merge_stays = before == nullptr || same("merged_into");
    if (!merge_stays) {
      DOORSTEP_TRY(followMerge(record.elder().id()));
    }
    if (before == nullptr || !merge_stays || !same("name") || !same("birth_year") || !same("residences")) {
      DOORSTEP_TRY(lookByName(record.elder().id()));
    }
    return merge_stays ? absl::OkStatus() : lookByNumbers(record.elder().id());
  }

  absl::Status ofIdentity(const v1::ElderIdentity& identity) {
    DOORSTEP_ASSIGN(
        const auto others,
        work_.ledger.find({Index::kNaturalKey, naturalKey(v1::RECORD_KIND_ELDER_IDENTITY, identity.id_number())}));
    for (const StoredRecord& stored : others) {
      DOORSTEP_ASSIGN(const v1::Record other, decoded(stored));
      DOORSTEP_TRY(pair(identity.elder_id(), other.elder_identity().elder_id(), v1::DUPLICATE_REASON_ID_NUMBER));
    }
    return absl::OkStatus();
  }

 private:
  absl::Status keysOfOlderLedgers() {
    DOORSTEP_ASSIGN(const auto done, work_.ledger.note(kKeysNote));
    if (done.has_value() && !done->empty()) {
      return absl::OkStatus();
    }
    DOORSTEP_TRY(work_.ledger.putNote(kKeysNote, "1"));
    DOORSTEP_ASSIGN(const auto ids, work_.ledger.findIds({Index::kElder, ""}));
    for (const std::string& id : ids) {
      DOORSTEP_ASSIGN(const auto elder, work_.find(id, v1::RECORD_KIND_ELDER));
      const std::string key = elder.has_value() ? personKey(elder->elder()) : std::string();
      if (!key.empty()) {
        DOORSTEP_TRY(work_.ledger.addKey({Index::kElderOfPerson, key}, id));
      }
    }
    for (const std::string& id : ids) {
      DOORSTEP_TRY(lookByName(id));
    }
    return absl::OkStatus();
  }

  absl::StatusOr<std::optional<OnFile>> onFile(const std::string& id) {
    DOORSTEP_ASSIGN(auto stored, work_.ledger.record(id));
    if (!stored.has_value() || stored->kind != v1::RECORD_KIND_ELDER) {
      return std::nullopt;
    }
    DOORSTEP_ASSIGN(v1::Record record, decoded(*stored));
    return OnFile{*std::move(stored), std::move(*record.mutable_elder())};
  }

  absl::Status lookByName(const std::string& id) {
    DOORSTEP_ASSIGN(const auto elder, onFile(id));
    const std::string key = elder.has_value() ? personKey(elder->elder) : std::string();
    if (key.empty() || !elder->elder.merged_into().empty()) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto others, work_.ledger.findIds({Index::kElderOfPerson, key}));
    for (const std::string& other_id : others) {
      if (other_id == id) {
        continue;
      }
      DOORSTEP_ASSIGN(const auto other, onFile(other_id));
      if (!other.has_value()) {
        continue;
      }
      DOORSTEP_ASSIGN(const std::string here, communityOf(elder->stored.household_id));
      DOORSTEP_ASSIGN(const std::string there, communityOf(other->stored.household_id));
      if (here == there) {
        DOORSTEP_TRY(pair(id, other_id, v1::DUPLICATE_REASON_NAME_AND_BIRTH_YEAR));
      }
    }
    return absl::OkStatus();
  }

  absl::Status lookByNumbers(const std::string& elder_id) {
    DOORSTEP_ASSIGN(const auto identities, work_.ledger.find({Index::kIdentityOfElder, elder_id}));
    for (const StoredRecord& stored : identities) {
      DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
      if (!record.elder_identity().id_number().empty()) {
        DOORSTEP_TRY(ofIdentity(record.elder_identity()));
      }
    }
    return absl::OkStatus();
  }

  // The community of a door, or the smallest area known where it stands in none.
  absl::StatusOr<std::string> communityOf(const std::string& household_id) {
    ScopeView scope(work_.ledger, work_.directory);
    DOORSTEP_ASSIGN(const std::string area, scope.areaOf(household_id));
    for (const std::string& above : work_.directory.upwards(area, work_.district_id)) {
      if (work_.directory.place(above)->area.kind() == v1::AREA_KIND_COMMUNITY) {
        return above;
      }
    }
    return area;
  }

  absl::StatusOr<std::vector<std::pair<StoredRecord, v1::Record>>> pairsOf(const std::string& elder_id) {
    DOORSTEP_ASSIGN(const auto stored, work_.ledger.find({Index::kDuplicateOfElder, elder_id}));
    std::vector<std::pair<StoredRecord, v1::Record>> pairs;
    for (const StoredRecord& one : stored) {
      DOORSTEP_ASSIGN(v1::Record record, decoded(one));
      pairs.emplace_back(one, std::move(record));
    }
    return pairs;
  }

  absl::Status pair(const std::string& one_id, const std::string& other_id, v1::DuplicateReason reason) {
    if (one_id == other_id) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto pairs, pairsOf(one_id));
    const bool known = std::any_of(pairs.begin(), pairs.end(), [&other_id](const auto& pair) {
      const v1::LikelyDuplicate& found = pair.second.likely_duplicate();
      return found.elder_id() == other_id || found.other_elder_id() == other_id;
    });
    DOORSTEP_ASSIGN(auto first, onFile(one_id));
    DOORSTEP_ASSIGN(auto second, onFile(other_id));
    const auto stands_alone = [](const std::optional<OnFile>& file) {
      return file.has_value() && file->elder.merged_into().empty();
    };
    if (known || !stands_alone(first) || !stands_alone(second)) {
      return absl::OkStatus();
    }
    if (replication::isAfter(first->stored.created.revision, second->stored.created.revision)) {
      std::swap(first, second);
    }
    v1::Record record;
    v1::LikelyDuplicate& made = *record.mutable_likely_duplicate();
    made.set_id(work_.identifiers.next());
    made.set_elder_id(first->elder.id());
    made.set_other_elder_id(second->elder.id());
    made.set_household_id(first->stored.household_id);
    made.set_reason(reason);
    *made.mutable_found_at() = care::toTimestamp(work_.now);
    return writer_.create(record, author_).status();
  }

  // Of everybody whom the merge of this elder joined or parted.
  absl::Status followMerge(const std::string& elder_id) {
    DOORSTEP_ASSIGN(const auto all, withMerged(work_.ledger, elder_id));
    for (const std::string& id : all) {
      DOORSTEP_ASSIGN(const auto pairs, pairsOf(id));
      for (const auto& [stored, before] : pairs) {
        DOORSTEP_ASSIGN(const bool merged, areMerged(work_.ledger, before.likely_duplicate()));
        v1::Record after = before;
        v1::LikelyDuplicate& pair = *after.mutable_likely_duplicate();
        if (merged && (!pair.has_settled_at() || pair.separate())) {
          pair.set_settled_by(author_.worker_id);
          *pair.mutable_settled_at() = care::toTimestamp(work_.now);
          pair.set_separate(false);
        } else if (!merged && pair.has_settled_at() && !pair.separate()) {
          pair.clear_settled_by();
          pair.clear_settled_at();
        } else {
          continue;
        }
        DOORSTEP_TRY(writer_.replace(stored, before, after, {}, author_).status());
      }
    }
    return absl::OkStatus();
  }

  DistrictWork& work_;
  const replication::FieldRevision& author_;
  RecordWriter writer_;
};

}  // namespace

absl::Status followDuplicates(DistrictWork& work, const v1::Record* before, const v1::Record& record,
                              const replication::FieldRevision& author) {
  if (record.has_elder()) {
    return Duplicates(work, author).ofElder(before, record);
  }
  const bool new_number = record.has_elder_identity() && !record.elder_identity().id_number().empty() &&
                          (before == nullptr || !replication::sameValue(*before, record, "id_number") ||
                           !replication::sameValue(*before, record, "elder_id"));
  return new_number ? Duplicates(work, author).ofIdentity(record.elder_identity()) : absl::OkStatus();
}

absl::StatusOr<bool> areMerged(DistrictReader& ledger, const v1::LikelyDuplicate& pair) {
  DOORSTEP_ASSIGN(const auto one, survivor(ledger, pair.elder_id()));
  DOORSTEP_ASSIGN(const auto other, survivor(ledger, pair.other_elder_id()));
  return one.has_value() && other.has_value() && one->id() == other->id();
}

}  // namespace doorstep::service
