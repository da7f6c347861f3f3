#pragma once

#include <QtQml/qqmlregistration.h>

#include <cstdint>

#include "app/models/bundles.h"
#include "app/models/desk.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

class SessionModel;

// One sealed file on the pages, and what became of it.
class BundleEntry {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString device MEMBER device)
  Q_PROPERTY(int changes MEMBER changes)
  Q_PROPERTY(int taken MEMBER taken)
  Q_PROPERTY(int putAside MEMBER put_aside)
  Q_PROPERTY(int knownBefore MEMBER known_before)
  Q_PROPERTY(doorstep::models::app_enums::BundleTrouble trouble MEMBER trouble)
  Q_PROPERTY(doorstep::models::app_enums::Failure failure MEMBER failure)

 public:
  QString key;
  QString name;
  QString device;
  int changes = 0;
  int taken = 0;
  int put_aside = 0;
  int known_before = 0;
  BundleTrouble trouble = BundleTrouble::None;
  Failure failure = Failure::None;

  bool operator==(const BundleEntry&) const = default;
};

// What one locked store left to be sent.
class LeftEntry {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString label MEMBER label)
  Q_PROPERTY(int changes MEMBER changes)

 public:
  QString key;
  QString label;
  int changes = 0;

  bool operator==(const LeftEntry&) const = default;
};

// The exchange without a network: from one's own store, from the lock, at the desk. One errand at a time.
class BundleModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool available READ available CONSTANT)  // this device can read and write files
  Q_PROPERTY(doorstep::models::app_enums::BundleErrand errand READ errand NOTIFY changed)  // the last one, or under way
  Q_PROPERTY(bool busy READ busy NOTIFY changed)
  Q_PROPERTY(bool nothing READ nothing NOTIFY changed)  // the errand found nothing to do
  Q_PROPERTY(doorstep::models::app_enums::Failure failure READ failure NOTIFY changed)
  Q_PROPERTY(QString fileName READ fileName NOTIFY changed)  // what was written
  Q_PROPERTY(int written READ written NOTIFY changed)        // changes in it
  Q_PROPERTY(doorstep::models::RowModel* outcomes READ outcomes CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* left READ left CONSTANT)
  Q_PROPERTY(int leftChanges READ leftChanges NOTIFY changed)

 public:
  BundleModel(Desk& desk, SessionModel& session, Bundles* bundles);
  static BundleModel* create(QQmlEngine* engine, QJSEngine* script);

  bool available() const { return bundles_ != nullptr; }
  app_enums::BundleErrand errand() const { return errand_; }
  bool busy() const { return busy_; }
  bool nothing() const { return nothing_; }
  Failure failure() const { return failure_; }
  const QString& fileName() const { return file_name_; }
  int written() const { return written_; }
  RowModel* outcomes() { return &outcomes_; }
  RowModel* left() { return &left_; }
  int leftChanges() const;

  Q_INVOKABLE void writeWaiting();
  Q_INVOKABLE void takeReceipts();
  Q_INVOKABLE void carryFromStick();
  Q_INVOKABLE void sendLeft();
  Q_INVOKABLE void copyLeft();
  Q_INVOKABLE void bringReceipts();

 signals:
  void changed();

 private:
  bool begin(app_enums::BundleErrand errand);
  void forget();
  void showLeft();
  Bundles::RoundDone roundDone();
  Bundles::WrittenDone writtenDone();

  Bundles* bundles_;
  app_enums::BundleErrand errand_ = app_enums::BundleErrand::None;
  std::uint64_t round_ = 0;  // answers of earlier ones are no longer taken
  bool busy_ = false;
  bool nothing_ = false;
  Failure failure_ = Failure::None;
  QString file_name_;
  int written_ = 0;
  Rows<BundleEntry> outcomes_{&BundleEntry::key};
  Rows<LeftEntry> left_{&LeftEntry::key};
};

}  // namespace doorstep::models
