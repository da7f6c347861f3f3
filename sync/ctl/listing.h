#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "google/protobuf/timestamp.pb.h"
#include "sync/ctl/console.h"
#include "sync/ctl/report_commands.h"
#include "sync/ctl/table.h"

namespace doorstep::ctl {

// The same cells as table, JSON (under `names`) or CSV.
struct Listing {
  std::vector<std::string> names;     // JSON and CSV
  std::vector<TableColumn> headings;  // table
  std::vector<std::vector<std::string>> rows;
};

std::vector<TableColumn> headings(const Console& console, std::initializer_list<Wording> words);
std::string timeText(const google::protobuf::Timestamp& at);
int print(const Console& console, const Listing& listing, Output output);

}  // namespace doorstep::ctl
