#include "sync/ctl/refused_rows.h"

#include <algorithm>
#include <filesystem>

#include "absl/strings/str_join.h"
#include "sync/ctl/columns.h"
#include "sync/ctl/file.h"
#include "sync/ctl/problem_words.h"
#include "sync/ctl/text.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl {

namespace {

// Where an earlier round put its reasons; the width of the header when there was none.
std::size_t reasonIndex(const std::vector<std::string>& header) {
  const auto found = std::find_if(header.begin(), header.end(), [](const std::string& heading) {
    return heading == kReasonColumn.zh || sameIgnoringCase(heading, kReasonColumn.name);
  });
  return static_cast<std::size_t>(found - header.begin());
}

// A row with too many fields keeps them all: its reason stands behind the last one.
std::string withReason(std::vector<std::string> fields, std::size_t width, std::size_t index, std::string reason) {
  if (index < width && fields.size() == width) {
    fields[index] = std::move(reason);
  } else {
    fields.resize(std::max(fields.size(), index));
    fields.push_back(std::move(reason));
  }
  return csvLine(fields);
}

}  // namespace

std::string reasonText(const std::vector<v1::Problem>& problems, Language language) {
  return absl::StrJoin(
      problems, language == Language::kChinese ? "；" : "; ",
      [&](std::string* out, const v1::Problem& problem) { out->append(problemSentence(problem, language)); });
}

std::string placeText(std::string_view path, std::uint32_t line, Language language) {
  const std::string name = std::filesystem::path(path).filename();
  const std::string number = std::to_string(line);
  return language == Language::kChinese ? concat({name, " 第 ", number, " 行"}) : concat({name, ", line ", number});
}

absl::Status writeRefused(InputFile& input, const RefusedRows& refused, const std::string& path, Language language) {
  DOORSTEP_TRY(input.rewind());
  const std::size_t index = reasonIndex(input.header());
  const std::size_t width = input.header().size();
  const Wording heading = {kReasonColumn.zh, kReasonColumn.name};
  AtomicFile file(path);
  file.write(input.encoding() == Encoding::kUtf8 ? byteOrderMark(Encoding::kUtf8) : "");
  file.write(input.codec().encoded(withReason(input.header(), width, index, std::string(heading.in(language)))));
  for (InputRow row;;) {
    DOORSTEP_ASSIGN(const bool more, input.next(row));
    if (!more) {
      return file.commit();
    }
    const auto found = refused.find(row.record.line);
    if (found != refused.end()) {
      const std::string reason =
          concat({placeText(input.path(), row.record.line, language), language == Language::kChinese ? "：" : ": ",
                  reasonText(found->second, language)});
      file.write(input.codec().encoded(withReason(row.record.fields, width, index, reason)));
    }
  }
}

}  // namespace doorstep::ctl
