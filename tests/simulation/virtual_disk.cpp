#include "tests/simulation/virtual_disk.h"

#include <sqlite3.h>

#include <algorithm>

#include "tests/simulation/virtual_vfs.h"

namespace doorstep::simulation {
namespace {

constexpr std::size_t kSector = 512;

void put(std::string& content, std::size_t at, const std::string& bytes) {
  if (content.size() < at + bytes.size()) {
    content.resize(at + bytes.size(), '\0');
  }
  content.replace(at, bytes.size(), bytes);
}

void layDown(const VirtualFile::Change& change, std::string& content) {
  if (change.cuts) {
    content.resize(change.at, '\0');
  } else {
    put(content, change.at, change.bytes);
  }
}

// What of the unsynced changes had reached the disk: each whole, in part or not at all.
void losePower(VirtualFile& file, outside::Random& random) {
  file.content = file.synced;
  for (VirtualFile::Change& change : file.unsynced) {
    const std::uint64_t fate = random.below(3);
    if (fate == 0) {
      continue;
    }
    if (fate == 1 && !change.cuts && change.bytes.size() > kSector) {
      change.bytes.resize(kSector * random.below(change.bytes.size() / kSector));
    }
    layDown(change, file.content);
  }
}

}  // namespace

void VirtualFile::write(std::size_t at, std::string bytes) {
  put(content, at, bytes);
  unsynced.push_back({at, std::move(bytes), false});
}

void VirtualFile::cut(std::size_t size) {
  content.resize(size, '\0');
  unsynced.push_back({size, {}, true});
}

void VirtualFile::sync() {
  for (const Change& change : unsynced) {
    layDown(change, synced);
  }
  unsynced.clear();
}

VirtualDisk::VirtualDisk(std::string folder, outside::Random& random) : folder_(std::move(folder)), random_(random) {
  attach(*this);
}

VirtualDisk::~VirtualDisk() {
  detach(*this);
}

VirtualDisk::Image VirtualDisk::image() const {
  Image image;
  for (const auto& [path, file] : files_) {
    image[path.substr(folder_.size())] = file->content;
  }
  return image;
}

void VirtualDisk::load(const Image& image) {
  files_.clear();
  for (const auto& [name, content] : image) {
    auto file = std::make_shared<VirtualFile>();
    file->content = file->synced = content;
    files_[folder_ + name] = std::move(file);
  }
}

void VirtualDisk::stopAfter(int changes, Stop how) {
  until_stop_ = changes;
  how_ = how;
}

void VirtualDisk::heal() {
  until_stop_ = -1;
  failing_ = 0;
  full_ = false;
}

void VirtualDisk::stop(Stop how) {
  if (stopped_) {
    return;
  }
  stopped_ = true;
  ++life_;
  for (auto& [path, file] : files_) {
    auto left = std::make_shared<VirtualFile>();
    if (how == Stop::kPower) {
      losePower(*file, random_);
      left->synced = file->content;
    } else {
      left->synced = std::move(file->synced);
      left->unsynced = std::move(file->unsynced);
    }
    left->content = std::move(file->content);
    file = std::move(left);  // open handles keep the old one
  }
}

void VirtualDisk::start() {
  stopped_ = false;
  tearing_ = false;
}

int VirtualDisk::judge(bool grows) {
  tearing_ = false;
  if (stopped_) {
    return SQLITE_IOERR;
  }
  if (until_stop_ >= 0 && until_stop_-- == 0) {
    tearing_ = how_ == Stop::kPower;
    return SQLITE_ABORT;
  }
  if (failing_ > 0) {
    --failing_;
    return SQLITE_IOERR_WRITE;
  }
  return full_ && grows ? SQLITE_FULL : SQLITE_OK;
}

std::shared_ptr<VirtualFile> VirtualDisk::find(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : found->second;
}

std::shared_ptr<VirtualFile> VirtualDisk::make(const std::string& path) {
  auto& file = files_[path];
  if (!file) {
    file = std::make_shared<VirtualFile>();
  }
  return file;
}

}  // namespace doorstep::simulation
