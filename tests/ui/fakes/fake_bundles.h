#pragma once

#include <utility>
#include <vector>

#include "app/models/bundles.h"

namespace doorstep::tests {

// Gives the answers it was told to, and counts what was asked.
class FakeBundles final : public models::Bundles {
 public:
  std::vector<models::LeftBundle> waits;  // on the lock
  models::BundleRound round;
  models::WrittenBundles file;
  int asked = 0;

  void writeWaiting(WrittenDone done) override { answer(file, done); }
  void takeReceipts(RoundDone done) override { answer(round, done); }
  void carryFromStick(RoundDone done) override { answer(round, done); }
  std::vector<models::LeftBundle> left() override { return waits; }
  void sendLeft(RoundDone done) override {
    waits.clear();
    answer(round, done);
  }
  void copyLeft(WrittenDone done) override { answer(file, done); }
  void bringReceipts(RoundDone done) override { answer(round, done); }

 private:
  template <typename Answer, typename Done>
  void answer(const Answer& answer, const Done& done) {
    ++asked;
    done(answer);
  }
};

// What a stick with a good file, one put aside in part, and two refused ones gives.
inline models::BundleRound sampleRound() {
  using models::app_enums::BundleTrouble;
  models::BundleRound round;
  round.outcomes.push_back({"doorstep-7c20e1aa-118-141.bundle", "tablet 3", 24, 24, 0, 0, BundleTrouble::None, {}});
  round.outcomes.push_back({"doorstep-91d4b07e-9-20.bundle", "tablet 7", 12, 8, 1, 3, BundleTrouble::None, {}});
  round.outcomes.push_back({"doorstep-b2f06c55-1-6.bundle", "tablet 9", 6, 0, 0, 0, BundleTrouble::Truncated, {}});
  round.outcomes.push_back(
      {"doorstep-0a77d3c1-40-44.bundle", "tablet 5", 5, 0, 0, 0, BundleTrouble::OtherDistrict, {}});
  return round;
}

}  // namespace doorstep::tests
