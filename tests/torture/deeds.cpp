#include <chrono>

#include "absl/strings/str_cat.h"
#include "tests/torture/torturer.h"

namespace doorstep::torture {
namespace {

using tests::FaultyProxy;

// Finer than any timer: a moment within a save or a commit.
void waitMicroseconds(std::uint64_t microseconds) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(microseconds);
  while (std::chrono::steady_clock::now() < until) {
  }
}

}  // namespace

const std::vector<Torturer::Deed>& Torturer::deeds() {
  static const std::vector<Deed> kDeeds{{30, &Torturer::killTablet},
                                        {25, &Torturer::killService},
                                        {15, &Torturer::killBoth},
                                        {6, &Torturer::cut},
                                        {10, &Torturer::cutWithinMessage},
                                        {5, &Torturer::refuse},
                                        {4, &Torturer::slow},
                                        {5, &Torturer::swallow}};
  return kDeeds;
}

FaultyProxy::Direction Torturer::anyDirection() {
  return below(2) == 0 ? FaultyProxy::Direction::kToService : FaultyProxy::Direction::kToDevice;
}

void Torturer::aMoment() {
  waitMicroseconds(below(4) == 0 ? below(30'000) : below(3'000));
}

void Torturer::restart(Tablet& victim) {
  note(playground_.checkStore(victim));
  playground_.start(victim);
}

void Torturer::restartService() {
  note(playground_.checkLedger());
  if (const absl::Status started = playground_.restartService(); !started.ok()) {
    note({absl::StrCat("doorstepd does not start again: ", started.message())});
    return;
  }
  note(playground_.checkDesk());
}

void Torturer::killTablet(Tablet& victim) {
  const std::uint64_t lines = below(16);
  tell(absl::StrCat(victim.process->name(), " killed after ", lines, " of its lines"));
  await(lines, [&victim] { return victim.process->lines(); });
  aMoment();
  victim.process->kill();
  ++outcome_.tablets_killed;
  restart(victim);
}

// Before anybody has reached it again, perhaps; or in the middle of the batches.
void Torturer::awaitWork() {
  const bool receipts = below(3) != 0;
  const std::uint64_t count = below(40);
  absl::StrAppend(&story_, count, receipts ? " receipts" : " lines");
  await(count, [this, receipts] { return receipts ? receiptsOfAll() : linesOfAll(); });
}

void Torturer::killService(Tablet&) {
  tell("doorstepd killed after ");
  awaitWork();
  aMoment();
  playground_.service().kill();
  playground_.service().waitUntilGone();
  ++outcome_.services_killed;
  if (below(3) == 0) {
    // Not for so many lines: once enough waits on them, the tablets say nothing.
    const auto away = absl::Milliseconds(below(400));
    tell(absl::StrCat("away for ", absl::FormatDuration(away)));
    playground_.until([] { return false; }, away);
  }
  restartService();
}

void Torturer::killBoth(Tablet& victim) {
  tell(absl::StrCat("doorstepd and ", victim.process->name(), " killed after "));
  awaitWork();
  aMoment();
  playground_.service().kill();
  aMoment();
  victim.process->kill();
  playground_.service().waitUntilGone();
  ++outcome_.tablets_killed;
  ++outcome_.services_killed;
  if (below(2) == 0) {
    restart(victim);
    restartService();
  } else {
    restartService();
    restart(victim);
  }
}

// The line stays as it is for so many lines of all tablets.
void Torturer::mend(Tablet& victim, const std::string& how) {
  const std::uint64_t lines = below(40);
  tell(absl::StrCat(victim.process->name(), "'s line ", how, " for ", lines, " lines"));
  await(lines, [this] { return linesOfAll(); });
  victim.line->pass();
  ++outcome_.lines_disturbed;
}

void Torturer::cut(Tablet& victim) {
  await(below(10), [&victim] { return victim.process->lines(); });
  aMoment();
  victim.line->cut();
  mend(victim, "cut once, good");
}

void Torturer::cutWithinMessage(Tablet& victim) {
  const std::uint64_t bytes = 1 + below(6'000);
  victim.line->cutAfter(anyDirection(), bytes);
  mend(victim, "cut within a message");
}

void Torturer::refuse(Tablet& victim) {
  victim.line->refuse();
  mend(victim, "refused");
}

void Torturer::slow(Tablet& victim) {
  victim.line->delay(absl::Milliseconds(1 + below(4)));
  mend(victim, "slow");
}

// What vanished would be missed only after seconds: the line ends before.
void Torturer::swallow(Tablet& victim) {
  victim.line->swallow(anyDirection());
  mend(victim, "silent in one direction");
  victim.line->cut();
}

}  // namespace doorstep::torture
