#include "app/shell/desktop_papers.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QThreadPool>
#include <utility>

#include "app/reports/paper_list.h"
#include "app/reports/protocol.h"
#include "app/roster/roster_file.h"
#include "app/shell/problem_on_paper.h"
#include "sync/ctl/failure.h"

namespace doorstep::shell {
namespace {

using models::Filed;
using models::RowsFile;
using models::app_enums::FileKind;
using models::app_enums::FileTrouble;

// Asks where to put a file and writes it there.
void saveAs(const std::string& proposed, const std::function<absl::Status(const std::string&)>& write,
            const std::function<void(Filed)>& done) {
  auto* dialog = new QFileDialog(QApplication::activeWindow());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("pdf"));
  dialog->setNameFilter(QStringLiteral("PDF (*.pdf)"));
  dialog->selectFile(QString::fromStdString(proposed));
  QObject::connect(dialog, &QDialog::finished, dialog, [dialog, write, done](int result) {
    Filed filed;
    filed.cancelled = result != QDialog::Accepted || dialog->selectedFiles().isEmpty();
    if (!filed.cancelled) {
      const QString path = dialog->selectedFiles().constFirst();
      const absl::Status written = write(path.toStdString());
      filed.failure = models::failureOf(written);
      if (written.ok()) {
        filed.file_name = QFileInfo(path).fileName();
      }
    }
    done(filed);
  });
  dialog->open();
}

FileTrouble troubleOf(const absl::Status& status) {
  switch (ctl::failureOf(status).value_or(ctl::Failure::kFileUnreadable)) {
    case ctl::Failure::kFileTooLarge:
      return FileTrouble::TooLarge;
    case ctl::Failure::kFileEmpty:
      return FileTrouble::Empty;
    case ctl::Failure::kNotUtf8:
    case ctl::Failure::kEncodingUnknown:
      return FileTrouble::NotText;
    case ctl::Failure::kOpenQuote:
      return FileTrouble::OpenQuote;
    case ctl::Failure::kRowTooLong:
      return FileTrouble::RowTooLong;
    case ctl::Failure::kColumnMissing:
      return ctl::argumentsOf(status).empty() ? FileTrouble::UnknownColumns : FileTrouble::ColumnMissing;
    case ctl::Failure::kColumnTwice:
      return FileTrouble::ColumnTwice;
    default:
      return FileTrouble::Unreadable;
  }
}

// Arguments that name the file say nothing to whoever just chose it.
QString detailOf(FileTrouble trouble, const absl::Status& status) {
  const bool speaks = trouble == FileTrouble::OpenQuote || trouble == FileTrouble::RowTooLong ||
                      trouble == FileTrouble::ColumnMissing || trouble == FileTrouble::ColumnTwice;
  const std::vector<std::string> arguments = ctl::argumentsOf(status);
  return speaks && !arguments.empty() ? QString::fromStdString(arguments.back()) : QString();
}

RowsFile readRows(const QString& path) {
  RowsFile file;
  file.file_name = QFileInfo(path).fileName();
  absl::StatusOr<roster::RosterFile> read = roster::readRosterFile(path.toStdString());
  if (!read.ok()) {
    file.trouble = troubleOf(read.status());
    file.detail = detailOf(file.trouble, read.status());
    return file;
  }
  file.kind = static_cast<FileKind>(static_cast<int>(read->kind) + 1);
  file.encoding = QString::fromStdString(read->encoding);
  file.rows = std::move(read->rows);
  file.problems = std::move(read->problems);
  file.refused = static_cast<int>(read->refused);
  return file;
}
static_assert(static_cast<int>(FileKind::Areas) == static_cast<int>(ctl::FileKind::kAreas) + 1);
static_assert(static_cast<int>(FileKind::PaperVisits) == static_cast<int>(ctl::FileKind::kPaperVisits) + 1);

std::vector<reports::PaperForm> formsOf(const std::vector<store::PaperRow>& rows) {
  std::vector<reports::PaperForm> forms;
  for (const store::PaperRow& row : rows) {
    reports::PaperForm form;
    form.number = row.number;
    for (const v1::Elder& elder : row.elders) {
      form.people.push_back({elder.name(), elder.file_number()});
    }
    form.area = row.area.grid.empty() ? row.area.community : row.area.community + " " + row.area.grid;
    form.door = row.door;
    form.phone = row.phone;
    form.safety_note = row.safety_note;
    form.due = row.due.has_value();
    form.days_left = row.due ? row.due->days_left : 0;
    forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace

void DesktopPapers::saveProtocol(const v1::EndOfDay& evening, absl::TimeZone zone, std::function<void(Filed)> done) {
  saveAs(
      reports::protocolFileName(evening),
      [evening, zone](const std::string& path) { return reports::writeProtocol(evening, zone, problemOnPaper, path); },
      done);
}

void DesktopPapers::savePaperList(const models::PaperList& list, std::function<void(Filed)> done) {
  const reports::PaperListHead head{list.district_name, list.worker_name, list.on};
  saveAs(
      reports::paperListFileName(list.on),
      [head, forms = formsOf(list.rows)](const std::string& path) {
        return reports::writePaperList(head, forms, path);
      },
      done);
}

void DesktopPapers::openRows(std::function<void(RowsFile)> done) {
  auto* dialog = new QFileDialog(QApplication::activeWindow());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilter(QStringLiteral("CSV (*.csv *.txt)"));
  QObject::connect(dialog, &QDialog::finished, dialog, [dialog, done = std::move(done)](int result) {
    if (result != QDialog::Accepted || dialog->selectedFiles().isEmpty()) {
      RowsFile none;
      none.cancelled = true;
      done(std::move(none));
      return;
    }
    // A long file is read away from the window, which stays alive meanwhile.
    QThreadPool::globalInstance()->start([path = dialog->selectedFiles().constFirst(), done] {
      auto file = std::make_shared<RowsFile>(readRows(path));
      QMetaObject::invokeMethod(
          qApp, [file, done] { done(std::move(*file)); }, Qt::QueuedConnection);
    });
  });
  dialog->open();
}

}  // namespace doorstep::shell
