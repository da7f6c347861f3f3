#include "sync/ctl/refused_rows.h"

#include <algorithm>

#include "absl/strings/str_join.h"
#include "sync/ctl/columns.h"
#include "sync/ctl/problem_words.h"
#include "sync/ctl/text.h"

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

std::string refusedFile(const std::vector<std::string>& header, const std::vector<CsvRecord>& records,
                        const RefusedRows& refused, Language language) {
  const std::size_t index = reasonIndex(header);
  const Wording heading = {kReasonColumn.zh, kReasonColumn.name};
  std::string content = "\xEF\xBB\xBF" + withReason(header, header.size(), index, std::string(heading.in(language)));
  for (const CsvRecord& record : records) {
    const auto found = refused.find(record.line);
    if (found != refused.end()) {
      content += withReason(record.fields, header.size(), index, reasonText(found->second, language));
    }
  }
  return content;
}

}  // namespace doorstep::ctl
