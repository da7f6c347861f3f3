#include "folder_papers.h"

#include <QDir>
#include <algorithm>

#include "app/reports/paper_list.h"
#include "app/reports/protocol.h"
#include "app/shell/problem_on_paper.h"

namespace doorstep::tests {
namespace {

reports::PaperForm formOf(const store::PaperRow& row) {
  reports::PaperForm form;
  form.number = row.number;
  for (const v1::Elder& elder : row.elders) {
    form.people.push_back({elder.name(), elder.file_number()});
  }
  form.area = row.area.grid;
  form.door = row.door;
  form.phone = row.phone;
  form.safety_note = row.safety_note;
  form.due = row.due.has_value();
  form.days_left = row.due ? row.due->days_left : 0;
  return form;
}

}  // namespace

void FolderPapers::file(const std::string& name, const std::function<absl::Status(const std::string&)>& write,
                        const std::function<void(models::Filed)>& done) {
  QDir().mkpath(QString::fromStdString(folder_));
  const std::string path = folder_ + "/" + name;
  models::Filed filed;
  const absl::Status written = write(path);
  filed.failure = models::failureOf(written);
  if (written.ok()) {
    files_.push_back(QString::fromStdString(path));
    filed.file_name = QString::fromStdString(name);
  }
  done(filed);
}

void FolderPapers::saveProtocol(const v1::EndOfDay& evening, absl::TimeZone zone,
                                std::function<void(models::Filed)> done) {
  protocol_ = evening;
  file(
      reports::protocolFileName(evening),
      [&](const std::string& path) { return reports::writeProtocol(evening, zone, shell::problemOnPaper, path); },
      done);
}

void FolderPapers::savePaperList(const models::PaperList& list, std::function<void(models::Filed)> done) {
  list_ = list.rows;
  std::vector<reports::PaperForm> forms;
  std::transform(list_.begin(), list_.end(), std::back_inserter(forms), formOf);
  file(
      reports::paperListFileName(list.on),
      [&](const std::string& path) {
        return reports::writePaperList({list.district_name, list.worker_name, list.on}, forms, path);
      },
      done);
}

void FolderPapers::openRows(std::function<void(models::RowsFile)> done) {
  models::RowsFile none;
  none.cancelled = true;
  done(std::move(none));
}

unsigned FolderPapers::numberOf(const std::string& elder_name) const {
  const auto row = std::find_if(list_.begin(), list_.end(), [&](const store::PaperRow& one) {
    return std::any_of(one.elders.begin(), one.elders.end(),
                       [&](const v1::Elder& elder) { return elder.name() == elder_name; });
  });
  return row == list_.end() ? 0 : row->number;
}

}  // namespace doorstep::tests
