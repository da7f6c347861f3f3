#pragma once

#include <QColor>

// The inks of everything that is printed.
namespace doorstep::reports {

inline const QColor kInk(0x1f, 0x1b, 0x16);
inline const QColor kQuiet(0x5c, 0x55, 0x4c);
inline const QColor kLine(0xc9, 0xc1, 0xb4);

}  // namespace doorstep::reports
