#pragma once

#include <algorithm>

namespace doorstep::models {

// std::erase_if for protobuf's repeated fields.
template <typename Repeated, typename Wrong>
void eraseIf(Repeated* list, const Wrong& wrong) {
  list->erase(std::remove_if(list->begin(), list->end(), wrong), list->end());
}

}  // namespace doorstep::models
