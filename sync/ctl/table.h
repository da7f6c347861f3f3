#pragma once

#include <string>
#include <vector>

// Columns that stay aligned whatever the width of their characters. Pure; any thread.
namespace doorstep::ctl {

enum class Alignment { kLeft, kRight };

struct TableColumn {
  std::string heading;
  Alignment alignment = Alignment::kLeft;
};

class Table {
 public:
  explicit Table(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}

  // As many cells as columns.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }

  // Heading, a rule, the rows; two spaces between columns, no space at a line's end.
  std::string text() const;

 private:
  std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

  std::vector<TableColumn> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace doorstep::ctl
