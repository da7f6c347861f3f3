#include "app/models/caseload_model.h"

#include <algorithm>

#include "app/models/models.h"
#include "app/models/text.h"

namespace doorstep::models {
namespace {

CaseloadEntry caseloadEntryOf(const store::CaseloadRow& row, absl::TimeZone zone) {
  CaseloadEntry entry;
  entry.worker_id = idText(row.worker.id());
  entry.name = text(row.worker.name());
  entry.occupation = row.worker.occupation();
  entry.households = static_cast<int>(row.households);
  entry.elders = static_cast<int>(row.elders);
  entry.contacted = static_cast<int>(row.contacted);
  entry.due = static_cast<int>(row.due);
  entry.overdue = static_cast<int>(row.overdue);
  entry.open_risks = static_cast<int>(row.open_risks);
  entry.urgent_risks = static_cast<int>(row.urgent_risks);
  entry.last_record = momentOf(row.last_record_at, zone);
  return entry;
}

}  // namespace

CaseloadModel::CaseloadModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::opened, this, &CaseloadModel::refresh);
  connect(&desk, &Desk::storeChanged, this, &CaseloadModel::refresh);
  connect(&desk, &Desk::dayChanged, this, &CaseloadModel::refresh);
  connect(&desk, &Desk::closed, this, [this] {
    chooseNobody();
    rows_.replace({});
    setProgress(Progress::Loading);
  });
}

CaseloadModel* CaseloadModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).caseload;
}

QString CaseloadModel::workerName() const {
  for (const CaseloadEntry& entry : rows_.rows()) {
    if (entry.worker_id == worker_id_)
      return entry.name;
  }
  return {};
}

int CaseloadModel::sum(int CaseloadEntry::*figure) const {
  int sum = 0;
  for (const CaseloadEntry& entry : rows_.rows())
    sum += entry.*figure;
  return sum;
}

QStringList CaseloadModel::households() const {
  QStringList doors;
  for (const ElderEntry& elder : elders_.rows()) {
    if (!doors.contains(elder.household_id))
      doors << elder.household_id;
  }
  return doors;
}

void CaseloadModel::choose(const QString& worker_id) {
  if (chosen_ && worker_id == worker_id_)
    return;
  chosen_ = true;
  worker_id_ = worker_id;
  elders_.replace({});
  emit chosenChanged();
  readElders();
}

void CaseloadModel::chooseNobody() {
  chosen_ = false;
  worker_id_.clear();
  ++elders_question_;
  elders_.replace({});
  emit chosenChanged();
}

void CaseloadModel::refresh() {
  // A visitor without a team has no such page, and the count is not for free.
  const auto& roles = desk().session().roles;
  if (std::find(roles.begin(), roles.end(), v1::ROLE_SUPERVISOR) == roles.end() &&
      std::find(roles.begin(), roles.end(), v1::ROLE_DISTRICT_STAFF) == roles.end()) {
    return;
  }
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<std::vector<store::CaseloadRow>>;
  desk().ask<Answer>(
      this, [today = desk().today()](store::Queries& queries) { return queries.caseload(today); },
      [this, question](const Answer& found) {
        if (!isLatest(question))
          return;
        if (!found.ok()) {
          setProgress(Progress::Failed, failureOf(found.status()));
          return;
        }
        std::vector<CaseloadEntry> entries;
        for (const store::CaseloadRow& row : *found)
          entries.push_back(caseloadEntryOf(row, desk().zone()));
        rows_.replace(std::move(entries));
        setProgress(Progress::Ready);
        emit sumsChanged();
        emit chosenChanged();
      });
  if (chosen_)
    readElders();
}

void CaseloadModel::readElders() {
  const std::uint64_t question = ++elders_question_;
  using Answer = absl::StatusOr<std::vector<store::ElderRow>>;
  desk().ask<Answer>(
      this,
      [id = idOf(worker_id_), today = desk().today()](store::Queries& queries) { return queries.eldersOf(id, today); },
      [this, question](const Answer& found) {
        if (question != elders_question_ || !found.ok())
          return;
        std::vector<ElderEntry> entries;
        for (const store::ElderRow& row : *found)
          entries.push_back(entryOf(row, desk().zone(), desk().now()));
        markSections(entries);
        elders_.replace(std::move(entries));
      });
}

}  // namespace doorstep::models
