#pragma once

#include <QString>
#include <string>

#include "doorstep/v1/checklist.pb.h"

// Between the records' strings and Qt's.
namespace doorstep::models {

inline QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

// Record ids travel through QML as hexadecimal.
QString idText(const std::string& id);
std::string idOf(const QString& text);  // empty when it is none

// The words that came with the data, in the person's language, else in the other one.
QString localText(const v1::LocalText& words, const QString& language);

}  // namespace doorstep::models
