// ./run simulate --planted: is every planted fault found, and within how many seeds?
#define DOORSTEP_PLANTED

#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <string>

#include "sync/outside/planted.h"
#include "tests/simulation/playground.h"
#include "tests/simulation/world.h"

namespace doorstep::outside {
inline namespace with_planted_faults {
Fault planted_fault = Fault::kNone;
}  // namespace with_planted_faults
}  // namespace doorstep::outside

namespace doorstep::simulation {
namespace {

using outside::Fault;

constexpr struct {
  Fault fault;
  const char* name;
} kFaults[] = {
    {Fault::kReceiptNotKept, "receipt not kept"},
    {Fault::kCursorBeforePage, "cursor before page"},
    {Fault::kScopeRemovalForgotten, "scope removal forgotten"},
    {Fault::kSentFromTheBeginning, "sent from the beginning"},
    {Fault::kSavedWithoutSync, "saved without sync"},
    {Fault::kEpochNotTakenOver, "epoch not taken over"},
    {Fault::kAppliedTwice, "applied twice"},
    {Fault::kBaseIgnored, "base ignored"},
    {Fault::kDeviceClockOrders, "device clock orders"},
    {Fault::kConflictLoserDropped, "conflict's loser dropped"},
    {Fault::kQuarantineBlocks, "quarantine blocks"},
    {Fault::kAcknowledgedTooEarly, "acknowledged too early"},
    {Fault::kRollupsApart, "rollups apart"},
    {Fault::kNewEpochIgnored, "new epoch ignored"},
    {Fault::kEndedAssignmentCounts, "ended assignment counts"},
    {Fault::kKindsNotChecked, "kinds not checked"},
    {Fault::kHandInApplied, "hand-in applied"},
    {Fault::kFreezeLostByRestore, "freeze lost by restore"},
    {Fault::kDigestTooLittle, "digest too little"},
    {Fault::kAuditUnchained, "audit unchained"},
    {Fault::kForkNotNoticed, "fork not noticed"},
    {Fault::kDecisionNotKept, "decision not kept"},
    {Fault::kContentHalfSent, "content half sent"},
};

// The seed that finds it; 0 when none does.
std::uint64_t find(const Playground& playground, Fault fault, std::uint64_t seeds, std::string& promise) {
  outside::planted_fault = fault;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    World world({seed, playground.folder()});
    const auto& broken = world.run();
    if (!broken.empty()) {
      promise = broken.front();
      return seed;
    }
  }
  return 0;
}

int run(std::uint64_t seeds, const std::string& only) {
  const Playground playground;
  district(playground.folder());  // set up without a fault
  int missed = 0;
  for (const auto& [fault, name] : kFaults) {
    if (!only.empty() && only != name) {
      continue;
    }
    std::string promise = "NOT FOUND";
    const std::uint64_t seed = find(playground, fault, seeds, promise);
    missed += seed == 0 ? 1 : 0;
    std::printf("%-26s %4llu  %s\n", name, static_cast<unsigned long long>(seed), promise.c_str());
    std::fflush(stdout);
  }
  return missed;
}

}  // namespace
}  // namespace doorstep::simulation

int main(int argc, char** argv) {
  std::uint64_t seeds = 2000;
  std::string only;
  CLI::App app("Faults planted in store, engine and service, each to be found by the simulation");
  app.add_option("--seeds", seeds, "at most, for each fault");
  app.add_option("--fault", only, "this one only");
  CLI11_PARSE(app, argc, argv);
  return doorstep::simulation::run(seeds, only) == 0 ? 0 : 1;
}
