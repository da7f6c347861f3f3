#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "app/models/failure.h"

namespace doorstep::models {

using app_enums::BundleTrouble;

// One sealed file and what became of it.
struct BundleOutcome {
  QString name;    // of the file, or the person's label
  QString device;  // as the file says; may be empty
  int changes = 0;
  int taken = 0;
  int put_aside = 0;
  int known_before = 0;
  BundleTrouble trouble = BundleTrouble::None;  // why it was refused
  Failure failure = Failure::None;              // or what went wrong on the way
};

// A round with several files.
struct BundleRound {
  bool cancelled = false;  // the person did not choose a place
  std::vector<BundleOutcome> outcomes;
};

// What was written onto a stick.
struct WrittenBundles {
  bool cancelled = false;
  Failure failure = Failure::None;
  QString file_name;  // of one; several: empty
  int changes = 0;    // 0 without a failure: nothing waits
};

// What one person's locked store left to be sent.
struct LeftBundle {
  QString label;
  int changes = 0;
};

// The exchange as sealed files, where there is no network or no PIN (sync/bundle). Behind an interface, because
// sticks and dialogs are the operating system's. Called on the UI thread; every done comes back there, once,
// unless the app ends before.
class Bundles {
 public:
  using RoundDone = std::function<void(BundleRound)>;
  using WrittenDone = std::function<void(WrittenBundles)>;

  virtual ~Bundles() = default;
  // While open: what waits goes into a file; receipts from one are taken in.
  virtual void writeWaiting(WrittenDone done) = 0;
  virtual void takeReceipts(RoundDone done) = 0;
  // At the desk: every bundle on a stick goes to the service, the receipts beside it.
  virtual void carryFromStick(RoundDone done) = 0;
  // While locked: what each store left behind.
  virtual std::vector<LeftBundle> left() = 0;
  virtual void sendLeft(RoundDone done) = 0;
  virtual void copyLeft(WrittenDone done) = 0;
  // Receipts for these; taken in when each is unlocked.
  virtual void bringReceipts(RoundDone done) = 0;
};

}  // namespace doorstep::models
