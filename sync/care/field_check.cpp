#include "sync/care/field_check.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/validation.h"

namespace doorstep::care {

void FieldCheck::report(v1::ProblemCode code, std::string_view field, std::vector<std::string> details) {
  v1::Problem& problem = problems_.emplace_back();
  problem.set_code(code);
  problem.set_field(std::string(field));
  for (std::string& detail : details) {
    problem.add_details(std::move(detail));
  }
}

void FieldCheck::require(bool present, std::string_view field) {
  if (!present) {
    report(v1::PROBLEM_CODE_MISSING, field);
  }
}

void FieldCheck::identifier(std::string_view id, std::string_view field) {
  require(!id.empty(), field);
  optionalIdentifier(id, field);
}

void FieldCheck::optionalIdentifier(std::string_view id, std::string_view field) {
  if (!id.empty() && id.size() != kIdentifierBytes) {
    report(v1::PROBLEM_CODE_MALFORMED, field);
  }
}

void FieldCheck::name(std::string_view text, std::string_view field) {
  require(!text.empty(), field);
  atMost(kNameCharacters, text, field);
}

void FieldCheck::line(std::string_view text, std::string_view field) {
  atMost(kLineCharacters, text, field);
}

void FieldCheck::note(std::string_view text, std::string_view field) {
  atMost(kNoteCharacters, text, field);
}

void FieldCheck::atMost(int characters, std::string_view text, std::string_view field) {
  // Protobuf strings are UTF-8: every byte that continues no character begins one.
  const auto count = std::count_if(text.begin(), text.end(),
                                   [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
  if (count > characters) {
    report(v1::PROBLEM_CODE_TOO_LONG, field, {absl::StrCat(characters)});
  }
}

bool FieldCheck::happenedAt(bool present, const google::protobuf::Timestamp& at, std::string_view field) {
  require(present, field);
  if (!present) {
    return false;
  }
  if (!isReadable(at)) {
    report(v1::PROBLEM_CODE_MALFORMED, field);
    return false;
  }
  const absl::Time earliest = absl::FromCivil(absl::CivilDay(kEarliestYear, 1, 1), absl::UTCTimeZone());
  if (toTime(at) < earliest || toTime(at) > now_ + absl::Hours(24)) {
    report(v1::PROBLEM_CODE_DATE_IMPLAUSIBLE, field);
  }
  return true;
}

bool FieldCheck::date(bool present, const v1::Date& date, std::string_view field) {
  require(present, field);
  return optionalDate(present, date, field) && present;
}

bool FieldCheck::optionalDate(bool present, const v1::Date& date, std::string_view field) {
  if (!present || isValid(date)) {
    return true;
  }
  report(v1::PROBLEM_CODE_MALFORMED, field);
  return false;
}

void FieldCheck::period(bool has_from, const v1::Date& from, bool has_until, const v1::Date& until) {
  const bool begins = date(has_from, from, "from_on");
  const bool ends = optionalDate(has_until, until, "until_on") && has_until;
  if (begins && ends && civilDay(until) < civilDay(from)) {
    report(v1::PROBLEM_CODE_ENDS_BEFORE_START, "until_on");
  }
}

std::string path(std::string_view list, int index, std::string_view field) {
  return path(list, index) + "." + std::string(field);
}

std::string path(std::string_view list, int index) {
  return std::string(list) + absl::StrCat("[", index, "]");
}

bool isReadable(const google::protobuf::Timestamp& at) {
  constexpr std::int64_t kYear1 = -62135596800;
  constexpr std::int64_t kYear10000 = 253402300800;
  return at.seconds() >= kYear1 && at.seconds() < kYear10000 && at.nanos() >= 0 && at.nanos() < 1'000'000'000;
}

}  // namespace doorstep::care
