#include "app/models/models.h"

#include <QJSEngine>
#include <QQmlEngine>
#include <QVariant>

namespace doorstep::models {
namespace {

constexpr const char* kProperty = "doorstepModels";

}  // namespace

Models::Models(Gate& gate, Preferences& preferences)
    : session(desk, gate, preferences),
      today(desk),
      elders(desk),
      elder(desk),
      visit(desk),
      caseload(desk),
      risks(desk),
      coverage(desk),
      missed(desk),
      sync(desk) {
  visit.setLanguage(session.language());
  QObject::connect(&session, &SessionModel::settingsChanged, &visit, [this] { visit.setLanguage(session.language()); });
}

Models::~Models() {
  desk.close();
}

void Models::serve(QQmlEngine& engine) {
  engine.setProperty(kProperty, QVariant::fromValue(static_cast<void*>(this)));
  for (QObject* model : std::initializer_list<QObject*>{&session, &today, &elders, &elder, &visit, &caseload, &risks,
                                                        &coverage, &missed, &sync}) {
    QJSEngine::setObjectOwnership(model, QJSEngine::CppOwnership);
  }
}

Models& Models::of(QQmlEngine* engine) {
  return *static_cast<Models*>(engine->property(kProperty).value<void*>());
}

}  // namespace doorstep::models
