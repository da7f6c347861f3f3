#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

// Which columns the files have and where they stand in one file. Pure; any thread.
namespace doorstep::ctl {

enum class FileKind {
  kAreas,
  kWorkers,
  kRoster,
  kAssignments,
  kDuty,
  kFacilities,
  kTargets,
  kProgrammes,
  kPaperVisits,
};

// A column bears the name of the field it fills in admin.proto, or of what its cells hold where that is written
// otherwise (hours, start); problems name it the same.
struct Column {
  std::string_view name;
  std::string_view zh;       // the Chinese heading
  std::string_view aliases;  // further headings, separated by commas
  bool required;             // the file is refused without it
};

std::span<const Column> columnsOf(FileKind kind);

// What a file of refused rows has on top: ignored when it is imported again.
inline constexpr Column kReasonColumn = {"reason", "原因", "refused because", false};

class ColumnMap {
 public:
  // Headings are compared without case, white space around them, underscores and hyphens.
  // Failures: kColumnMissing, kColumnTwice.
  static absl::StatusOr<ColumnMap> fromHeader(FileKind kind, const std::vector<std::string>& header);

  std::optional<std::size_t> indexOf(std::string_view column) const;
  std::size_t size() const { return width_; }
  // Headings that are no column of this kind of file.
  const std::vector<std::string>& unknown() const { return unknown_; }

 private:
  std::vector<std::pair<std::string_view, std::size_t>> places_;
  std::vector<std::string> unknown_;
  std::size_t width_ = 0;
};

}  // namespace doorstep::ctl
