#pragma once

#include <string>
#include <vector>

#include "app/store/directory.h"
#include "app/store/queries.h"

namespace doorstep::store {

// One elder as lists need them, with what they sort and count by.
struct ListedElder {
  ElderRow row;
  std::vector<std::string> workers;  // assigned today
  std::string area_code;
  std::string door_key;
  std::string search;  // name, spellings, file number, door; normalised
  bool in_care = false;
  bool contacted_this_month = false;
};

// All of them, by grid and door (elder_catalogue.h).
using ListedElders = std::vector<ListedElder>;

// Whether each of the words stands somewhere in what the elder is found by.
bool isFoundBy(const ListedElder& elder, const std::vector<std::string>& words);

// Whether the person at this device has the elder on their lists.
bool isInScope(const ListedElder& elder, const Directory& directory);

// By grid, then by door.
bool standsBefore(const ListedElder& left, const ListedElder& right);

}  // namespace doorstep::store
