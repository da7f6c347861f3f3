#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/simulation/disk_images.h"
#include "tests/simulation/district.h"
#include "tests/simulation/history.h"
#include "tests/simulation/model.h"
#include "tests/simulation/network.h"
#include "tests/simulation/pictures.h"
#include "tests/simulation/safe.h"
#include "tests/simulation/service_machine.h"
#include "tests/simulation/sticks.h"
#include "tests/simulation/tablet_machine.h"
#include "tests/simulation/watch.h"

namespace doorstep::simulation {

// One district, its service and some tablets under one seed: people do their work, machines and lines
// fail, and at the end, when all faults have stopped and everybody has exchanged until nothing is new,
// every promise must hold. The same seed gives the same history, byte by byte.
class World final : public Wire {
 public:
  struct Settings {
    std::uint64_t seed = 1;
    std::string folder;  // for names of files only; exists
    int steps = 200;
    bool faults = true;
  };
  explicit World(Settings settings);
  ~World() override;

  // To the end, or to the first promise that is broken: what was, or nothing.
  const std::vector<std::string>& run();
  const History& history() const { return history_; }

  // For those who act in it and who judge it.
  tests::ManualRandom& random() { return random_; }
  std::uint64_t below(std::uint64_t limit) { return random_.below(limit); }
  bool happens(std::uint32_t percent) { return random_.below(100) < percent; }
  Timeline& timeline() { return timeline_; }
  ServiceMachine& service() { return *service_; }
  std::size_t tabletCount() const { return tablets_.size(); }
  TabletMachine& tablet(std::size_t number) { return *tablets_[number]; }
  Model& model() { return model_; }
  Watch& watch() { return watch_; }
  Safe& safe() { return safe_; }
  Sticks& sticks() { return sticks_; }
  DiskImages& diskImages() { return disk_images_; }
  Pictures& pictures() { return pictures_; }
  const District& district() const { return district_; }
  void note(const std::string& actor, const std::string& text) { history_.note(timeline_.clock.now(), actor, text); }
  void broke(const std::string& promise);
  std::string doorOf(const std::string& household_id) const;

  // What has come into a tablet's queue since it was last looked at is saved from now on.
  std::size_t noteSaved(TabletMachine& tablet);
  void startTablet(TabletMachine& tablet);
  // What lies on its disk is as it was once; it starts over that.
  void setBack(TabletMachine& tablet, const VirtualDisk::Image& image);
  void startService();
  void letPass(absl::Duration time);

  void helloSent(std::size_t tablet, const v1::HelloRequest& request) override;
  void changesSent(std::size_t tablet, const v1::PushRequest& request) override;
  void receiptsGiven(std::size_t tablet, const v1::PushReply& reply) override;
  void receiptsArrived(std::size_t tablet, const v1::PushReply& reply) override;
  void pageGiven(std::size_t tablet, const v1::PullReply& page) override;
  void differencesTold(std::size_t tablet, const v1::ReconcileReply& reply) override;

 private:
  void giveTablets(std::size_t count);
  void step();
  void noteExchanges();
  void comeToRest();
  void exchangeUntilQuiet();
  bool exchangeAll();
  void countAll();
  void countTogether();

  Settings settings_;
  const District& district_;
  tests::ManualRandom random_;
  Timeline timeline_;
  History history_;
  Model model_;
  Watch watch_;
  Safe safe_;
  Sticks sticks_;
  DiskImages disk_images_;
  Pictures pictures_;
  std::unique_ptr<ServiceMachine> service_;
  std::vector<std::unique_ptr<TabletMachine>> tablets_;
  std::vector<std::int64_t> known_rows_;  // of each tablet's queue
  std::vector<std::string> last_said_;    // about each tablet's exchange
  std::vector<std::string> broken_;
};

}  // namespace doorstep::simulation
