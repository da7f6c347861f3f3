#include <QApplication>
#include <QTimer>
#include <optional>

#include "app/shell/entrance.h"
#include "app/shell/headless.h"
#include "app/shell/options.h"
#include "app/shell/window.h"
#include "sync/outside/executor.h"

using namespace doorstep;
using shell::Options;

namespace {

bool hasWindow(const Options& options) {
  return options.command == Options::Command::kWindow || options.command == Options::Command::kPictures;
}

// The command works on a thread of its own; the main one runs the event loop that a key store may need.
int runWithoutWindow(QCoreApplication& application, shell::Entrance& entrance, const Options& options) {
  outside::SerialExecutor executor;
  executor.post([&] {
    const int code = shell::runHeadless(entrance, options);
    QMetaObject::invokeMethod(
        &application, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
  });
  return application.exec();
}

}  // namespace

int main(int argc, char** argv) {
  const shell::ParsedOptions parsed = shell::parseOptions(argc, argv);
  if (parsed.exit_code.has_value()) {
    return *parsed.exit_code;
  }
  const Options& options = parsed.options;
  outside::SystemClock system_clock;
  std::optional<outside::AdjustedClock> adjusted_clock;
  if (options.at.has_value()) {
    adjusted_clock.emplace(system_clock, *options.at);
  }
  const outside::Clock& clock =
      adjusted_clock.has_value() ? static_cast<const outside::Clock&>(*adjusted_clock) : system_clock;
  outside::SystemRandom random;
  vault::SystemDisk disk;
  const std::unique_ptr<vault::DeviceSecret> device = openKeyStore(options.key_store, options.data_folder, disk);
  if (options.command == Options::Command::kProtocol) {
    // Paper needs fonts, but no screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    shell::Entrance entrance(options.data_folder, {clock, random, disk, *device});
    return runWithoutWindow(application, entrance, options);
  }
  if (!hasWindow(options)) {
    QCoreApplication application(argc, argv);
    shell::Entrance entrance(options.data_folder, {clock, random, disk, *device});
    return runWithoutWindow(application, entrance, options);
  }
  QApplication application(argc, argv);  // file dialogs need the widgets' application
  shell::Entrance entrance(options.data_folder, {clock, random, disk, *device});
  return shell::runWindow(application, entrance, options);
}
