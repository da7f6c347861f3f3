#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/time.pb.h"
#include "google/protobuf/timestamp.pb.h"

// Gathers the problems of one record, field by field: the words in which validation is written. Each
// call names the field's path. Internal to validation.
namespace doorstep::care {

class FieldCheck {
 public:
  explicit FieldCheck(absl::Time now) : now_(now) {}

  void report(v1::ProblemCode code, std::string_view field, std::vector<std::string> details = {});
  void require(bool present, std::string_view field);  // MISSING when absent

  void identifier(std::string_view id, std::string_view field);          // required
  void optionalIdentifier(std::string_view id, std::string_view field);  // empty or well-formed
  void name(std::string_view text, std::string_view field);              // required, at most 40 characters
  void line(std::string_view text, std::string_view field);              // at most 200 characters
  void note(std::string_view text, std::string_view field);              // at most 4,000 characters

  // Each says whether the value can be used for further checks.
  bool happenedAt(bool present, const google::protobuf::Timestamp& at, std::string_view field);  // required
  bool date(bool present, const v1::Date& date, std::string_view field);                         // required
  bool optionalDate(bool present, const v1::Date& date, std::string_view field);
  // From and, where set, until a day; both included.
  void period(bool has_from, const v1::Date& from, bool has_until, const v1::Date& until);

  absl::Time now() const { return now_; }
  std::vector<v1::Problem> problems() && { return std::move(problems_); }

 private:
  void atMost(int characters, std::string_view text, std::string_view field);

  absl::Time now_;
  std::vector<v1::Problem> problems_;
};

// "contacts[1].outcome"
std::string path(std::string_view list, int index, std::string_view field);
std::string path(std::string_view list, int index);

bool isReadable(const google::protobuf::Timestamp& at);  // within the years 1 to 9999

}  // namespace doorstep::care
