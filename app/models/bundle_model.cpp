#include "app/models/bundle_model.h"

#include <QPointer>

#include "app/models/models.h"

namespace doorstep::models {

using app_enums::BundleErrand;

BundleModel::BundleModel(Desk& desk, SessionModel& session, Bundles* bundles) : bundles_(bundles) {
  // What was done while locked does not show inside, nor the other way round.
  connect(&desk, &Desk::opened, this, &BundleModel::forget);
  connect(&desk, &Desk::closed, this, &BundleModel::forget);
  connect(&session, &SessionModel::stageChanged, this, &BundleModel::showLeft);
  showLeft();
}

BundleModel* BundleModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).bundle;
}

int BundleModel::leftChanges() const {
  int changes = 0;
  for (const LeftEntry& entry : left_.rows())
    changes += entry.changes;
  return changes;
}

void BundleModel::showLeft() {
  std::vector<LeftEntry> rows;
  if (bundles_ != nullptr) {
    for (const LeftBundle& left : bundles_->left())
      rows.push_back({QString::number(rows.size()), left.label, left.changes});
  }
  left_.replace(std::move(rows));
  emit changed();
}

bool BundleModel::begin(BundleErrand errand) {
  if (bundles_ == nullptr || busy_)
    return false;
  forget();
  errand_ = errand;
  busy_ = true;
  emit changed();
  return true;
}

void BundleModel::forget() {
  ++round_;
  errand_ = BundleErrand::None;
  busy_ = false;
  nothing_ = false;
  failure_ = Failure::None;
  file_name_.clear();
  written_ = 0;
  outcomes_.replace({});
  emit changed();
}

Bundles::RoundDone BundleModel::roundDone() {
  return [self = QPointer(this), round = round_](const BundleRound& done) {
    if (!self || self->round_ != round)
      return;
    self->busy_ = false;
    std::vector<BundleEntry> rows;
    for (const BundleOutcome& one : done.outcomes) {
      rows.push_back({QString::number(rows.size()), one.name, one.device, one.changes, one.taken, one.put_aside,
                      one.known_before, one.trouble, one.failure});
    }
    self->nothing_ = rows.empty() && !done.cancelled;
    self->outcomes_.replace(std::move(rows));
    self->showLeft();
  };
}

Bundles::WrittenDone BundleModel::writtenDone() {
  return [self = QPointer(this), round = round_](const WrittenBundles& done) {
    if (!self || self->round_ != round)
      return;
    self->busy_ = false;
    self->failure_ = done.failure;
    self->nothing_ = !done.cancelled && done.failure == Failure::None && done.changes == 0;
    self->file_name_ = done.file_name;
    self->written_ = done.changes;
    emit self->changed();
  };
}

void BundleModel::writeWaiting() {
  if (begin(BundleErrand::Write))
    bundles_->writeWaiting(writtenDone());
}

void BundleModel::takeReceipts() {
  if (begin(BundleErrand::Receipts))
    bundles_->takeReceipts(roundDone());
}

void BundleModel::carryFromStick() {
  if (begin(BundleErrand::Carry))
    bundles_->carryFromStick(roundDone());
}

void BundleModel::sendLeft() {
  if (begin(BundleErrand::Send))
    bundles_->sendLeft(roundDone());
}

void BundleModel::copyLeft() {
  if (begin(BundleErrand::Copy))
    bundles_->copyLeft(writtenDone());
}

void BundleModel::bringReceipts() {
  if (begin(BundleErrand::Receipts))
    bundles_->bringReceipts(roundDone());
}

}  // namespace doorstep::models
