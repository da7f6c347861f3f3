#include "sync/ctl/demo/scenario/stage.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/ctl/demo/seeded_random.h"
#include "sync/ctl/import_stream.h"
#include "sync/ctl/operator_commands.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl::demo {

namespace fs = std::filesystem;

namespace {

// Each tablet's ids from a seed of its own.
std::uint64_t seedOf(std::string_view staff_number) {
  std::uint64_t seed = 0;
  for (const char character : staff_number) {
    seed = seed * 131 + static_cast<unsigned char>(character);
  }
  return seed;
}

}  // namespace

absl::Time timeOf(absl::CivilDay day, int minute_of_day) {
  return absl::FromCivil(day, care::districtZone()) + absl::Minutes(minute_of_day);
}

absl::StatusOr<std::unique_ptr<Stage>> Stage::open(const Console& console, std::string folder, std::ostream& tell) {
  std::error_code error;
  if (folder.empty()) {
    std::string pattern = fs::temp_directory_path() / "doorstep-scenario-XXXXXX";
    folder = ::mkdtemp(pattern.data()) == nullptr ? std::string() : pattern;
  }
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    return failure(Failure::kFolderNotEmpty, {folder});
  }
  fs::create_directories(folder, error);
  if (folder.empty() || error) {
    return failure(Failure::kFileUnwritable, {folder});
  }
  return std::unique_ptr<Stage>(new Stage(console, fs::absolute(folder), tell));
}

void Stage::say(std::string_view zh, std::string_view en) const {
  tell_ << console_.pick(zh, en) << std::endl;
}

absl::Status Stage::moveTo(absl::CivilDay day, int hour) {
  if (console_.interrupted.load()) {
    return failure(Failure::kInterrupted);
  }
  now_ = timeOf(day, hour * 60);
  connection_.reset();
  DOORSTEP_TRY(service_.stop());
  DOORSTEP_TRY(service_.start(absl::FormatTime(absl::RFC3339_sec, now_, care::districtZone())));
  DOORSTEP_ASSIGN(connection_, Connection::open(service_.connection()));
  return absl::OkStatus();
}

absl::Status Stage::import(const std::vector<v1::ImportRow>& rows) {
  std::size_t sent = 0;
  const NextBatch next = [&](v1::ImportRequest& batch) -> absl::StatusOr<bool> {
    const std::size_t end = std::min(sent + kRowsInBatch, rows.size());
    const bool any = sent < end;
    for (; sent < end; ++sent) {
      *batch.add_rows() = rows[sent];
    }
    return any;
  };
  ImportAnswers answers;
  DOORSTEP_TRY(importRows(
      *connection_, next, [this] { return !console_.interrupted.load(); }, [](std::size_t) {}, answers));
  if (answers.stopped) {
    return failure(Failure::kInterrupted);
  }
  if (answers.refused.empty()) {
    return absl::OkStatus();
  }
  const auto& [line, problems] = *answers.refused.begin();
  const v1::Problem problem = problems.empty() ? v1::Problem() : problems.front();
  const std::string where =
      absl::StrCat("row ", line, ": ", v1::ProblemCode_Name(problem.code()), " ", problem.field());
  return failure(Failure::kServiceRefused, {"import", where});
}

absl::StatusOr<SimulatedTablet*> Stage::tablet(const std::string& staff_number) {
  DOORSTEP_ASSIGN(const v1::IssueCodeReply code, issueCode(*connection_, staff_number, absl::Hours(1)));
  DOORSTEP_ASSIGN(auto tablet, SimulatedTablet::enrol({service_.enrolment(), code.code(), staff_number, now_},
                                                      std::make_unique<SeededRandom>(seedOf(staff_number)), executor_));
  DOORSTEP_TRY(tablet->sync(now_));
  SimulatedTablet* const kept = tablet.get();
  tablets_[staff_number] = std::move(tablet);
  return kept;
}

absl::Status Stage::syncAll(const std::vector<std::string>& left_out) {
  for (const auto& [staff_number, tablet] : tablets_) {
    if (console_.interrupted.load()) {
      return failure(Failure::kInterrupted);
    }
    if (std::find(left_out.begin(), left_out.end(), staff_number) == left_out.end()) {
      DOORSTEP_TRY(tablet->sync(now_));
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::ctl::demo
