#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

struct sqlite3_vfs;

namespace doorstep::tests {

// A disk that fails on demand: passes everything on to SQLite's own VFS until the chosen write.
// Registered under a name of its own for OpenOptions::vfs; every database opened on it must be closed
// before it goes. One test thread sets faults; any thread may write.
class FaultVfs {
 public:
  enum class Fault {
    DiskFull,     // writes and growth fail with SQLITE_FULL; truncating and deleting work
    InputOutput,  // writes, syncs, truncations and deletions fail with SQLITE_IOERR
    Torn          // as InputOutput, but the first failing write leaves its first half on the disk
  };

  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  const std::string& name() const { return name_; }

  // The next `healthy` writes succeed, all later ones fail until heal().
  void failAfter(int healthy, Fault fault);
  // The disk is full as long as this says so; until heal(). Called by whoever writes.
  void fullWhile(std::function<bool()> full);
  void heal();
  // Writes that reached this disk since it was made, failed ones included.
  int writes() const { return writes_; }
  bool hasFailed() const { return failed_; }

  // For the VFS functions: what becomes of the write, truncation or deletion at hand.
  struct Verdict {
    int result;
    bool half;
  };
  Verdict judgeWrite();
  int judgeOther() const;

 private:
  std::string name_;
  std::unique_ptr<sqlite3_vfs> vfs_;
  std::atomic<int> writes_{0};
  std::atomic<int> healthy_{-1};  // negative: no fault is set
  std::atomic<Fault> fault_{Fault::DiskFull};
  std::atomic<bool> failed_{false};
  std::function<bool()> full_;
};

}  // namespace doorstep::tests
