#pragma once

#include <QTextToSpeech>
#include <functional>
#include <memory>

#include "app/models/reader.h"

namespace doorstep::shell {

// The system's voice, made on first use: looking for engines takes a moment. Where there is none for a
// language, nothing can be read in it. UI thread.
class Speech final : public models::Reader {
 public:
  bool canRead(const QString& language) override;
  void read(const QString& words, const QString& language, std::function<void()> done) override;
  void stop() override;

 private:
  QTextToSpeech* engine();

  std::unique_ptr<QTextToSpeech> engine_;
  bool looked_ = false;
  std::function<void()> done_;
};

}  // namespace doorstep::shell
