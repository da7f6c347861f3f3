#include "operators_console.h"

#include <QFile>
#include <QProcess>

namespace doorstep::tests {
namespace {

constexpr int kPatienceMs = 30'000;

}  // namespace

int OperatorsConsole::run(const QStringList& words) {
  QProcess program;
  program.start(QStringLiteral(DOORSTEPCTL_PROGRAM),
                QStringList{"--lang", "en", "--service", QString::fromStdString(field_.service().syncAddress()),
                            "--credentials", QString::fromStdString(field_.service().operatorCredentials())} +
                    words);
  const bool ended = program.waitForFinished(kPatienceMs) && program.exitStatus() == QProcess::NormalExit;
  printed_ = program.readAllStandardOutput();
  said_ = program.readAllStandardError();
  return ended ? program.exitCode() : -1;
}

nlohmann::json OperatorsConsole::exported(const QString& what) {
  const QString path = QString::fromStdString(field_.folder("export.json"));
  QFile::remove(path);
  QFile file(path);
  if (run({"export", what, "--json", "--out", path}) != 0 || !file.open(QIODevice::ReadOnly)) {
    return {};
  }
  return nlohmann::json::parse(file.readAll().toStdString(), nullptr, false);
}

}  // namespace doorstep::tests
