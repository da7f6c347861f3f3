#pragma once

#include <QString>
#include <functional>

namespace doorstep::models {

// Reads aloud where the system has a voice. UI thread.
class Reader {
 public:
  virtual ~Reader() = default;
  // For "zh" or "en".
  virtual bool canRead(const QString& language) = 0;
  // Stops what is being read; `done` comes once it is over or stopped.
  virtual void read(const QString& words, const QString& language, std::function<void()> done) = 0;
  virtual void stop() = 0;
};

}  // namespace doorstep::models
