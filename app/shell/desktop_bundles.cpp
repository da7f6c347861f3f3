#include "app/shell/desktop_bundles.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <utility>

#include "app/shell/bundle_rounds.h"
#include "sync/bundle/envelope.h"
#include "sync/bundle/refusal.h"

namespace doorstep::shell {
namespace {

using models::BundleOutcome;
using models::BundleRound;
using models::BundleTrouble;
using models::Failure;
using models::WrittenBundles;

// Runs on the UI thread, later.
template <typename Task>
void onUi(Task task) {
  QMetaObject::invokeMethod(qApp, std::move(task), Qt::QueuedConnection);
}

// Asks with one of the system's dialogs; an empty list when the person thought better of it.
void ask(const std::function<void(QFileDialog&)>& prepare, std::function<void(QStringList)> done) {
  auto* dialog = new QFileDialog(QApplication::activeWindow());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  prepare(*dialog);
  QObject::connect(dialog, &QDialog::finished, dialog, [dialog, done = std::move(done)](int result) {
    done(result == QDialog::Accepted ? dialog->selectedFiles() : QStringList());
  });
  dialog->open();
}

void askForFolder(std::function<void(QStringList)> done) {
  ask(
      [](QFileDialog& dialog) {
        dialog.setFileMode(QFileDialog::Directory);
        dialog.setOption(QFileDialog::ShowDirsOnly);
      },
      std::move(done));
}

void askForReceipts(std::function<void(QStringList)> done) {
  ask(
      [](QFileDialog& dialog) {
        dialog.setFileMode(QFileDialog::ExistingFiles);
        dialog.setNameFilter(QStringLiteral("Doorstep (*.receipts)"));
      },
      std::move(done));
}

void say(const absl::Status& status, BundleOutcome& outcome) {
  if (const auto refusal = bundle::refusalOf(status); refusal.has_value()) {
    outcome.trouble = static_cast<BundleTrouble>(static_cast<int>(*refusal) + 1);
  } else {
    outcome.failure = models::failureOf(status);
  }
}

int changesIn(const v1::BundleManifest& manifest) {
  return manifest.last_sequence() == 0 ? 0 : static_cast<int>(manifest.last_sequence() - manifest.first_sequence() + 1);
}

BundleOutcome outcomeOf(const CarriedBundle& carried) {
  BundleOutcome outcome;
  outcome.name = QString::fromStdString(carried.name);
  const std::string& as_enrolled = carried.receipts.device_name();
  outcome.device = QString::fromStdString(as_enrolled.empty() ? carried.bundle.device_name() : as_enrolled);
  outcome.changes = changesIn(carried.bundle.last_sequence() == 0 ? carried.receipts : carried.bundle);
  outcome.taken = static_cast<int>(carried.receipts.taken());
  outcome.put_aside = static_cast<int>(carried.receipts.put_aside());
  outcome.known_before = static_cast<int>(carried.receipts.known_before());
  say(carried.status, outcome);
  return outcome;
}

BundleRound roundOf(const std::vector<CarriedBundle>& carried) {
  BundleRound round;
  for (const CarriedBundle& one : carried) {
    round.outcomes.push_back(outcomeOf(one));
  }
  return round;
}

WrittenBundles failed(const absl::Status& status) {
  WrittenBundles written;
  written.failure = models::failureOf(status);
  return written;
}

}  // namespace

void DesktopBundles::writeWaiting(WrittenDone done) {
  if (gate_.tablet() == nullptr) {
    return done({true, Failure::None, {}, 0});
  }
  gate_.tablet()->sealWaiting(
      [this, done = std::move(done)](absl::StatusOr<std::optional<store::WaitingBundle>> waiting) {
        onUi([this, done, waiting = std::move(waiting)] {
          if (!waiting.ok() || !waiting->has_value()) {
            return done(waiting.ok() ? WrittenBundles{} : failed(waiting.status()));
          }
          const store::WaitingBundle& bundle = **waiting;
          const auto prepare = [&bundle](QFileDialog& dialog) {
            dialog.setAcceptMode(QFileDialog::AcceptSave);
            dialog.setDefaultSuffix(QStringLiteral("bundle"));
            dialog.setNameFilter(QStringLiteral("Doorstep (*.bundle)"));
            dialog.selectFile(QString::fromStdString(bundle.file_name));
          };
          ask(prepare, [this, done, bundle](const QStringList& paths) {
            if (paths.isEmpty()) {
              return done({true, Failure::None, {}, 0});
            }
            const absl::Status written = entrance_.disk().write(paths.constFirst().toStdString(), bundle.file);
            done(written.ok() ? WrittenBundles{false, Failure::None, QFileInfo(paths.constFirst()).fileName(),
                                               static_cast<int>(bundle.changes)}
                              : failed(written));
          });
        });
      });
}

void DesktopBundles::takeReceipts(RoundDone done) {
  askForReceipts([this, done = std::move(done)](const QStringList& paths) {
    if (paths.isEmpty() || gate_.tablet() == nullptr) {
      return done({true, {}});
    }
    const QString& path = paths.constFirst();
    absl::StatusOr<std::string> file = readBundle(path.toStdString(), entrance_.disk());
    if (!file.ok()) {
      return done(roundOf({CarriedBundle{path.toStdString(), {}, {}, file.status()}}));
    }
    const v1::BundleManifest manifest = bundle::peek(*file).value_or(v1::BundleManifest());
    gate_.tablet()->takeReceipts(*std::move(file), [done, path, manifest](const absl::StatusOr<std::uint64_t>& taken) {
      onUi([done, path, manifest, status = taken.status()] {
        done(roundOf({CarriedBundle{QFileInfo(path).fileName().toStdString(), {}, manifest, status}}));
      });
    });
  });
}

void DesktopBundles::carryFromStick(RoundDone done) {
  askForFolder([this, done = std::move(done)](const QStringList& folders) {
    if (folders.isEmpty()) {
      return done({true, {}});
    }
    gate_.withEntrance([way = way_, done, folder = folders.constFirst().toStdString()](Entrance& entrance) {
      const auto profile = entrance.chosenFolder();
      const absl::StatusOr<Carrier> carrier =
          profile.has_value() ? carrierOf(entrance, *profile) : absl::NotFoundError("nobody is enrolled here");
      way->post([&entrance, done, folder, carrier] {
        const std::vector<CarriedBundle> carried = carrier.ok()
                                                       ? carryFrom(folder, *carrier, entrance.disk())
                                                       : std::vector<CarriedBundle>{{folder, {}, {}, carrier.status()}};
        onUi([done, round = roundOf(carried)] { done(round); });
      });
    });
  });
}

std::vector<models::LeftBundle> DesktopBundles::left() {
  std::vector<models::LeftBundle> left;
  for (const PendingBundle& pending : pendingBundles(entrance_)) {
    left.push_back({QString::fromStdString(pending.label), changesIn(pending.manifest)});
  }
  return left;
}

void DesktopBundles::sendLeft(RoundDone done) {
  gate_.withEntrance([way = way_, done = std::move(done)](Entrance& entrance) {
    std::vector<std::pair<PendingBundle, absl::StatusOr<Carrier>>> errands;
    for (PendingBundle& pending : pendingBundles(entrance)) {
      absl::StatusOr<Carrier> carrier = carrierOf(entrance, pending.profile);
      errands.emplace_back(std::move(pending), std::move(carrier));
    }
    way->post([&entrance, done, errands = std::move(errands)] {
      std::vector<CarriedBundle> carried;
      for (const auto& [pending, carrier] : errands) {
        carried.push_back(carrier.ok() ? sendPending(pending, *carrier, entrance.disk())
                                       : CarriedBundle{pending.label, pending.manifest, {}, carrier.status()});
      }
      onUi([done, round = roundOf(carried)] { done(round); });
    });
  });
}

void DesktopBundles::copyLeft(WrittenDone done) {
  askForFolder([this, done = std::move(done)](const QStringList& folders) {
    if (folders.isEmpty()) {
      return done({true, Failure::None, {}, 0});
    }
    const std::vector<PendingBundle> pending = pendingBundles(entrance_);
    const absl::StatusOr<std::size_t> copied =
        copyPending(pending, folders.constFirst().toStdString(), entrance_.disk());
    if (!copied.ok()) {
      return done(failed(copied.status()));
    }
    WrittenBundles written;
    written.file_name = QDir(folders.constFirst()).dirName();
    for (const PendingBundle& one : pending) {
      written.changes += changesIn(one.manifest);
    }
    done(written);
  });
}

void DesktopBundles::bringReceipts(RoundDone done) {
  askForReceipts([this, done = std::move(done)](const QStringList& paths) {
    if (paths.isEmpty()) {
      return done({true, {}});
    }
    gate_.withEntrance([done, paths](Entrance& entrance) {
      std::vector<CarriedBundle> left;
      for (const QString& path : paths) {
        left.push_back(leaveReceipts(entrance, path.toStdString()));
      }
      onUi([done, round = roundOf(left)] { done(round); });
    });
  });
}

}  // namespace doorstep::shell
