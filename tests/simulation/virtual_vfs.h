#pragma once

#include <cstdint>
#include <string>

namespace doorstep::simulation {

class VirtualDisk;

// SQLite's only file system from the first call on: a file lies on the disk whose folder its path begins
// with; what lies on none is of no disk and vanishes when it is closed. Its chance is under a seed, too.
void attach(VirtualDisk& disk);
void detach(VirtualDisk& disk);
void seedSqlite(std::uint64_t seed);

}  // namespace doorstep::simulation
