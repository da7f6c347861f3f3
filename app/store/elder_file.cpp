#include <algorithm>
#include <set>
#include <utility>

#include "app/store/day.h"
#include "app/store/drafts.h"
#include "app/store/list_facts.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

constexpr int kTimelineEntries = 100;

std::vector<v1::Answer> answersAbout(const v1::Visit& visit, const std::string& elder_id) {
  std::vector<v1::Answer> answers;
  for (const v1::Answer& answer : visit.answers()) {
    if (answer.elder_id().empty() || answer.elder_id() == elder_id) {
      answers.push_back(answer);
    }
  }
  return answers;
}

// Fills an ElderFile part by part.
class FileReader {
 public:
  FileReader(sqlite::Database& database, const Directory& directory, ElderFile& file)
      : database_(database), records_(database), directory_(directory), file_(file) {}

  absl::Status readElder(const std::string& elder_id) {
    DOORSTEP_ASSIGN(const std::optional<StoredRecord> stored, records_.find(v1::RECORD_KIND_ELDER, elder_id));
    DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records_.get(v1::RECORD_KIND_ELDER, elder_id));
    if (!stored || !elder) {
      return absl::NotFoundError("this elder is not on this device");
    }
    file_.elder = elder->elder();
    file_.revision = stored->revision;
    if (!file_.elder.residences().empty()) {
      household_id_ = file_.elder.residences().rbegin()->household_id();
    }
    DOORSTEP_ASSIGN(const std::optional<v1::Record> household, records_.get(v1::RECORD_KIND_HOUSEHOLD, household_id_));
    if (household) {
      file_.household = household->household();
      file_.area = directory_.pathOf(file_.household.area_id());
    }
    return absl::OkStatus();
  }

  absl::Status readPeople() {
    DOORSTEP_ASSIGN(std::vector<v1::Record> contacts, records_.ofParent(file_.elder.id(), v1::RECORD_KIND_CONTACT));
    for (v1::Record& record : contacts) {
      file_.contacts.push_back(std::move(*record.mutable_contact()));
    }
    DOORSTEP_ASSIGN(std::vector<v1::Record> elders, records_.ofHousehold(household_id_, v1::RECORD_KIND_ELDER));
    for (v1::Record& record : elders) {
      if (record.elder().id() != file_.elder.id() && record.elder().merged_into().empty()) {
        file_.companions.push_back(std::move(*record.mutable_elder()));
      }
    }
    return absl::OkStatus();
  }

  absl::Status readDue(absl::CivilDay today) {
    DOORSTEP_ASSIGN(const std::vector<care::QualifyingContact> contacts,
                    contactsFillingSlots(database_, file_.elder.id(), today));
    file_.due = care::dueOn(file_.elder, contacts, directory_.rules(), today);
    DOORSTEP_ASSIGN(const std::vector<std::string> workers, workersOf(database_, household_id_, today));
    file_.worker_name = workers.empty() ? std::string() : directory_.workerName(workers.front());
    return absl::OkStatus();
  }

  absl::Status readTimeline() {
    std::vector<std::string> visits;
    DOORSTEP_TRY(forEachRow(
        database_,
        "SELECT DISTINCT visit, started_ms FROM elder_contact WHERE elder = ?1 ORDER BY started_ms DESC LIMIT ?2",
        [&](const sqlite::Statement& row) { visits.push_back(bytesOf(row, 0)); }, blob(file_.elder.id()),
        kTimelineEntries));
    for (const std::string& id : visits) {
      DOORSTEP_ASSIGN(std::optional<v1::Record> visit, records_.get(v1::RECORD_KIND_VISIT, id));
      if (visit) {
        DOORSTEP_TRY(addToTimeline(std::move(*visit->mutable_visit())));
      }
    }
    return absl::OkStatus();
  }

  absl::Status readConflicts() {
    std::set<std::string> ours{file_.elder.id(), household_id_};
    for (const v1::Contact& contact : file_.contacts) {
      ours.insert(contact.id());
    }
    for (const std::string& id : ours) {
      DOORSTEP_ASSIGN(std::vector<v1::Record> conflicts, records_.ofParent(id, v1::RECORD_KIND_CONFLICT));
      for (v1::Record& record : conflicts) {
        file_.conflicts.push_back(std::move(*record.mutable_conflict()));
      }
    }
    return absl::OkStatus();
  }

  absl::Status readPromises() {
    return forEachRow(
        database_,
        "SELECT elder, made_day, content FROM promise WHERE household = ?1"
        " ORDER BY due_day IS NOT NULL, due_day, made_day, id",
        [&](const sqlite::Statement& row) {
          OpenPromise& open = file_.promises.emplace_back();
          open.elder_name = nameAtThisDoor(bytesOf(row, 0));
          open.made_on = dayOfNumber(row.integer(1));
          open.promise.ParseFromArray(row.blob(2).data(), static_cast<int>(row.blob(2).size()));
        },
        blob(household_id_));
  }

  absl::Status readRest(absl::Time now) {
    DOORSTEP_ASSIGN(file_.risks, risksOf(database_, directory_, file_.elder.id()));
    DOORSTEP_ASSIGN(file_.ladders, laddersOf(database_, directory_, file_.elder.id()));
    DOORSTEP_ASSIGN(file_.duty, dutyNumbersFor(database_, directory_, {file_.household.area_id()}, now));
    DOORSTEP_ASSIGN(file_.draft, Drafts(database_).of(household_id_));
    return absl::OkStatus();
  }

 private:
  std::string nameAtThisDoor(const std::string& elder_id) const {
    for (const v1::Elder& companion : file_.companions) {
      if (companion.id() == elder_id) {
        return companion.name();
      }
    }
    return elder_id == file_.elder.id() ? file_.elder.name() : std::string();
  }

  absl::Status addToTimeline(v1::Visit visit) {
    TimelineEntry entry;
    DOORSTEP_ASSIGN(std::vector<v1::Record> services, records_.ofParent(visit.id(), v1::RECORD_KIND_SERVICE_ENTRY));
    for (v1::Record& record : services) {
      entry.services.push_back(std::move(*record.mutable_service_entry()));
    }
    for (const std::string& worker : visit.worker_ids()) {
      entry.worker_names.push_back(directory_.workerName(worker));
    }
    DOORSTEP_ASSIGN(entry.waiting, isWaiting(database_, visit.id()));
    if (file_.last_answers.empty()) {
      file_.last_answers = answersAbout(visit, file_.elder.id());
      if (!file_.last_answers.empty()) {
        file_.last_answers_on = care::dayOf(visit.started_at(), directory_.zone());
      }
    }
    entry.visit = std::move(visit);
    file_.timeline.push_back(std::move(entry));
    return absl::OkStatus();
  }

  sqlite::Database& database_;
  RecordTable records_;
  const Directory& directory_;
  ElderFile& file_;
  std::string household_id_;
};

}  // namespace

absl::StatusOr<bool> isWaiting(sqlite::Database& database, const std::string& record_id) {
  return hasRow(database, "SELECT 1 FROM outgoing WHERE state = 0 AND record = ?1", blob(record_id));
}

absl::StatusOr<ElderFile> elderFile(sqlite::Database& database, const Directory& directory, const std::string& elder_id,
                                    absl::CivilDay today, absl::Time now) {
  ElderFile file;
  FileReader reader(database, directory, file);
  DOORSTEP_TRY(reader.readElder(elder_id));
  DOORSTEP_TRY(reader.readPeople());
  DOORSTEP_TRY(reader.readDue(today));
  DOORSTEP_TRY(reader.readTimeline());
  DOORSTEP_TRY(reader.readConflicts());
  DOORSTEP_TRY(reader.readPromises());
  DOORSTEP_TRY(reader.readRest(now));
  return file;
}

}  // namespace doorstep::store
