#pragma once

#include <functional>
#include <memory>

#include "app/models/bundles.h"
#include "app/shell/tablet_gate.h"
#include "sync/outside/executor.h"

namespace doorstep::shell {

// Sealed files on a desktop: the system's dialogs, sticks and the way to the service (bundle_rounds.h). UI thread.
class DesktopBundles final : public models::Bundles {
 public:
  DesktopBundles(TabletGate& gate, Entrance& entrance) : gate_(gate), entrance_(entrance) {}

  void writeWaiting(WrittenDone done) override;
  void takeReceipts(RoundDone done) override;
  void carryFromStick(RoundDone done) override;
  std::vector<models::LeftBundle> left() override;
  void sendLeft(RoundDone done) override;
  void copyLeft(WrittenDone done) override;
  void bringReceipts(RoundDone done) override;

 private:
  TabletGate& gate_;
  Entrance& entrance_;
  // To the service and the stick: nobody who unlocks waits for it. Errands under way hold it, too.
  std::shared_ptr<outside::SerialExecutor> way_ = std::make_shared<outside::SerialExecutor>();
};

}  // namespace doorstep::shell
