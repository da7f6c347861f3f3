#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "app/models/failure.h"
#include "app/store/queries.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/evening.pb.h"

namespace doorstep::models {

// What became of a file that was to be written.
struct Filed {
  bool cancelled = false;  // the person did not choose a place
  Failure failure = Failure::None;
  QString file_name;  // without its folder
};

// A list to take along, with blank forms.
struct PaperList {
  std::string district_name;
  std::string worker_name;  // empty: everybody's
  absl::CivilDay on;
  std::vector<store::PaperRow> rows;
};

// What stands in a file of rows, or why it cannot be read.
struct RowsFile {
  bool cancelled = false;
  app_enums::FileTrouble trouble = app_enums::FileTrouble::None;
  QString detail;  // the line or the column behind the trouble
  QString file_name;
  app_enums::FileKind kind = app_enums::FileKind::Unknown;
  QString encoding;
  std::vector<v1::ImportRow> rows;    // fit to be sent
  std::vector<v1::Problem> problems;  // of the other rows, with line and column
  int refused = 0;                    // how many rows those are
};

// Paper and files: what a desk prints, keeps and reads. Behind an interface, because file dialogs and
// printers are the operating system's. Called on the UI thread; every done comes back there, once.
class Papers {
 public:
  virtual ~Papers() = default;
  virtual void saveProtocol(const v1::EndOfDay& evening, absl::TimeZone zone, std::function<void(Filed)> done) = 0;
  virtual void savePaperList(const PaperList& list, std::function<void(Filed)> done) = 0;
  virtual void openRows(std::function<void(RowsFile)> done) = 0;
};

}  // namespace doorstep::models
