#pragma once

#include "app/models/papers.h"

namespace doorstep::shell {

// Paper and files on a desktop: the system's dialogs, PDFs by app/reports, files of rows by app/roster.
class DesktopPapers final : public models::Papers {
 public:
  void saveProtocol(const v1::EndOfDay& evening, absl::TimeZone zone, std::function<void(models::Filed)> done) override;
  void savePaperList(const models::PaperList& list, std::function<void(models::Filed)> done) override;
  void openRows(std::function<void(models::RowsFile)> done) override;
};

}  // namespace doorstep::shell
