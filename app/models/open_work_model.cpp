#include "app/models/open_work_model.h"

#include <algorithm>

#include "app/models/models.h"
#include "app/models/text.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

using app_enums::OpenSection;

constexpr int kSections = static_cast<int>(OpenSection::Quarantined) + 1;

bool callsForSomebody(const OpenEntry& entry) {
  if (entry.section == static_cast<int>(OpenSection::Ladders))
    return !entry.withdrawn;
  return entry.section == static_cast<int>(OpenSection::Risks) && entry.level >= v1::RISK_LEVEL_ORANGE &&
         (entry.minutes_left < 0 || entry.steps.contains(v1::RISK_STATE_ACKNOWLEDGED));
}

// A merge is shown for a while, so that it can be taken back; nobody waits for it.
bool isOpen(const OpenEntry& entry) {
  return !entry.merged;
}

}  // namespace

std::vector<WorkerChoice> workerChoicesOf(const std::vector<v1::Worker>& workers) {
  std::vector<WorkerChoice> choices;
  for (const v1::Worker& worker : workers) {
    WorkerChoice choice;
    choice.worker_id = idText(worker.id());
    choice.name = text(worker.name());
    choice.staff_number = text(worker.staff_number());
    choice.occupation = worker.occupation();
    choices.push_back(std::move(choice));
  }
  return choices;
}

OpenWorkModel::OpenWorkModel(Desk& desk) : DeedModel(desk), counts_(kSections, 0) {
  connect(&desk, &Desk::opened, this, &OpenWorkModel::refresh);
  connect(&desk, &Desk::storeChanged, this, &OpenWorkModel::refresh);
  connect(&desk, &Desk::dayChanged, this, &OpenWorkModel::refresh);
  connect(&desk, &Desk::minutePassed, this, &OpenWorkModel::show);
  connect(&desk, &Desk::closed, this, [this] {
    nextQuestion();
    work_ = {};
    workers_.replace({});
    setSection(-1);
    show();
    setProgress(Progress::Loading);
  });
}

OpenWorkModel* OpenWorkModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).open_work;
}

bool OpenWorkModel::seesOpenWork() const {
  const std::vector<v1::Role>& roles = desk().session().roles;
  return std::any_of(roles.begin(), roles.end(),
                     [](v1::Role role) { return role == v1::ROLE_SUPERVISOR || role == v1::ROLE_DISTRICT_STAFF; });
}

void OpenWorkModel::refresh() {
  if (!seesOpenWork())
    return;
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<store::OpenWork>;
  desk().ask<Answer>(
      this, [today = desk().today()](store::Queries& queries) { return queries.openWork(today); },
      [this, question](Answer work) {
        if (!isLatest(question))
          return;
        if (!work.ok()) {
          setProgress(Progress::Failed, failureOf(work.status()));
          return;
        }
        work_ = *std::move(work);
        show();
        setProgress(Progress::Ready);
      });
}

void OpenWorkModel::show() {
  entries_ = openEntriesOf(work_, {desk().session().worker.id(), desk().now(), desk().zone()});
  counts_.fill(0);
  for (const OpenEntry& entry : entries_)
    counts_[entry.section] += isOpen(entry) ? 1 : 0;
  total_ = static_cast<int>(std::count_if(entries_.begin(), entries_.end(), isOpen));
  urgent_ = static_cast<int>(std::count_if(entries_.begin(), entries_.end(), callsForSomebody));
  std::vector<OpenEntry> shown;
  std::copy_if(entries_.begin(), entries_.end(), std::back_inserter(shown),
               [this](const OpenEntry& entry) { return section_ < 0 || entry.section == section_; });
  rows_.replace(std::move(shown));
  emit countsChanged();
}

int OpenWorkModel::oldestRiskDays() const {
  int oldest = -1;
  for (const store::RiskRow& row : work_.risks) {
    const absl::CivilDay opened = care::dayOf(row.flag.opened_at(), desk().zone());
    oldest = std::max(oldest, static_cast<int>(desk().today() - opened));
  }
  return oldest;
}

void OpenWorkModel::setSection(int section) {
  if (section == section_)
    return;
  section_ = section;
  emit sectionChanged();
  show();
}

void OpenWorkModel::readWorkers() {
  using Answer = absl::StatusOr<std::vector<v1::Worker>>;
  desk().ask<Answer>(
      this, [](store::Queries& queries) { return queries.workers(); },
      [this](const Answer& workers) {
        if (workers.ok())
          workers_.replace(workerChoicesOf(*workers));
      });
}

QStringList OpenWorkModel::unassignedHouseholds() const {
  QStringList households;
  for (const OpenEntry& entry : entries_) {
    if (entry.section == static_cast<int>(OpenSection::Unassigned) && !households.contains(entry.household_id))
      households << entry.household_id;
  }
  return households;
}

}  // namespace doorstep::models
