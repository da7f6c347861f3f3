#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "doorstep/v1/rules.pb.h"
#include "sync/ctl/language.h"

// Every local switch of a rule set that is a number or on and off. Pure; any thread.
namespace doorstep::ctl {

struct RuleSwitch {
  std::string_view name;  // of the field in rules.proto; the option has hyphens in the place of underscores
  Wording words;
  Wording unit;
  std::uint32_t least;
  std::uint32_t most;
  std::uint32_t (v1::RuleSet::*value)() const;
  void (v1::RuleSet::*set)(std::uint32_t);
  bool (v1::RuleSet::*is_on)() const = nullptr;  // of those that are on or off
  void (v1::RuleSet::*turn)(bool) = nullptr;

  bool isFlag() const { return is_on != nullptr; }
};

std::span<const RuleSwitch> ruleSwitches();

struct SwitchValue {
  const RuleSwitch* which;
  std::uint32_t value;  // 1 and 0 for on and off
};
void apply(const SwitchValue& value, v1::RuleSet& set);
std::uint32_t valueOf(const RuleSwitch& which, const v1::RuleSet& set);

}  // namespace doorstep::ctl
