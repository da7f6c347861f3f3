#include "sync/service/evening/export_lookups.h"

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

ExportLookups::ExportLookups(DistrictReader& ledger, const Directory& directory, const ExportQuestion& question)
    : ledger_(ledger),
      directory_(directory),
      question_(question),
      sources_(ledger),
      workers_(directory.peopleOf(question.district_id)) {}

std::optional<v1::Record> ExportLookups::find(const std::string& id) {
  const auto stored = ledger_.record(id);
  if (!stored.ok() || !stored->has_value()) {
    status_.Update(stored.status());
    return std::nullopt;
  }
  auto record = decoded(**stored);
  status_.Update(record.status());
  return record.ok() ? std::optional(*std::move(record)) : std::nullopt;
}

std::string ExportLookups::fileNumber(const std::string& elder_id) {
  if (elder_id.empty()) {
    return {};
  }
  const auto known = file_numbers_.find(elder_id);
  if (known != file_numbers_.end()) {
    return known->second;
  }
  const auto record = find(elder_id);
  return file_numbers_[elder_id] = record.has_value() ? record->elder().file_number() : std::string();
}

std::string ExportLookups::programmeCode(const std::string& programme_id) {
  if (programme_id.empty()) {
    return {};
  }
  const auto known = programme_codes_.find(programme_id);
  if (known != programme_codes_.end()) {
    return known->second;
  }
  const auto record = find(programme_id);
  return programme_codes_[programme_id] = record.has_value() ? record->programme().code() : std::string();
}

std::string ExportLookups::staffNumber(const std::string& worker_id) const {
  const Directory::Person* person = directory_.person(worker_id);
  return person == nullptr ? std::string() : person->worker.staff_number();
}

std::string ExportLookups::areaCode(const std::string& area_id) const {
  const Directory::Place* place = directory_.place(area_id);
  return place == nullptr ? std::string() : place->area.code();
}

std::string ExportLookups::subdistrictCode(const std::string& area_id) const {
  for (const std::string& id : directory_.upwards(area_id, question_.district_id)) {
    const Directory::Place* place = directory_.place(id);
    if (place != nullptr && place->area.kind() == v1::AREA_KIND_SUBDISTRICT) {
      return place->area.code();
    }
  }
  return areaCode(question_.district_id);
}

// What stands in no area of the tree counts for the district, as its figures do.
bool ExportLookups::isAskedFor(const std::string& area_id) const {
  return question_.area_id == question_.district_id || directory_.isWithin(area_id, question_.area_id);
}

absl::Status ExportLookups::status() const {
  return status_.ok() ? sources_.status() : status_;
}

std::string shortName(const std::string& name, const char* prefix) {
  const std::string beginning(prefix);
  return name.compare(0, beginning.size(), beginning) == 0 ? name.substr(beginning.size()) : name;
}

std::string uuidText(const std::string& id) {
  std::string hex = outside::toHex(id);
  if (hex.size() != 2 * outside::kIdentifierSize) {
    return hex;
  }
  return absl::StrCat(hex.substr(0, 8), "-", hex.substr(8, 4), "-", hex.substr(12, 4), "-", hex.substr(16, 4), "-",
                      hex.substr(20));
}

}  // namespace doorstep::service
