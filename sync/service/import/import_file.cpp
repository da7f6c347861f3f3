#include "sync/service/import/import_file.h"

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/import/import_areas.h"
#include "sync/service/import/paper_visit.h"

namespace doorstep::service {

namespace {

// The same day twice is one key.
std::string dayText(const v1::Date& date) {
  return absl::StrCat(date.year(), "-", date.month(), "-", date.day());
}

}  // namespace

std::optional<v1::ImportRowResult> ImportFile::standsTwice(Key kind, const std::string& key, std::uint32_t line,
                                                           const char* column) {
  const std::uint32_t other = lines_[kind].add(key, line);
  return other == 0 ? std::nullopt : std::optional(refusedRow(line, {duplicateOf(column, other)}));
}

absl::StatusOr<v1::ImportRowResult> ImportFile::takeRow(RowImporter& importer, const v1::ImportRow& row) {
  const std::uint32_t line = row.line();
  std::optional<v1::ImportRowResult> refused;
  switch (row.row_case()) {
    case v1::ImportRow::kWorker:
      refused = standsTwice(Key::kStaffNumber, row.worker().staff_number(), line, "staff_number");
      return refused ? *refused : importer.worker(line, row.worker());
    case v1::ImportRow::kElder: {
      refused = standsTwice(Key::kFileNumber, row.elder().file_number(), line, "file_number");
      const auto same_person = standsTwice(Key::kIdNumber, row.elder().id_number(), line, "id_number");
      refused = refused ? refused : same_person;
      return refused ? *refused : importer.elder(line, row.elder());
    }
    case v1::ImportRow::kAssignment:
      refused = standsTwice(Key::kAssignment, replication::encode(row.assignment()), line, "household_number");
      return refused ? *refused : importer.assignment(line, row.assignment());
    case v1::ImportRow::kDuty: {
      const v1::DutyRow& duty = row.duty();
      const std::string key = absl::StrCat(duty.area_code(), " ", static_cast<int>(duty.kind()), " ", duty.name());
      refused = standsTwice(Key::kDuty, key, line, "name");
      return refused ? *refused : importer.duty(line, duty);
    }
    case v1::ImportRow::kFacility:
      refused = standsTwice(Key::kFacility, row.facility().code(), line, "code");
      return refused ? *refused : importer.facility(line, row.facility());
    case v1::ImportRow::kTarget: {
      const v1::TargetRow& target = row.target();
      const std::string key =
          absl::StrCat(target.area_code(), " ", static_cast<int>(target.indicator()), " ", dayText(target.from_on()));
      refused = standsTwice(Key::kTarget, key, line, "from_on");
      return refused ? *refused : importer.target(line, target);
    }
    case v1::ImportRow::kProgramme:
      refused = standsTwice(Key::kProgramme, row.programme().code(), line, "code");
      return refused ? *refused : importer.programme(line, row.programme());
    case v1::ImportRow::kPaperVisit:
      refused = standsTwice(Key::kPaperVisit, paperVisitKey(row.paper_visit()), line, "file_number");
      return refused ? *refused : importer.paperVisit(line, row.paper_visit());
    default:
      return refusedRow(line, {problem(v1::PROBLEM_CODE_MISSING, "row")});
  }
}

absl::StatusOr<std::vector<v1::ImportRowResult>> ImportFile::take(CommitWork& commit,
                                                                  const v1::ImportRequest& request) {
  for (auto& [kind, lines] : lines_) {
    lines.forget();
  }
  areas_.resize(areas_kept_);
  RowImporter importer(commit, caller_);
  std::vector<v1::ImportRowResult> results;
  for (const v1::ImportRow& row : request.rows()) {
    if (row.has_area()) {
      areas_.push_back(row);
    } else {
      DOORSTEP_ASSIGN(results.emplace_back(), takeRow(importer, row));
    }
  }
  DOORSTEP_TRY(importer.finish());
  if (request.last() && !areas_.empty()) {
    DOORSTEP_ASSIGN(const auto areas, importAreas(commit, caller_, areas_));
    results.insert(results.end(), areas.begin(), areas.end());
  }
  areas_taken_ = request.last();
  return results;
}

void ImportFile::committed() {
  for (auto& [kind, lines] : lines_) {
    lines.keep();
  }
  if (areas_taken_) {
    areas_.clear();
  }
  areas_kept_ = areas_.size();
}

Problems RowImporter::placeProblems(const Directory::Place* place, const std::string& code, const char* column) const {
  if (place == nullptr || place->district_id == commons()) {
    return {problem(code.empty() ? v1::PROBLEM_CODE_MISSING : v1::PROBLEM_CODE_UNKNOWN_AREA, column)};
  }
  return caller_.administers(place->district_id) ? Problems()
                                                 : Problems{problem(v1::PROBLEM_CODE_OUT_OF_SCOPE, column)};
}

std::string RowImporter::usualDistrict() const {
  if (!caller_.has(v1::ROLE_OPERATOR)) {
    return caller_.district_id;
  }
  const std::vector<std::string> districts = commit_.directory().districtsWithRules();
  return districts.empty() ? commons() : districts.front();
}

absl::Status RowImporter::finish() {
  for (auto& [district, replica] : replicas_) {
    DOORSTEP_TRY(replica->finish());
  }
  return absl::OkStatus();
}

OwnReplica& RowImporter::replicaOf(const std::string& district_id) {
  auto& replica = replicas_[district_id];
  if (!replica) {
    replica = std::make_unique<OwnReplica>(commit_.district(district_id));
  }
  return *replica;
}

absl::StatusOr<bool> RowImporter::isKnown(DistrictWork& work, const std::string& name,
                                          const google::protobuf::MessageLite& row) {
  DOORSTEP_ASSIGN(const auto note, work.ledger.note(name));
  return note == replication::sha256(replication::encode(row));
}

absl::Status RowImporter::remember(DistrictWork& work, const std::string& name,
                                   const google::protobuf::MessageLite& row) {
  return work.ledger.putNote(name, replication::sha256(replication::encode(row)));
}

}  // namespace doorstep::service
