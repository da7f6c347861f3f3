#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "doorstep/v1/visit.pb.h"

// Visits in part: most of a visit's bytes are the checklist's answers and the note, which few ask for. What is left
// out is skipped unread. DATA_LOSS when the record cannot be read or is no visit. Pure; any thread.
namespace doorstep::replication {

// As figures about people and minutes see it: when and how long, with whom and how, and what it corrects.
absl::StatusOr<v1::Visit> visitForFigures(std::string_view encoded_record);

// The encoded record with no more in it than visitForFigures() reads.
std::string excerptForFigures(const v1::Visit& visit);

// All but the answers and the note.
absl::StatusOr<v1::Visit> visitWithoutAnswers(std::string_view encoded_record);

}  // namespace doorstep::replication
