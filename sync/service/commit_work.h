#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "sync/outside/identifier.h"
#include "sync/service/directory.h"
#include "sync/service/district_work.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// One commit in the making: everything that is written together. The writer's thread.
class CommitWork {
 public:
  CommitWork(Transaction& transaction, Directory directory, outside::IdentifierSource& identifiers, absl::Time now)
      : transaction_(transaction), directory_(std::move(directory)), identifiers_(identifiers), now_(now) {}

  DistrictWork& district(const std::string& district_id);
  RegistryWriter& registry() { return transaction_.registry(); }
  Directory& directory() { return directory_; }
  outside::IdentifierSource& identifiers() { return identifiers_; }
  absl::Time now() const { return now_; }

  // Freezes the months of these districts that are due, each with an audit event: before any other work.
  absl::Status freezeWhatIsDue(const std::vector<std::string>& district_ids);
  // Facts and rollups of every district touched.
  absl::Status evaluateAll();

  // How far a touched district has come.
  struct Standing {
    absl::CivilDay evaluated_on;
    bool freeze_looked_up = false;  // false: nothing has happened that could have moved it
    std::optional<absl::Time> next_freeze_at;
  };
  const std::map<std::string, Standing>& standings() const { return standings_; }

 private:
  struct OneDistrict {
    Touched touched;
    RecordCache cache;
    DistrictWork work;
    OneDistrict(CommitWork& commit, const std::string& id);
  };

  Transaction& transaction_;
  Directory directory_;
  outside::IdentifierSource& identifiers_;
  absl::Time now_;
  std::map<std::string, std::unique_ptr<OneDistrict>> districts_;
  std::set<std::string> freeze_asked_;
  std::map<std::string, Standing> standings_;
};

}  // namespace doorstep::service
