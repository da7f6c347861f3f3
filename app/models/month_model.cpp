#include "app/models/month_model.h"

#include <algorithm>

#include "app/models/models.h"
#include "app/models/text.h"

namespace doorstep::models {
namespace {

void addDay(std::vector<WorkedLine>& rows, const store::WorkedDay& day) {
  const std::size_t first = rows.size();
  int together = 0;
  for (std::size_t at = 0; at < day.lines.size(); ++at) {
    const v1::MinutesLine& line = day.lines[at];
    WorkedLine row;
    row.key = idText(line.subject_id());
    row.on = momentOf(day.on);
    row.elder_name = at < day.elder_names.size() ? text(day.elder_names[at]) : QString();
    row.kind = line.kind();
    row.minutes = static_cast<int>(line.minutes());
    row.source = line.source();
    row.certified = line.state() == v1::SERVICE_ENTRY_STATE_CONFIRMED;
    row.overlaps = line.overlaps();
    together += line.source() == v1::HOURS_SOURCE_IMPUTED ? 0 : row.minutes;
    rows.push_back(std::move(row));
  }
  if (rows.size() == first)
    return;
  for (std::size_t at = first; at < rows.size(); ++at)
    rows[at].day_minutes = together;
  rows[first].first_of_day = true;
  rows.back().last_of_day = true;
}

}  // namespace

MonthModel::MonthModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::opened, this, [this] { showMonth(absl::CivilMonth(this->desk().today())); });
  connect(&desk, &Desk::storeChanged, this, &MonthModel::refresh);
  connect(&desk, &Desk::dayChanged, this, &MonthModel::refresh);
  connect(&desk, &Desk::closed, this, [this] {
    take({});
    setProgress(Progress::Loading);
  });
}

MonthModel* MonthModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).month;
}

void MonthModel::showMonthBefore() {
  showMonth(shown_ - 1);
}

void MonthModel::showMonthAfter() {
  if (!current())
    showMonth(shown_ + 1);
}

void MonthModel::showMonth(absl::CivilMonth month) {
  shown_ = month;
  take({});
  setProgress(Progress::Loading);
  refresh();
}

void MonthModel::setWatched(bool watched) {
  if (watched == watched_)
    return;
  watched_ = watched;
  emit watchedChanged();
  refresh();
}

void MonthModel::refresh() {
  if (watched_)
    read();
}

void MonthModel::read() {
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<store::MyMonth>;
  desk().ask<Answer>(
      this, [month = shown_, today = desk().today()](store::Queries& queries) { return queries.myMonth(month, today); },
      [this, question](Answer found) {
        if (!isLatest(question))
          return;
        if (!found.ok()) {
          setProgress(Progress::Failed, failureOf(found.status()));
          return;
        }
        take(*std::move(found));
        setProgress(Progress::Ready);
      });
}

void MonthModel::take(store::MyMonth found) {
  found_ = std::move(found);
  std::vector<OpenElder> open;
  for (std::size_t at = 0; at < found_.open.size(); ++at) {
    const ElderEntry entry = entryOf(found_.open[at], desk().zone(), desk().now());
    open.push_back({entry.elder_id, entry.title, entry.door,
                    at < found_.reasons.size() ? static_cast<int>(found_.reasons[at]) : 0, entry.due, entry.days_left});
  }
  open_.replace(std::move(open));
  std::vector<WorkedLine> lines;
  for (const store::WorkedDay& day : found_.days)
    addDay(lines, day);
  lines_.replace(std::move(lines));
  emit changed();
}

int MonthModel::overlaps() const {
  return static_cast<int>(
      std::count_if(lines_.rows().begin(), lines_.rows().end(), [](const WorkedLine& line) { return line.overlaps; }));
}

}  // namespace doorstep::models
