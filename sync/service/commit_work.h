#pragma once

#include <map>
#include <memory>
#include <string>

#include "absl/status/status.h"
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

  // Facts and rollups of every district touched.
  absl::Status evaluateAll();
  const std::map<std::string, absl::CivilDay>& evaluated() const { return evaluated_; }

 private:
  struct OneDistrict {
    Touched touched;
    DistrictWork work;
    OneDistrict(CommitWork& commit, const std::string& id);
  };

  Transaction& transaction_;
  Directory directory_;
  outside::IdentifierSource& identifiers_;
  absl::Time now_;
  std::map<std::string, std::unique_ptr<OneDistrict>> districts_;
  std::map<std::string, absl::CivilDay> evaluated_;
};

}  // namespace doorstep::service
