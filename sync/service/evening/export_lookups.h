#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "sync/service/directory.h"
#include "sync/service/evening/export_source.h"
#include "sync/service/figures/fact_sources.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What export rows say instead of ids: numbers and codes that people know. Answers are kept; errors, too
// (status()).
class ExportLookups {
 public:
  ExportLookups(DistrictReader& ledger, const Directory& directory, const ExportQuestion& question);

  std::string fileNumber(const std::string& elder_id);
  std::string programmeCode(const std::string& programme_id);
  std::string staffNumber(const std::string& worker_id) const;
  std::string areaCode(const std::string& area_id) const;
  // Of the subdistrict in which the area lies; of the district where it lies in none.
  std::string subdistrictCode(const std::string& area_id) const;
  bool isAskedFor(const std::string& area_id) const;  // within the area of the question
  // Whoever worked in the district, those who have left among them.
  const std::vector<std::string>& workers() const { return workers_; }
  FactSources& sources() { return sources_; }
  absl::Status status() const;

 private:
  std::optional<v1::Record> find(const std::string& id);

  DistrictReader& ledger_;
  const Directory& directory_;
  const ExportQuestion& question_;
  FactSources sources_;
  std::vector<std::string> workers_;
  std::map<std::string, std::string> file_numbers_;
  std::map<std::string, std::string> programme_codes_;
  absl::Status status_;
};

// "CONTACT_MODE_" and 2 of CONTACT_MODE_PHONE give "PHONE".
std::string shortName(const std::string& name, const char* prefix);
std::string uuidText(const std::string& id);

}  // namespace doorstep::service
