#pragma once

#include <deque>
#include <string>

namespace doorstep::simulation {

class TabletMachine;
class World;

// Sealed files on their way between tablets and the desk, without any network: each may arrive whole or damaged, out of
// turn, more than once or never.
class Sticks {
 public:
  explicit Sticks(World& world) : world_(world) {}

  // What waits on a tablet goes onto a stick.
  void seal(TabletMachine& tablet);
  // One file arrives where it belongs.
  void carry();

 private:
  enum class Damage { kNone, kTruncated, kChanged };
  struct File {
    std::size_t tablet = 0;
    std::size_t number = 0;
    bool receipts = false;
    std::string content;
  };

  void put(File file);
  void bring(const File& file, Damage damage);
  void takeBack(const File& file, Damage damage);
  std::string damaged(std::string content, Damage damage);

  World& world_;
  std::deque<File> files_;
  std::size_t made_ = 0;
};

}  // namespace doorstep::simulation
