#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/torture/books.h"
#include "tests/torture/playground.h"
#include "tests/torture/torture.h"

namespace doorstep::torture {

// One run: draws deeds, lets them happen and keeps the history. Belongs to one thread.
class Torturer {
 public:
  explicit Torturer(const TortureOptions& options) : options_(options), chance_(options.seed) {}

  TortureOutcome run();

 private:
  using Tablet = Playground::Tablet;
  struct Deed {
    std::uint64_t share;
    void (Torturer::*happen)(Tablet& victim);
  };
  static const std::vector<Deed>& deeds();

  std::uint64_t below(std::uint64_t limit) { return chance_() % limit; }
  Tablet& anyTablet() { return playground_.tablets()[below(playground_.tablets().size())]; }
  tests::FaultyProxy::Direction anyDirection();

  void round();
  void end();
  void finishRound(const std::string& name);
  void note(const Complaints& complaints);
  void tell(const std::string& what);
  void await(std::size_t more, const std::function<std::size_t()>& counted);
  std::size_t linesOfAll();
  std::size_t receiptsOfAll();
  void aMoment();

  void killTablet(Tablet& victim);
  void killService(Tablet& victim);
  void awaitWork();
  void killBoth(Tablet& victim);
  void restart(Tablet& victim);
  void restartService();

  void cut(Tablet& victim);
  void cutWithinMessage(Tablet& victim);
  void refuse(Tablet& victim);
  void slow(Tablet& victim);
  void swallow(Tablet& victim);
  void mend(Tablet& victim, const std::string& how);

  const TortureOptions& options_;
  std::mt19937_64 chance_;
  Playground playground_;
  TortureOutcome outcome_;
  std::string story_;  // of this round
};

}  // namespace doorstep::torture
