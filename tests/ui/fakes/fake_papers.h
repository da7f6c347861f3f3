#pragma once

#include <optional>
#include <utility>

#include "app/models/papers.h"

namespace doorstep::tests {

// Keeps what was to be written, and gives the file it was told to.
class FakePapers final : public models::Papers {
 public:
  std::optional<v1::EndOfDay> protocol;
  std::optional<models::PaperList> list;
  models::RowsFile file;
  models::Failure failure = models::Failure::None;

  void saveProtocol(const v1::EndOfDay& evening, absl::TimeZone, std::function<void(models::Filed)> done) override {
    protocol = evening;
    done({false, failure,
          failure == models::Failure::None ? QStringLiteral("日终记录-220211-2026-11-20.pdf") : QString()});
  }
  void savePaperList(const models::PaperList& wanted, std::function<void(models::Filed)> done) override {
    list = wanted;
    done({false, failure, failure == models::Failure::None ? QStringLiteral("走访清单-2026-11-20.pdf") : QString()});
  }
  void openRows(std::function<void(models::RowsFile)> done) override { done(file); }
};

}  // namespace doorstep::tests
