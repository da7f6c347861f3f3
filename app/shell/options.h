#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "app/shell/key_store.h"

namespace doorstep::shell {

// What the command line asked for. The PIN is never part of it: others can read a command line.
struct Options {
  enum class Command { kWindow, kPictures, kEnrol, kSync, kStatus, kRehearse, kProtocol };

  Command command = Command::kWindow;
  std::string data_folder;
  std::string profile;  // which one of a shared device, by label or id; empty: the chosen one
  KeyStore key_store = KeyStore::kAutomatic;
  std::optional<absl::Time> at;  // a clock that starts there, for demonstrations
  std::string language;          // "zh", "en"; empty: as chosen in the app
  double text_scale = 0;         // 0: as chosen in the app
  std::string size;              // "1280x800"; empty: as the window was
  std::string pictures_folder;   // with kPictures
  // With kEnrol.
  std::string service;
  std::string code;
  std::string device_name;  // with kEnrol, `profile` is the new one's label
  std::string out;          // with kProtocol: the PDF
  // With kRehearse.
  unsigned seed = 1;
  unsigned visits = 12;
};

// Gives the options, or the exit code when there is nothing to run (help, a wrong option); what was
// wrong has been said on standard error.
struct ParsedOptions {
  Options options;
  std::optional<int> exit_code;
};
ParsedOptions parseOptions(int argc, char** argv);

}  // namespace doorstep::shell
