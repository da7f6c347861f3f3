#include "tests/torture/tablet_process.h"

#include <QFile>
#include <QStringList>

#include "absl/strings/escaping.h"
#include "tests/scenario/must.h"
#include "tests/support/dies_with_us.h"

namespace doorstep::torture {
namespace {

constexpr int kPatienceMs = 30'000;

std::string errors(const std::string& folder) {
  return folder + ".log";
}

}  // namespace

TabletProcess::TabletProcess(Setting setting) : setting_(std::move(setting)) {
  QObject::connect(&process_, &QProcess::readyReadStandardOutput, [this] { hear(); });
  tests::dieWithUs(process_);
  process_.setProgram(QStringLiteral(DOORSTEP_TORTURE_TABLET));
  process_.setStandardErrorFile(QString::fromStdString(errors(setting_.folder)), QIODevice::Append);
}

TabletProcess::~TabletProcess() {
  if (runs()) {
    process_.kill();
    process_.waitForFinished(kPatienceMs);
  }
}

void TabletProcess::start(absl::Time at) {
  ++lives_;
  const std::string time = absl::FormatTime(absl::RFC3339_full, at, absl::UTCTimeZone());
  process_.setArguments({"--folder", QString::fromStdString(setting_.folder), "--at", QString::fromStdString(time),
                         "--port", QString::number(setting_.identity.sync_port), "--pace-ms",
                         QString::number(absl::ToInt64Milliseconds(setting_.pace))});
  process_.start();
  const client::DeviceIdentity& device = setting_.identity.device;
  for (const std::string& part :
       {device.private_key, device.certificate, device.authority, setting_.identity.worker_id}) {
    process_.write(QByteArray::fromStdString(absl::BytesToHexString(part) + "\n"));
  }
  // Written now: nobody processes events while this thread waits for something else.
  while (process_.bytesToWrite() > 0 && process_.waitForBytesWritten(kPatienceMs)) {
  }
}

void TabletProcess::kill() {
  process_.kill();
  tests::must(process_.waitForFinished(kPatienceMs) ? absl::OkStatus() : absl::DeadlineExceededError("it still runs"),
              "wait for a tablet to end");
  hear();
}

bool TabletProcess::endedWell() const {
  return !runs() && process_.exitStatus() == QProcess::NormalExit && process_.exitCode() == 0;
}

std::string TabletProcess::lastWords() const {
  QFile file(QString::fromStdString(errors(setting_.folder)));
  const QByteArray all = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
  return all.mid(all.lastIndexOf('\n') + 1).toStdString();
}

void TabletProcess::hear() {
  while (process_.canReadLine()) {
    const QList<QByteArray> words = process_.readLine().trimmed().split(' ');
    Ids& ids = words[0] == "saved" ? said_.saved : words[0] == "acknowledged" ? said_.acknowledged : said_.aside;
    ids.insert(absl::HexStringToBytes(words.value(1).toStdString()));
    ++lines_;
  }
}

}  // namespace doorstep::torture
