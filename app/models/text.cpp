#include "app/models/text.h"

#include "sync/outside/identifier.h"

namespace doorstep::models {

QString idText(const std::string& id) {
  return text(outside::toHex(id));
}

std::string idOf(const QString& text) {
  return outside::identifierFromHex(text.toStdString()).value_or(std::string());
}

QString localText(const v1::LocalText& words, const QString& language) {
  const bool english = language == QStringLiteral("en");
  const std::string& first = english ? words.en() : words.zh();
  return text(first.empty() ? (english ? words.zh() : words.en()) : first);
}

}  // namespace doorstep::models
