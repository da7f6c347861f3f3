#pragma once

#include <QByteArray>
#include <QStringList>
#include <nlohmann/json.hpp>

#include "tests/scenario/field.h"

namespace doorstep::tests {

// The program doorstepctl with the operator's certificate, in English.
class OperatorsConsole {
 public:
  explicit OperatorsConsole(Field& field) : field_(field) {}

  int run(const QStringList& words);  // its exit code
  const QByteArray& printed() const { return printed_; }
  const QByteArray& said() const { return said_; }
  nlohmann::json printedJson() const { return nlohmann::json::parse(printed_.toStdString(), nullptr, false); }
  // What `export <what> --json` writes.
  nlohmann::json exported(const QString& what);

 private:
  Field& field_;
  QByteArray printed_;
  QByteArray said_;
};

}  // namespace doorstep::tests
