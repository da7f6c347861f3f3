#include "tests/simulation/virtual_file.h"

#include <algorithm>
#include <cstring>

namespace doorstep::simulation {
namespace {

Hold& holdOf(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file)->hold;
}

// The disk's own word on a change; when it stops during it, the change is lost or torn with the rest.
template <typename Change>
int change(Hold& hold, bool grows, Change make) {
  if (hold.isDead()) {
    return SQLITE_IOERR;
  }
  const int verdict = hold.disk == nullptr ? SQLITE_OK : hold.disk->judge(grows);
  if (verdict == SQLITE_ABORT) {
    const Stop how = hold.disk->isTearing() ? Stop::kPower : Stop::kProgram;
    if (how == Stop::kPower) {
      make();
    }
    hold.disk->stop(how);
    return SQLITE_IOERR;
  }
  if (verdict == SQLITE_OK) {
    make();
  }
  return verdict;
}

void letGo(Hold& hold, int level) {
  VirtualFile& file = *hold.file;
  if (level < SQLITE_LOCK_RESERVED && file.writer == &hold) {
    file.writer = nullptr;
    file.pending = file.exclusive = false;
  }
  if (level == SQLITE_LOCK_NONE && hold.level >= SQLITE_LOCK_SHARED) {
    --file.readers;
  }
  hold.level = level;
}

void unmap(Hold& hold) {
  if (!hold.maps) {
    return;
  }
  hold.maps = false;
  for (int slot = 0; slot < SQLITE_SHM_NLOCK; ++slot) {
    hold.file->slot_readers[slot] -= hold.slots_shared[slot] ? 1 : 0;
    hold.slots_shared[slot] = false;
    if (hold.file->slot_writers[slot] == &hold) {
      hold.file->slot_writers[slot] = nullptr;
    }
  }
  if (--hold.file->mapped == 0) {
    hold.file->shared_memory.clear();
  }
}

int closeFile(sqlite3_file* file) {
  Hold& hold = holdOf(file);
  unmap(hold);
  letGo(hold, SQLITE_LOCK_NONE);
  delete &hold;
  return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  Hold& hold = holdOf(file);
  if (hold.isDead()) {
    return SQLITE_IOERR_READ;
  }
  const std::string& content = hold.file->content;
  const auto from = static_cast<std::size_t>(at);
  const auto wanted = static_cast<std::size_t>(size);
  const std::size_t there = from < content.size() ? std::min(wanted, content.size() - from) : 0;
  std::memcpy(to, content.data() + std::min(from, content.size()), there);
  std::memset(static_cast<char*>(to) + there, 0, wanted - there);
  return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  Hold& hold = holdOf(file);
  const auto place = static_cast<std::size_t>(at);
  const bool grows = place + static_cast<std::size_t>(size) > hold.file->content.size();
  return change(hold, grows, [&] {
    hold.file->write(place, std::string(static_cast<const char*>(from), static_cast<std::size_t>(size)));
  });
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  Hold& hold = holdOf(file);
  return change(hold, false, [&] { hold.file->cut(static_cast<std::size_t>(size)); });
}

int syncFile(sqlite3_file* file, int) {
  Hold& hold = holdOf(file);
  if (hold.isDead()) {
    return SQLITE_IOERR_FSYNC;
  }
  const int verdict = hold.disk == nullptr ? SQLITE_OK : hold.disk->judge(false);
  if (verdict == SQLITE_ABORT) {
    hold.disk->stop(hold.disk->isTearing() ? Stop::kPower : Stop::kProgram);
    return SQLITE_IOERR_FSYNC;
  }
  if (verdict == SQLITE_OK) {
    hold.file->sync();
  }
  return verdict == SQLITE_OK ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(holdOf(file).file->content.size());
  return SQLITE_OK;
}

int lockFile(sqlite3_file* file, int level) {
  Hold& hold = holdOf(file);
  VirtualFile& held = *hold.file;
  if (hold.isDead()) {
    return SQLITE_IOERR_LOCK;
  }
  if (hold.level >= level) {
    return SQLITE_OK;
  }
  const bool others_write = held.writer != nullptr && held.writer != &hold;
  if (level == SQLITE_LOCK_SHARED) {
    if (others_write && held.pending) {
      return SQLITE_BUSY;
    }
    ++held.readers;
    hold.level = level;
    return SQLITE_OK;
  }
  if (others_write) {
    return SQLITE_BUSY;
  }
  held.writer = &hold;
  if (level == SQLITE_LOCK_RESERVED) {
    hold.level = level;
    return SQLITE_OK;
  }
  held.pending = true;
  if (held.readers > 1) {
    hold.level = SQLITE_LOCK_PENDING;
    return SQLITE_BUSY;
  }
  held.exclusive = true;
  hold.level = level;
  return SQLITE_OK;
}

int unlockFile(sqlite3_file* file, int level) {
  Hold& hold = holdOf(file);
  if (hold.level > level) {
    letGo(hold, level);
  }
  return SQLITE_OK;
}

int checkReserved(sqlite3_file* file, int* out) {
  *out = holdOf(file).file->writer != nullptr ? 1 : 0;
  return SQLITE_OK;
}

int controlFile(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file*) {
  return 4096;
}
int characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  Hold& hold = holdOf(file);
  *out = nullptr;
  if (hold.isDead()) {
    return SQLITE_IOERR_SHMMAP;
  }
  if (!hold.maps) {
    hold.maps = true;
    ++hold.file->mapped;
  }
  auto& regions = hold.file->shared_memory;
  if (static_cast<std::size_t>(region) >= regions.size() && extend == 0) {
    return SQLITE_OK;
  }
  while (static_cast<std::size_t>(region) >= regions.size()) {
    regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
  }
  *out = regions[static_cast<std::size_t>(region)].get();
  return SQLITE_OK;
}

int unlockSlots(Hold& hold, int offset, int count) {
  for (int slot = offset; slot < offset + count; ++slot) {
    if (hold.slots_shared[slot]) {
      hold.slots_shared[slot] = false;
      --hold.file->slot_readers[slot];
    }
    if (hold.file->slot_writers[slot] == &hold) {
      hold.file->slot_writers[slot] = nullptr;
    }
  }
  return SQLITE_OK;
}

int lockShared(sqlite3_file* file, int offset, int count, int flags) {
  Hold& hold = holdOf(file);
  if (hold.isDead()) {
    return SQLITE_IOERR_SHMLOCK;
  }
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    return unlockSlots(hold, offset, count);
  }
  const bool shared = (flags & SQLITE_SHM_SHARED) != 0;
  for (int slot = offset; slot < offset + count; ++slot) {
    const bool written = hold.file->slot_writers[slot] != nullptr && hold.file->slot_writers[slot] != &hold;
    const bool read = hold.file->slot_readers[slot] > (hold.slots_shared[slot] ? 1 : 0);
    if (written || (!shared && read)) {
      return SQLITE_BUSY;
    }
  }
  for (int slot = offset; slot < offset + count; ++slot) {
    if (!shared) {
      hold.file->slot_writers[slot] = &hold;
    } else if (!hold.slots_shared[slot]) {
      hold.slots_shared[slot] = true;
      ++hold.file->slot_readers[slot];
    }
  }
  return SQLITE_OK;
}

void barrier(sqlite3_file*) {}

int unmapShared(sqlite3_file* file, int) {
  unmap(holdOf(file));
  return SQLITE_OK;
}

}  // namespace

// Version 2: with shared memory for the write-ahead log, without mapped reads.
const sqlite3_io_methods kFileMethods = {2,           closeFile,   readFile,        writeFile,  truncateFile,
                                         syncFile,    sizeOfFile,  lockFile,        unlockFile, checkReserved,
                                         controlFile, sectorSize,  characteristics, mapShared,  lockShared,
                                         barrier,     unmapShared, nullptr,         nullptr};

}  // namespace doorstep::simulation
