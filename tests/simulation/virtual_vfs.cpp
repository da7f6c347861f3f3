#include "tests/simulation/virtual_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <vector>

#include "tests/simulation/virtual_file.h"

namespace doorstep::simulation {
namespace {

std::vector<VirtualDisk*>& disks() {
  static std::vector<VirtualDisk*> all;
  return all;
}

std::mt19937_64& chance() {
  static std::mt19937_64 generator;
  return generator;
}

VirtualDisk* diskOf(const char* path) {
  for (VirtualDisk* disk : disks()) {
    if (std::strncmp(path, disk->folder().c_str(), disk->folder().size()) == 0 && path[disk->folder().size()] == '/') {
      return disk;
    }
  }
  return nullptr;
}

int openFile(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  VirtualDisk* disk = path == nullptr ? nullptr : diskOf(path);
  std::shared_ptr<VirtualFile> found;
  if (disk == nullptr) {
    found = std::make_shared<VirtualFile>();
  } else if (disk->hasStopped()) {
    return SQLITE_CANTOPEN;
  } else {
    found = disk->find(path);
    if (!found && (flags & SQLITE_OPEN_READWRITE) == 0) {
      return SQLITE_CANTOPEN;
    }
    if (!found) {
      found = disk->make(path);
    }
  }
  auto* hold = new Hold();
  hold->disk = disk;
  hold->file = std::move(found);
  hold->life = disk == nullptr ? 0 : disk->life();
  reinterpret_cast<File*>(file)->hold = hold;
  file->pMethods = &kFileMethods;
  if (out_flags != nullptr) {
    *out_flags = flags;
  }
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* path, int) {
  VirtualDisk* disk = diskOf(path);
  if (disk == nullptr || !disk->find(path)) {
    return SQLITE_IOERR_DELETE_NOENT;
  }
  const int verdict = disk->judge(false);
  if (verdict == SQLITE_ABORT) {
    disk->stop(disk->isTearing() ? Stop::kPower : Stop::kProgram);
  }
  if (verdict != SQLITE_OK) {
    return SQLITE_IOERR_DELETE;
  }
  disk->remove(path);
  return SQLITE_OK;
}

int accessFile(sqlite3_vfs*, const char* path, int, int* out) {
  const VirtualDisk* disk = diskOf(path);
  *out = disk != nullptr && disk->find(path) ? 1 : 0;
  return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* path, int size, char* out) {
  const std::size_t length = std::strlen(path);
  if (length + 1 > static_cast<std::size_t>(size)) {
    return SQLITE_CANTOPEN;
  }
  std::memcpy(out, path, length + 1);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int size, char* out) {
  for (int at = 0; at < size; ++at) {
    out[at] = static_cast<char>(chance()() & 0xFF);
  }
  return size;
}

// Whoever waits for a lock in the one thread there is would wait for ever.
int sleepFor(sqlite3_vfs*, int microseconds) {
  return microseconds;
}

void useAlways() {
  static sqlite3_vfs vfs = [] {
    sqlite3_initialize();
    sqlite3_vfs made = *sqlite3_vfs_find(nullptr);
    made.iVersion = 2;
    made.szOsFile = static_cast<int>(sizeof(File));
    made.pNext = nullptr;
    made.zName = "simulation";
    made.xOpen = openFile;
    made.xDelete = deleteFile;
    made.xAccess = accessFile;
    made.xFullPathname = fullPath;
    made.xRandomness = randomness;
    made.xSleep = sleepFor;
    return made;
  }();
  sqlite3_vfs_register(&vfs, 1);
}

}  // namespace

void attach(VirtualDisk& disk) {
  useAlways();
  disks().push_back(&disk);
}

void detach(VirtualDisk& disk) {
  std::erase(disks(), &disk);
}

void seedSqlite(std::uint64_t seed) {
  useAlways();
  chance().seed(seed);
  sqlite3_randomness(0, nullptr);  // forgets what it drew before
}

}  // namespace doorstep::simulation
