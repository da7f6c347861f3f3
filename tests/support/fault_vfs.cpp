#include "tests/support/fault_vfs.h"

#include <sqlite3.h>

namespace doorstep::tests {
namespace {

// Ours, with SQLite's own file placed behind it in the memory that SQLite reserves.
struct File {
  sqlite3_file base;
  FaultVfs* disk;
  sqlite3_file* real;
};

File* ours(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return ours(file)->real;
}
sqlite3_vfs* realVfs() {
  return sqlite3_vfs_find(nullptr);
}
FaultVfs* diskOf(sqlite3_vfs* vfs) {
  return static_cast<FaultVfs*>(vfs->pAppData);
}

int closeFile(sqlite3_file* file) {
  return real(file)->pMethods->xClose(real(file));
}

int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  return real(file)->pMethods->xRead(real(file), to, size, at);
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  const FaultVfs::Verdict verdict = ours(file)->disk->judgeWrite();
  if (verdict.result == SQLITE_OK) {
    return real(file)->pMethods->xWrite(real(file), from, size, at);
  }
  if (verdict.half) {
    real(file)->pMethods->xWrite(real(file), from, size / 2, at);
  }
  return verdict.result;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  const int result = ours(file)->disk->judgeOther();
  return result == SQLITE_OK ? real(file)->pMethods->xTruncate(real(file), size) : result;
}

int syncFile(sqlite3_file* file, int flags) {
  const int result = ours(file)->disk->judgeOther();
  return result == SQLITE_OK ? real(file)->pMethods->xSync(real(file), flags) : result;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file* file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}
int checkReserved(sqlite3_file* file, int* out) {
  return real(file)->pMethods->xCheckReservedLock(real(file), out);
}
int controlFile(sqlite3_file* file, int code, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), code, argument);
}
int sectorSize(sqlite3_file* file) {
  return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
  return real(file)->pMethods->xShmMap(real(file), region, size, extend, out);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file* file) {
  real(file)->pMethods->xShmBarrier(real(file));
}
int unmapShared(sqlite3_file* file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: with shared memory for the write-ahead log, without mapped reads.
constexpr sqlite3_io_methods kMethods = {2,           closeFile,   readFile,        writeFile,  truncateFile,
                                         syncFile,    sizeOfFile,  lockFile,        unlockFile, checkReserved,
                                         controlFile, sectorSize,  characteristics, mapShared,  lockShared,
                                         barrier,     unmapShared, nullptr,         nullptr};

int openFile(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  File* opened = ours(file);
  opened->disk = diskOf(vfs);
  opened->real = reinterpret_cast<sqlite3_file*>(opened + 1);
  const int result = realVfs()->xOpen(realVfs(), path, opened->real, flags, out_flags);
  opened->base.pMethods = opened->real->pMethods != nullptr ? &kMethods : nullptr;
  return result;
}

int deleteFile(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  const int result = diskOf(vfs)->judgeOther();
  return result == SQLITE_OK ? realVfs()->xDelete(realVfs(), path, sync_folder) : result;
}

int accessFile(sqlite3_vfs*, const char* path, int flags, int* out) {
  return realVfs()->xAccess(realVfs(), path, flags, out);
}
int fullPath(sqlite3_vfs*, const char* path, int size, char* out) {
  return realVfs()->xFullPathname(realVfs(), path, size, out);
}

}  // namespace

FaultVfs::FaultVfs() : vfs_(std::make_unique<sqlite3_vfs>()) {
  static std::atomic<int> made{0};
  sqlite3_initialize();
  name_ = "fault-" + std::to_string(++made);
  *vfs_ = *realVfs();
  vfs_->iVersion = 2;
  vfs_->szOsFile = static_cast<int>(sizeof(File)) + realVfs()->szOsFile;
  vfs_->pNext = nullptr;
  vfs_->zName = name_.c_str();
  vfs_->pAppData = this;
  vfs_->xOpen = openFile;
  vfs_->xDelete = deleteFile;
  vfs_->xAccess = accessFile;
  vfs_->xFullPathname = fullPath;
  sqlite3_vfs_register(vfs_.get(), 0);
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(vfs_.get());
}

void FaultVfs::failAfter(int healthy, Fault fault) {
  fault_ = fault;
  failed_ = false;
  healthy_ = healthy;
}

void FaultVfs::fullWhile(std::function<bool()> full) {
  full_ = std::move(full);
}

void FaultVfs::heal() {
  full_ = nullptr;
  healthy_ = -1;
}

FaultVfs::Verdict FaultVfs::judgeWrite() {
  ++writes_;
  if (full_ && full_()) {
    return {SQLITE_FULL, false};
  }
  if (healthy_ < 0) {
    return {SQLITE_OK, false};
  }
  if (healthy_ > 0) {
    --healthy_;
    return {SQLITE_OK, false};
  }
  const bool first = !failed_.exchange(true);
  return {fault_ == Fault::DiskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE, first && fault_ == Fault::Torn};
}

int FaultVfs::judgeOther() const {
  return failed_ && healthy_ == 0 && fault_ != Fault::DiskFull ? SQLITE_IOERR : SQLITE_OK;
}

}  // namespace doorstep::tests
