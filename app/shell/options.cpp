#include "app/shell/options.h"

#include <CLI/CLI.hpp>
#include <QStandardPaths>

#include "app/shell/version.h"

namespace doorstep::shell {
namespace {

std::string defaultDataFolder() {
  return (QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/doorstep").toStdString();
}

std::string readTime(const std::string& text) {
  absl::Time at;
  std::string error;
  return absl::ParseTime(absl::RFC3339_full, text, &at, &error) ? std::string()
                                                                : "is not a time like 2026-11-20T09:00:00+08:00";
}

void addShared(CLI::App& app, Options& options, std::string& at) {
  static const std::map<std::string, KeyStore> stores{
      {"auto", KeyStore::kAutomatic}, {"system", KeyStore::kSystem}, {"file", KeyStore::kFile}};
  app.add_option("--data-dir", options.data_folder, "where this device keeps its data 数据目录");
  app.add_option("--profile", options.profile, "whose store on a shared device, by its label 使用者");
  app.add_option("--key-store", options.key_store, "where the device's secret is kept: auto, system or file")
      ->transform(CLI::CheckedTransformer(stores, CLI::ignore_case));
  app.add_option("--at", at, "a clock that starts at this time, for demonstrations")
      ->check(CLI::Validator(readTime, "TIME"));
  app.add_option("--language", options.language, "zh or en 语言")->check(CLI::IsMember({"zh", "en"}));
  app.add_option("--text-scale", options.text_scale, "1 to 2 字号")->check(CLI::Range(1.0, 2.0));
  app.add_option("--size", options.size, "window size, e.g. 1280x800");
  app.add_option("--pictures", options.pictures_folder, "render every page into this folder and end");
}

void addCommands(CLI::App& app, Options& options) {
  CLI::App* enrol =
      app.add_subcommand("enrol", "enrol this device; the new PIN comes from DOORSTEP_PIN or standard input");
  enrol->add_option("--server", options.service, "host:port of the service's enrolment door")->required();
  enrol->add_option("--code", options.code, "the one-time code")->required();
  enrol->add_option("--device-name", options.device_name, "how lists call this device")->required();
  enrol->callback([&options] { options.command = Options::Command::kEnrol; });
  app.add_subcommand("sync", "one exchange with the service, then end")->callback([&options] {
    options.command = Options::Command::kSync;
  });
  app.add_subcommand("status", "what this device holds and what waits on it, as JSON")->callback([&options] {
    options.command = Options::Command::kStatus;
  });
  CLI::App* rehearse = app.add_subcommand("rehearse", "record a made-up morning of visits, for demonstrations");
  rehearse->add_option("--seed", options.seed, "another morning");
  rehearse->add_option("--visits", options.visits, "how many")->check(CLI::Range(1U, 200U));
  rehearse->callback([&options] { options.command = Options::Command::kRehearse; });
  CLI::App* protocol = app.add_subcommand("protocol", "the protocol of the district's day as PDF 日终记录");
  protocol->add_option("--out", options.out, "the file to write")->required();
  protocol->callback([&options] { options.command = Options::Command::kProtocol; });
  app.require_subcommand(0, 1);
}

}  // namespace

ParsedOptions parseOptions(int argc, char** argv) {
  ParsedOptions parsed;
  Options& options = parsed.options;
  options.data_folder = defaultDataFolder();
  std::string at;
  CLI::App app{"Doorstep 敲门: visits to older people at home 探访关爱", "doorstep"};
  app.set_version_flag("--version", kVersion);
  app.fallthrough();
  addShared(app, options, at);
  addCommands(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    parsed.exit_code = app.exit(error);
    return parsed;
  }
  if (!at.empty()) {
    absl::Time time;
    std::string error;
    absl::ParseTime(absl::RFC3339_full, at, &time, &error);
    options.at = time;
  }
  if (!options.pictures_folder.empty() && options.command == Options::Command::kWindow) {
    options.command = Options::Command::kPictures;
  }
  return parsed;
}

}  // namespace doorstep::shell
