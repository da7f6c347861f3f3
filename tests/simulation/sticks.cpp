#include "tests/simulation/sticks.h"

#include "absl/strings/str_cat.h"
#include "sync/bundle/refusal.h"
#include "tests/simulation/signatures.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

constexpr std::size_t kMostFiles = 12;

std::string outcomeOf(const absl::Status& status) {
  const auto refusal = bundle::refusalOf(status);
  return refusal ? "refused, " + std::string(bundle::nameOf(*refusal)) : absl::StatusCodeToString(status.code());
}

}  // namespace

void Sticks::put(File file) {
  files_.push_back(std::move(file));
  if (files_.size() > kMostFiles) {
    files_.pop_front();
  }
}

void Sticks::seal(TabletMachine& tablet) {
  const std::size_t number = tablet.who().number;
  auto sealed = tablet.store().sealWaiting(signatures().tablets[number], tablet.who().name);
  if (tablet.wentDown()) {
    world_.note(tablet.who().name, "seals what waits: the tablet goes down");
    return;
  }
  world_.noteSaved(tablet);
  if (!sealed.ok()) {
    world_.note(tablet.who().name, "seals what waits: " + outcomeOf(sealed.status()));
  } else if (sealed->has_value()) {
    world_.note(tablet.who().name, absl::StrCat("seals ", (*sealed)->changes, " changes: file ", ++made_));
    put({number, made_, false, std::move((*sealed)->file)});
  }
}

void Sticks::carry() {
  if (files_.empty()) {
    return;
  }
  const File file = files_[world_.below(files_.size())];
  const std::uint64_t fate = world_.below(100);
  const Damage damage = fate < 12 ? Damage::kTruncated : fate < 22 ? Damage::kChanged : Damage::kNone;
  file.receipts ? takeBack(file, damage) : bring(file, damage);
}

// By shares of its length: signatures are not of one length in each run.
std::string Sticks::damaged(std::string content, Damage damage) {
  if (damage == Damage::kNone) {
    return content;
  }
  const std::size_t place = content.size() * world_.below(1000) / 1000;
  if (damage == Damage::kTruncated) {
    content.resize(place);
  } else {
    content[place] = static_cast<char>(content[place] ^ 1);
  }
  return content;
}

void Sticks::bring(const File& file, Damage damage) {
  const std::uint64_t head = world_.watch().head();
  const std::string carrier = Signatures::nameOf(world_.below(3));
  const auto answer = world_.service().takeBundle(carrier, damaged(file.content, damage));
  const std::string what = absl::StrCat("takes file ", file.number, damage == Damage::kNone ? "" : ", damaged");
  if (damage != Damage::kNone) {
    world_.note("desk", what + (answer.ok() ? ": taken" : ": refused"));
    if (answer.ok() || (world_.service().isUp() && world_.watch().head() != head)) {
      world_.broke("P2: a damaged file was taken");
    }
    return;
  }
  world_.note("desk", what + ": " + outcomeOf(answer.status()));
  if (!answer.ok()) {
    return;
  }
  v1::PushReply given;
  given.mutable_receipts()->Add(answer->receipts.begin(), answer->receipts.end());
  world_.receiptsGiven(file.tablet, given);
  put({file.tablet, ++made_, true, answer->file});
}

void Sticks::takeBack(const File& file, Damage damage) {
  TabletMachine& tablet = world_.tablet(file.tablet);
  if (!tablet.isUp()) {
    return;
  }
  const auto taken = tablet.store().takeReceipts(damaged(file.content, damage), signatures().authority);
  const std::string what =
      absl::StrCat("takes the receipts in file ", file.number, damage == Damage::kNone ? "" : ", damaged");
  if (tablet.wentDown()) {
    world_.note(tablet.who().name, what + ": the tablet goes down");
  } else if (damage != Damage::kNone) {
    world_.note(tablet.who().name, what + (taken.ok() ? ": taken" : ": refused"));
    if (taken.ok()) {
      world_.broke("P2: damaged receipts were taken");
    }
  } else {
    world_.note(tablet.who().name,
                what + ": " + (taken.ok() ? absl::StrCat(*taken, " changes") : outcomeOf(taken.status())));
    tablet.engine().changesWaiting();
  }
}

}  // namespace doorstep::simulation
