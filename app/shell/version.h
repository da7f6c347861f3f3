#pragma once

namespace doorstep::shell {

// The project's version, from CMakeLists.txt.
inline constexpr char kVersion[] = DOORSTEP_VERSION;

}  // namespace doorstep::shell
