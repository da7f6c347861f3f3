#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sync/outside/random.h"

namespace doorstep::simulation {

// A file as the running system sees it, and as it would be after a power cut.
struct VirtualFile {
  // A change that was not synced yet: bytes at a place, or a new size.
  struct Change {
    std::size_t at = 0;
    std::string bytes;
    bool cuts = false;
  };

  void write(std::size_t at, std::string bytes);
  void cut(std::size_t size);
  void sync();

  std::string content;
  std::string synced;
  std::vector<Change> unsynced;

  // Of the connections that have it open; nothing of it survives a stop.
  std::vector<std::unique_ptr<char[]>> shared_memory;
  int mapped = 0;
  int readers = 0;
  const void* writer = nullptr;  // holds RESERVED or more
  bool pending = false;
  bool exclusive = false;
  int slot_readers[8] = {};
  const void* slot_writers[8] = {};
};

// How a machine stops: its program alone, or its power with what the disk had not written yet.
enum class Stop { kProgram, kPower };

// The disk of one machine, in memory and under a seed. Every database below its folder is on it, as long
// as it lives: it is the process's own VFS (virtual_vfs.h). One thread.
class VirtualDisk {
 public:
  // Only what lies on it; for a backup, or to begin many machines alike.
  using Image = std::map<std::string, std::string>;

  VirtualDisk(std::string folder, outside::Random& random);
  ~VirtualDisk();
  VirtualDisk(const VirtualDisk&) = delete;
  VirtualDisk& operator=(const VirtualDisk&) = delete;

  const std::string& folder() const { return folder_; }
  Image image() const;
  void load(const Image& image);

  // The machine stops during the n-th change to its disk from now.
  void stopAfter(int changes, Stop how);
  // The next changes fail and do nothing.
  void failNext(int changes) { failing_ = changes; }
  void setFull(bool full) { full_ = full; }
  // Forgets faults that have not come about.
  void heal();
  // True from the moment it stopped until start(): whoever has a file open gets errors for good.
  bool hasStopped() const { return stopped_; }
  void stop(Stop how);
  void start();

  // For the VFS. What becomes of a change of the disk: an SQLite result code.
  int judge(bool grows);
  // The change at hand is the one during which the power went; it may lie there in part.
  bool isTearing() const { return tearing_; }
  int life() const { return life_; }
  std::shared_ptr<VirtualFile> find(const std::string& path) const;
  std::shared_ptr<VirtualFile> make(const std::string& path);
  void remove(const std::string& path) { files_.erase(path); }

 private:
  std::string folder_;
  outside::Random& random_;
  std::map<std::string, std::shared_ptr<VirtualFile>> files_;
  int life_ = 0;  // of the machine: counted by stops
  int until_stop_ = -1;
  Stop how_ = Stop::kProgram;
  int failing_ = 0;
  bool full_ = false;
  bool stopped_ = false;
  bool tearing_ = false;
};

}  // namespace doorstep::simulation
