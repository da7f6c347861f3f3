#pragma once

#include <sqlite3.h>

#include <memory>

#include "tests/simulation/virtual_disk.h"

namespace doorstep::simulation {

// One connection's hold on one file.
struct Hold {
  VirtualDisk* disk = nullptr;  // none: a temporary file
  std::shared_ptr<VirtualFile> file;
  int life = 0;
  int level = SQLITE_LOCK_NONE;
  bool maps = false;
  bool slots_shared[SQLITE_SHM_NLOCK] = {};

  bool isDead() const { return disk != nullptr && (disk->hasStopped() || disk->life() != life); }
};

struct File {
  sqlite3_file base;
  Hold* hold;
};

// What SQLite does with a file that is open.
extern const sqlite3_io_methods kFileMethods;

}  // namespace doorstep::simulation
