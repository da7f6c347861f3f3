#include "app/shell/key_store.h"

#include <qt6keychain/keychain.h>

#include <QByteArray>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <future>
#include <optional>

namespace doorstep::shell {
namespace {

using vault::Secret;

absl::StatusOr<Secret> secretOf(std::string_view bytes) {
  std::optional<Secret> secret = Secret::of(bytes);
  if (!secret.has_value()) {
    return absl::DataLossError("the device's secret is damaged");
  }
  return *std::move(secret);
}

class FileSecret final : public vault::DeviceSecret {
 public:
  FileSecret(const std::string& data_folder, vault::Disk& disk) : path_(data_folder + "/device.secret"), disk_(disk) {}

  absl::StatusOr<Secret> load() override {
    const absl::StatusOr<std::string> bytes = disk_.read(path_);
    return bytes.ok() ? secretOf(*bytes) : bytes.status();
  }
  absl::Status store(const Secret& secret) override { return disk_.write(path_, secret.view()); }

 private:
  std::string path_;
  vault::Disk& disk_;
};

// QtKeychain answers through the event loop of the thread its jobs live on: the main one.
class SystemSecret final : public vault::DeviceSecret {
 public:
  explicit SystemSecret(const std::string& data_folder)
      : name_("device-secret-" +
              QString::fromLatin1(
                  QCryptographicHash::hash(QDir(QString::fromStdString(data_folder)).absolutePath().toUtf8(),
                                           QCryptographicHash::Sha256)
                      .toHex()
                      .left(16))) {}

  absl::StatusOr<Secret> load() override {
    return onMainThread<absl::StatusOr<Secret>>([this](auto answer) {
      auto* job = new QKeychain::ReadPasswordJob("doorstep");
      job->setKey(name_);
      QObject::connect(job, &QKeychain::Job::finished, job, [job, answer] {
        if (job->error() == QKeychain::NoError) {
          const QByteArray bytes = job->binaryData();
          answer->set_value(secretOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
        } else {
          answer->set_value(statusOf(job->error()));
        }
      });
      job->start();
    });
  }

  absl::Status store(const Secret& secret) override {
    return onMainThread<absl::Status>([this, &secret](auto answer) {
      auto* job = new QKeychain::WritePasswordJob("doorstep");
      job->setKey(name_);
      job->setBinaryData(QByteArray(secret.view().data(), static_cast<qsizetype>(secret.view().size())));
      QObject::connect(job, &QKeychain::Job::finished, job, [job, answer] {
        answer->set_value(job->error() == QKeychain::NoError ? absl::OkStatus() : statusOf(job->error()));
      });
      job->start();
    });
  }

 private:
  static absl::Status statusOf(QKeychain::Error error) {
    return error == QKeychain::EntryNotFound ? absl::NotFoundError("the key store holds no secret of this device")
                                             : absl::UnavailableError("the key store does not answer");
  }

  template <typename Answer, typename Start>
  static Answer onMainThread(Start start) {
    const auto answer = std::make_shared<std::promise<Answer>>();
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [start, answer] { start(answer); }, Qt::QueuedConnection);
    return answer->get_future().get();
  }

  QString name_;
};

class AutomaticSecret final : public vault::DeviceSecret {
 public:
  AutomaticSecret(const std::string& data_folder, vault::Disk& disk) : file_(data_folder, disk), system_(data_folder) {}

  absl::StatusOr<Secret> load() override {
    absl::StatusOr<Secret> in_file = file_.load();
    if (!absl::IsNotFound(in_file.status())) {
      return in_file;
    }
    absl::StatusOr<Secret> in_system = system_.load();
    // Nothing was ever kept in a store that does not exist: then there is none yet.
    no_system_ = absl::IsUnavailable(in_system.status());
    return no_system_ ? absl::NotFoundError("this device has no secret yet") : std::move(in_system);
  }

  absl::Status store(const Secret& secret) override {
    if (!no_system_) {
      if (absl::Status status = system_.store(secret); !absl::IsUnavailable(status)) {
        return status;
      }
    }
    return file_.store(secret);
  }

 private:
  FileSecret file_;
  SystemSecret system_;
  bool no_system_ = false;
};

}  // namespace

std::unique_ptr<vault::DeviceSecret> openKeyStore(KeyStore choice, const std::string& data_folder, vault::Disk& disk) {
  switch (choice) {
    case KeyStore::kSystem:
      return std::make_unique<SystemSecret>(data_folder);
    case KeyStore::kFile:
      return std::make_unique<FileSecret>(data_folder, disk);
    case KeyStore::kAutomatic:
      break;
  }
  return std::make_unique<AutomaticSecret>(data_folder, disk);
}

}  // namespace doorstep::shell
