#include "sync/ctl/listing.h"

#include <nlohmann/json.hpp>

#include "sync/care/calendar.h"
#include "sync/ctl/csv.h"

namespace doorstep::ctl {

using Json = nlohmann::ordered_json;

std::string timeText(const google::protobuf::Timestamp& at) {
  return absl::FormatTime("%Y-%m-%d %H:%M", care::toTime(at), care::districtZone());
}

int print(const Console& console, const Listing& listing, Output output) {
  if (output == Output::kTable) {
    Table table(listing.headings);
    for (const auto& row : listing.rows) {
      table.add(row);
    }
    console.out << (table.empty() ? std::string(console.pick("没有。\n", "None.\n")) : table.text());
    return kExitDone;
  }
  if (output == Output::kCsv) {
    console.out << "\xEF\xBB\xBF" << csvLine(listing.names);
    for (const auto& row : listing.rows) {
      console.out << csvLineForSpreadsheet(row);
    }
    return kExitDone;
  }
  Json list = Json::array();
  for (const auto& row : listing.rows) {
    Json object;
    for (std::size_t index = 0; index < row.size(); ++index) {
      object[listing.names[index]] = row[index];
    }
    list.push_back(object);
  }
  console.out << list.dump(2) << "\n";
  return kExitDone;
}

std::vector<TableColumn> headings(const Console& console, std::initializer_list<Wording> words) {
  std::vector<TableColumn> columns;
  for (const Wording& word : words) {
    columns.push_back({std::string(word.in(console.language)), Alignment::kLeft});
  }
  return columns;
}

}  // namespace doorstep::ctl
