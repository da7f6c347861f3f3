#include "app/models/models.h"

#include <QJSEngine>
#include <QQmlEngine>
#include <QVariant>

namespace doorstep::models {
namespace {

constexpr const char* kProperty = "doorstepModels";

}  // namespace

Models::Models(Gate& gate, Preferences& preferences, Reader* reader, Papers* papers, Bundles* bundles,
               Pictures* picture_source)
    : session(desk, gate, preferences),
      today(desk),
      elders(desk),
      elder(desk),
      ladder(desk, elder),
      visit(desk),
      service(desk),
      month(desk),
      numbers(desk),
      caseload(desk),
      coverage(desk),
      missed(desk),
      sync(desk),
      comparison(desk),
      open_work(desk),
      aside(desk),
      end_of_day(desk, papers),
      rules(desk),
      targets(desk),
      set_up(desk, papers),
      paper_entry(desk, papers),
      aloud(session, reader),
      bundle(desk, session, bundles),
      pictures(desk, elder, visit, picture_source) {
  visit.setLanguage(session.language());
  QObject::connect(&session, &SessionModel::settingsChanged, &visit, [this] { visit.setLanguage(session.language()); });
}

Models::~Models() {
  desk.close();
}

void Models::serve(QQmlEngine& engine) {
  engine.setProperty(kProperty, QVariant::fromValue(static_cast<void*>(this)));
  for (QObject* model : std::initializer_list<QObject*>{
           &session, &today,    &elders,   &elder,       &ladder, &visit,     &service,  &month,
           &numbers, &caseload, &coverage, &missed,      &sync,   &open_work, &aside,    &end_of_day,
           &rules,   &targets,  &set_up,   &paper_entry, &aloud,  &bundle,    &pictures, &comparison}) {
    QJSEngine::setObjectOwnership(model, QJSEngine::CppOwnership);
  }
}

Models& Models::of(QQmlEngine* engine) {
  return *static_cast<Models*>(engine->property(kProperty).value<void*>());
}

}  // namespace doorstep::models
