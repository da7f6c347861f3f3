#include "sync/ctl/table.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/str_join.h"
#include "sync/ctl/text.h"

namespace doorstep::ctl {

namespace {

constexpr std::size_t kGap = 2;

}  // namespace

std::string Table::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
  std::vector<std::string> padded;
  for (std::size_t index = 0; index < cells.size(); ++index) {
    padded.push_back(columns_[index].alignment == Alignment::kRight ? padLeft(cells[index], widths[index])
                                                                    : padRight(cells[index], widths[index]));
  }
  std::string text = absl::StrJoin(padded, std::string(kGap, ' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

std::string Table::text() const {
  std::vector<std::string> headings;
  std::vector<std::size_t> widths;
  for (std::size_t index = 0; index < columns_.size(); ++index) {
    headings.push_back(columns_[index].heading);
    std::size_t width = displayWidth(columns_[index].heading);
    for (const std::vector<std::string>& row : rows_) {
      width = std::max(width, displayWidth(row[index]));
    }
    widths.push_back(width);
  }
  const std::size_t total = std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
  std::string text = line(headings, widths);
  for (std::size_t index = 0; index < total; ++index) {
    text += "─";
  }
  text += "\n";
  for (const std::vector<std::string>& row : rows_) {
    text += line(row, widths);
  }
  return text;
}

}  // namespace doorstep::ctl
