#include "tests/scenario/service_program.h"

#include <signal.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include "tests/scenario/must.h"
#include "tests/support/dies_with_us.h"

namespace doorstep::tests {
namespace {

constexpr int kPatienceMs = 30'000;

}  // namespace

ServiceProgram::~ServiceProgram() {
  if (process_.state() != QProcess::NotRunning) {
    process_.kill();
    process_.waitForFinished(kPatienceMs);
  }
}

void ServiceProgram::start(absl::Time at) {
  must(tryStart(at), "start doorstepd");
}

absl::Status ServiceProgram::tryStart(absl::Time at) {
  process_.setProgram(QStringLiteral(DOORSTEPD_PROGRAM));
  process_.setArguments({"--data-dir", QString::fromStdString(folder_), "--listen", QString::fromStdString(sync_),
                         "--enrolment-listen", QString::fromStdString(enrolment_), "--at",
                         QString::fromStdString(absl::FormatTime(absl::RFC3339_sec, at, absl::UTCTimeZone()))});
  process_.setStandardErrorFile(QString::fromStdString(folder_ + "/doorstepd.log"), QIODevice::Append);
  dieWithUs(process_);
  process_.start(QIODevice::ReadOnly);
  while (!process_.canReadLine() && process_.waitForReadyRead(kPatienceMs)) {
  }
  const QJsonObject ready = QJsonDocument::fromJson(process_.readLine()).object();
  sync_ = ready.value("listening").toString().toStdString();
  enrolment_ = ready.value("enrolment").toString().toStdString();
  pid_ = process_.processId();
  return sync_.empty() || enrolment_.empty() ? absl::UnavailableError("it does not listen") : absl::OkStatus();
}

void ServiceProgram::kill() const {
  ::kill(static_cast<pid_t>(pid_), SIGKILL);
}

void ServiceProgram::waitUntilGone() {
  must(process_.state() == QProcess::NotRunning || process_.waitForFinished(kPatienceMs)
           ? absl::OkStatus()
           : absl::DeadlineExceededError("it still runs"),
       "wait for doorstepd to end");
}

void ServiceProgram::stop() {
  process_.terminate();
  waitUntilGone();
}

int ServiceProgram::syncPort() const {
  return std::stoi(sync_.substr(sync_.rfind(':') + 1));
}

}  // namespace doorstep::tests
