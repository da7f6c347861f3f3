#include "app/shell/speech.h"

#include <QLocale>
#include <algorithm>
#include <utility>

namespace doorstep::shell {
namespace {

QLocale::Language languageOf(const QString& language) {
  return language == QStringLiteral("en") ? QLocale::English : QLocale::Chinese;
}

}  // namespace

QTextToSpeech* Speech::engine() {
  if (looked_) {
    return engine_.get();
  }
  looked_ = true;
  const QStringList engines = QTextToSpeech::availableEngines();
  const bool only_silent = engines.isEmpty() || engines == QStringList{QStringLiteral("mock")};
  if (only_silent) {
    return nullptr;
  }
  engine_ = std::make_unique<QTextToSpeech>();
  QObject::connect(engine_.get(), &QTextToSpeech::stateChanged, engine_.get(), [this](QTextToSpeech::State state) {
    const bool over = state == QTextToSpeech::Ready || state == QTextToSpeech::Error;
    if (over && done_) {
      std::exchange(done_, nullptr)();
    }
  });
  return engine_.get();
}

bool Speech::canRead(const QString& language) {
  QTextToSpeech* voice = engine();
  if (voice == nullptr || voice->state() == QTextToSpeech::Error) {
    return false;
  }
  const QList<QLocale> locales = voice->availableLocales();
  return std::any_of(locales.begin(), locales.end(),
                     [&](const QLocale& locale) { return locale.language() == languageOf(language); });
}

void Speech::read(const QString& words, const QString& language, std::function<void()> done) {
  if (!canRead(language)) {
    done();
    return;
  }
  done_ = nullptr;
  engine_->stop();
  for (const QLocale& locale : engine_->availableLocales()) {
    if (locale.language() == languageOf(language)) {
      engine_->setLocale(locale);
      break;
    }
  }
  done_ = std::move(done);
  engine_->say(words);
}

void Speech::stop() {
  done_ = nullptr;
  if (engine_) {
    engine_->stop();
  }
}

}  // namespace doorstep::shell
