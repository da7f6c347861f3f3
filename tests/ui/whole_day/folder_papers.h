#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/models/papers.h"

namespace doorstep::tests {

// Prints into a folder without asking where to, and remembers what was printed.
class FolderPapers final : public models::Papers {
 public:
  explicit FolderPapers(std::string folder) : folder_(std::move(folder)) {}

  void saveProtocol(const v1::EndOfDay& evening, absl::TimeZone zone, std::function<void(models::Filed)> done) override;
  void savePaperList(const models::PaperList& list, std::function<void(models::Filed)> done) override;
  void openRows(std::function<void(models::RowsFile)> done) override;  // there is no file to choose

  const std::vector<QString>& files() const { return files_; }  // with their folder
  const std::optional<v1::EndOfDay>& protocol() const { return protocol_; }
  // The number that a door has on the list last printed; 0: it is not on it.
  unsigned numberOf(const std::string& elder_name) const;

 private:
  void file(const std::string& name, const std::function<absl::Status(const std::string&)>& write,
            const std::function<void(models::Filed)>& done);

  std::string folder_;
  std::vector<QString> files_;
  std::optional<v1::EndOfDay> protocol_;
  std::vector<store::PaperRow> list_;
};

}  // namespace doorstep::tests
