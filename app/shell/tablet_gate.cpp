#include "app/shell/tablet_gate.h"

#include <QCoreApplication>

namespace doorstep::shell {
namespace {

using models::Failure;

// The answer of the service about a code, before anything was kept here.
Failure codeFailure(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kInvalidArgument:
      return Failure::CodeMalformed;
    case absl::StatusCode::kNotFound:
    case absl::StatusCode::kPermissionDenied:
      return Failure::CodeRejected;
    case absl::StatusCode::kFailedPrecondition:
      return Failure::CodeExpired;
    case absl::StatusCode::kAlreadyExists:
      return Failure::CodeUsed;
    default:
      return models::failureOf(status);
  }
}

// Of the vault, then of the store.
Failure openingFailure(Entrance& entrance, const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kPermissionDenied:
      return Failure::WrongPin;
    case absl::StatusCode::kUnavailable:
      return entrance.waitBeforeNextTry() > absl::ZeroDuration() ? Failure::TooManyTries : Failure::KeyStoreLost;
    case absl::StatusCode::kFailedPrecondition:
      return Failure::KeyStoreLost;
    default:
      return models::failureOf(status);
  }
}

Failure recoveryFailure(Entrance& entrance, const absl::Status& status) {
  return absl::IsInvalidArgument(status) || absl::IsPermissionDenied(status) ? Failure::WrongRecovery
                                                                             : openingFailure(entrance, status);
}

}  // namespace

std::vector<models::Profile> TabletGate::profiles() {
  const std::string chosen = entrance_.chosen();
  std::vector<models::Profile> listed;
  for (const auto& [profile, label] : entrance_.profiles()) {
    listed.push_back({profile.id(), label, profile.id() == chosen});
  }
  return listed;
}

void TabletGate::choose(const std::string& profile_id) {
  if (!tablet_) {
    entrance_.choose(profile_id);
  }
}

void TabletGate::enter(Work work, Wording wording, Done done) {
  executor_.post([this, work = std::move(work), wording = std::move(wording), done = std::move(done)] {
    absl::StatusOr<Entered> entered = work(entrance_);
    models::GateAnswer answer;
    std::shared_ptr<Tablet> tablet;
    if (!entered.ok()) {
      answer.failure = wording(entrance_, entered.status());
      answer.wait_seconds =
          static_cast<int>(absl::ToInt64Seconds(absl::Ceil(entrance_.waitBeforeNextTry(), absl::Seconds(1))));
    } else if (entered->set_aside) {
      // Said before anything else: the next unlocking opens the new, empty store.
      answer.failure = Failure::Damaged;
      entered->tablet.reset();
    } else {
      tablet = std::move(entered->tablet);
      answer.workspace = tablet;
    }
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [this, done, answer = std::move(answer), tablet = std::move(tablet)] {
          tablet_ = tablet;
          if (tablet_) {
            tablet_->startEngine();
          }
          done(answer);
        },
        Qt::QueuedConnection);
  });
}

void TabletGate::enrol(const models::Enrolment& enrolment, Done done) {
  const auto asked = std::make_shared<bool>(false);
  enter([form = EnrolmentForm{enrolment.address, enrolment.code, enrolment.device_name, enrolment.pin, enrolment.label},
         asked](Entrance& entrance) { return entrance.enrol(form, *asked); },
        [asked](Entrance& entrance, const absl::Status& status) {
          return *asked ? codeFailure(status) : openingFailure(entrance, status);
        },
        std::move(done));
}

void TabletGate::unlock(const std::string& pin, Done done) {
  enter([pin](Entrance& entrance) { return entrance.unlock(pin); }, openingFailure, std::move(done));
}

void TabletGate::recover(const std::string& recovery_key, const std::string& new_pin, Done done) {
  enter([recovery_key, new_pin](Entrance& entrance) { return entrance.recover(recovery_key, new_pin); },
        recoveryFailure, std::move(done));
}

void TabletGate::changePin(const std::string& pin, const std::string& new_pin,
                           std::function<void(models::Failure)> done) {
  executor_.post([this, pin, new_pin, done = std::move(done)] {
    const absl::Status status = entrance_.changePin(pin, new_pin);
    const Failure failure = status.ok() ? Failure::None : openingFailure(entrance_, status);
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [done, failure] { done(failure); }, Qt::QueuedConnection);
  });
}

void TabletGate::withEntrance(std::function<void(Entrance&)> task) {
  executor_.post([this, task = std::move(task)] { task(entrance_); });
}

void TabletGate::lock() {
  tablet_.reset();
}

}  // namespace doorstep::shell
