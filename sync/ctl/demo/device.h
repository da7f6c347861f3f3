#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "absl/status/statusor.h"
#include "sync/ctl/demo/programs.h"
#include "sync/ctl/language.h"

namespace doorstep::ctl::demo {

// One device of the demonstration, worked through the app's commands without a window.
class Device {
 public:
  Device(std::string folder, std::string staff_number, std::string name, Language language)
      : folder_(std::move(folder)),
        staff_number_(std::move(staff_number)),
        name_(std::move(name)),
        language_(language) {}

  const std::string& folder() const { return folder_; }
  const std::string& staffNumber() const { return staff_number_; }
  const std::string& name() const { return name_; }

  absl::Status enrol(const std::string& server, const std::string& code, const std::string& at) const;
  // The app's JSON answers.
  absl::StatusOr<nlohmann::json> sync(const std::string& at) const;
  absl::StatusOr<nlohmann::json> status(const std::string& at) const;
  absl::StatusOr<nlohmann::json> rehearse(const std::string& at, unsigned seed, unsigned visits) const;

  // Until the person closes the window.
  absl::Status openApp(const std::string& at) const;
  // Every page this device shows, in both languages, as PNG below the folder.
  absl::Status drawPages(const std::string& at, const std::string& folder) const;

  static const char* pin();

 private:
  Invocation invocation(const std::string& at, std::vector<std::string> arguments) const;
  Invocation spoken(Invocation made) const;  // in the language of the demonstration
  absl::StatusOr<nlohmann::json> ask(const std::string& at, std::vector<std::string> arguments) const;

  std::string folder_;
  std::string staff_number_;
  std::string name_;
  Language language_;
};

}  // namespace doorstep::ctl::demo
