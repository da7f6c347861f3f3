#include "tests/torture/torture.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/torture/torturer.h"

namespace doorstep::torture {
namespace {

constexpr absl::Duration kPatience = absl::Seconds(60);
constexpr std::size_t kRoundsTold = 15;

}  // namespace

TortureOutcome Torturer::run() {
  for (Tablet& tablet : playground_.tablets()) {
    playground_.start(tablet);
  }
  while (outcome_.rounds < options_.rounds && outcome_.broken.empty()) {
    ++outcome_.rounds;
    round();
  }
  if (outcome_.broken.empty()) {
    end();
  }
  outcome_.saved = playground_.saved();
  outcome_.acknowledged = receiptsOfAll();
  outcome_.at_service = playground_.atService();
  return outcome_;
}

void Torturer::round() {
  std::uint64_t shares = 0;
  for (const Deed& deed : deeds()) {
    shares += deed.share;
  }
  std::uint64_t drawn = below(shares);
  Tablet& victim = anyTablet();
  for (const Deed& deed : deeds()) {
    if (drawn < deed.share) {
      (this->*deed.happen)(victim);
      break;
    }
    drawn -= deed.share;
  }
  finishRound(absl::StrCat("round ", outcome_.rounds));
}

void Torturer::tell(const std::string& what) {
  absl::StrAppend(&story_, story_.empty() ? "" : ", ", what);
}

void Torturer::finishRound(const std::string& name) {
  outcome_.history.push_back(absl::StrCat(name, ": ", std::exchange(story_, {}), "; ", playground_.saved(), " saved, ",
                                          receiptsOfAll(), " acknowledged"));
  if (options_.progress) {
    options_.progress(outcome_.history.back());
  }
}

void Torturer::note(const Complaints& complaints) {
  for (const std::string& complaint : complaints) {
    outcome_.broken.push_back(absl::StrCat("round ", outcome_.rounds, ": ", complaint));
  }
}

void Torturer::await(std::size_t more, const std::function<std::size_t()>& counted) {
  const auto ended = [this] {
    return std::any_of(playground_.tablets().begin(), playground_.tablets().end(),
                       [](const Tablet& tablet) { return !tablet.process->runs(); });
  };
  const std::size_t enough = counted() + more;
  const bool heard = playground_.until([&] { return counted() >= enough || ended(); }, kPatience);
  for (const Tablet& tablet : playground_.tablets()) {
    if (!tablet.process->runs()) {
      note({absl::StrCat(tablet.process->name(), ": it ended by itself: ", tablet.process->lastWords())});
    }
  }
  if (!heard) {
    note({"no tablet gets on"});
  }
}

std::size_t Torturer::linesOfAll() {
  std::size_t lines = 0;
  for (const Tablet& tablet : playground_.tablets()) {
    lines += tablet.process->lines();
  }
  return lines;
}

std::size_t Torturer::receiptsOfAll() {
  std::size_t receipts = 0;
  for (const Tablet& tablet : playground_.tablets()) {
    receipts += tablet.process->said().acknowledged.size();
  }
  return receipts;
}

// Everybody lets all through; then the service is killed once more, so that what counts is what lies on its disk.
void Torturer::end() {
  tell("all is let through");
  for (Tablet& tablet : playground_.tablets()) {
    tablet.line->pass();
    tablet.process->beginRest();
  }
  for (Tablet& tablet : playground_.tablets()) {
    if (!playground_.until([&] { return !tablet.process->runs(); }, kPatience)) {
      note({absl::StrCat(tablet.process->name(), ": it does not come to rest")});
    } else if (!tablet.process->endedWell()) {
      note({absl::StrCat(tablet.process->name(), ": it did not end well: ", tablet.process->lastWords())});
    }
  }
  playground_.service().kill();
  restartService();
  if (outcome_.broken.empty()) {
    note(playground_.checkEnd());
  }
  finishRound("the end");
}

TortureOutcome torture(const TortureOptions& options) {
  return Torturer(options).run();
}

std::string storyOf(const TortureOptions& options, const TortureOutcome& outcome) {
  const std::size_t told = std::min(kRoundsTold, outcome.history.size());
  const auto first = outcome.history.end() - static_cast<std::ptrdiff_t>(told);
  return absl::StrCat("seed ", options.seed, ", ", outcome.rounds, " rounds\n",
                      absl::StrJoin(first, outcome.history.end(), "\n"), "\n", absl::StrJoin(outcome.broken, "\n"),
                      "\n");
}

}  // namespace doorstep::torture
