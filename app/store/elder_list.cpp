#include "app/store/elder_list.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace doorstep::store {

bool isFoundBy(const ListedElder& elder, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&elder](const std::string& word) { return elder.search.find(word) != std::string::npos; });
}

bool isInScope(const ListedElder& elder, const Directory& directory) {
  return directory.seesAll() ||
         std::find(elder.workers.begin(), elder.workers.end(), directory.workerId()) != elder.workers.end();
}

bool standsBefore(const ListedElder& left, const ListedElder& right) {
  return std::tie(left.area_code, left.door_key, left.row.name, left.row.elder_id) <
         std::tie(right.area_code, right.door_key, right.row.name, right.row.elder_id);
}

}  // namespace doorstep::store
