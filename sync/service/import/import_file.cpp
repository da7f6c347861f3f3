#include "sync/service/import/import_file.h"

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/import/import_areas.h"

namespace doorstep::service {

absl::StatusOr<std::vector<v1::ImportRowResult>> ImportFile::take(CommitWork& commit,
                                                                  const v1::ImportRequest& request) {
  Seen seen = seen_;
  RowImporter importer(commit);
  std::vector<v1::ImportRowResult> results;
  for (const v1::ImportRow& row : request.rows()) {
    const std::uint32_t line = row.line();
    switch (row.row_case()) {
      case v1::ImportRow::kArea:
        seen.areas.push_back(row);
        break;
      case v1::ImportRow::kWorker: {
        const std::uint32_t other = seen.staff_numbers.add(row.worker().staff_number(), line);
        if (other != 0) {
          results.push_back(refusedRow(line, {duplicateOf("staff_number", other)}));
        } else {
          DOORSTEP_ASSIGN(results.emplace_back(), importer.worker(line, row.worker()));
        }
        break;
      }
      case v1::ImportRow::kElder: {
        const std::uint32_t other = seen.file_numbers.add(row.elder().file_number(), line);
        const std::uint32_t same_person = seen.id_numbers.add(row.elder().id_number(), line);
        if (other != 0 || same_person != 0) {
          results.push_back(refusedRow(
              line, {other != 0 ? duplicateOf("file_number", other) : duplicateOf("id_number", same_person)}));
        } else {
          DOORSTEP_ASSIGN(results.emplace_back(), importer.elder(line, row.elder()));
        }
        break;
      }
      case v1::ImportRow::kAssignment: {
        const std::uint32_t other = seen.assignments.add(replication::encode(row.assignment()), line);
        if (other != 0) {
          results.push_back(refusedRow(line, {duplicateOf("household_number", other)}));
        } else {
          DOORSTEP_ASSIGN(results.emplace_back(), importer.assignment(line, row.assignment()));
        }
        break;
      }
      default:
        results.push_back(refusedRow(line, {problem(v1::PROBLEM_CODE_MISSING, "row")}));
    }
  }
  DOORSTEP_TRY(importer.finish());
  if (request.last() && !seen.areas.empty()) {
    DOORSTEP_ASSIGN(const auto areas, importAreas(commit, seen.areas));
    results.insert(results.end(), areas.begin(), areas.end());
    seen.areas.clear();
  }
  pending_ = std::move(seen);
  return results;
}

void ImportFile::committed() {
  seen_ = std::move(pending_);
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
