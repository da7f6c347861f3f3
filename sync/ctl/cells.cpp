#include "sync/ctl/cells.h"

#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

// The first separator in `text` and its length, or npos.
std::pair<std::size_t, std::size_t> firstSeparator(std::string_view text) {
  std::pair<std::size_t, std::size_t> first = {std::string_view::npos, 0};
  for (const std::string_view separator : {";", "；", "、", "\n"}) {
    const std::size_t at = text.find(separator);
    if (at < first.first) {
      first = {at, separator.size()};
    }
  }
  return first;
}

}  // namespace

std::string_view Cells::text(std::string_view column) const {
  const auto index = columns_.indexOf(column);
  return index.has_value() && *index < record_.fields.size() ? trimmed(record_.fields[*index]) : std::string_view();
}

std::string Cells::required(std::string_view column) {
  const std::string_view cell = text(column);
  if (cell.empty()) {
    problem(v1::PROBLEM_CODE_MISSING, column);
  }
  return std::string(cell);
}

std::vector<std::string_view> Cells::list(std::string_view column) const {
  std::vector<std::string_view> parts;
  std::string_view rest = text(column);
  while (!rest.empty()) {
    const auto [at, length] = firstSeparator(rest);
    const std::string_view part = trimmed(rest.substr(0, at));
    if (!part.empty()) {
      parts.push_back(part);
    }
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + length);
  }
  return parts;
}

std::optional<v1::Date> Cells::date(std::string_view column) {
  return word<v1::Date>(column, dateFrom);
}

std::optional<int> Cells::number(std::string_view column) {
  return word<int>(column, integerFrom);
}

void Cells::problem(v1::ProblemCode code, std::string_view field, std::initializer_list<std::string> details) {
  v1::Problem& problem = problems_.emplace_back();
  problem.set_code(code);
  problem.set_field(std::string(field));
  problem.set_line(record_.line);
  problem.mutable_details()->Assign(details.begin(), details.end());
}

}  // namespace doorstep::ctl
