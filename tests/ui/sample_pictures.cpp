// Every page of each role, drawn from the sample district.
#include <QApplication>
#include <QQmlApplicationEngine>
#include <QTextStream>

#include "app/models/models.h"
#include "app/shell/face/face.h"
#include "app/shell/pictures/pictures.h"
#include "tests/ui/fakes/fake_gate.h"
#include "tests/ui/fakes/fake_papers.h"
#include "tests/ui/fakes/fake_workspace.h"

using namespace doorstep;

namespace {

shell::PictureWish wishOf(const QStringList& arguments) {
  shell::PictureWish wish;
  wish.folder = arguments.value(1, QStringLiteral("pictures"));
  QList<QSize> sizes;
  QStringList languages;
  for (const QString& argument : arguments.mid(2)) {
    const QStringList sides = argument.split(QLatin1Char('x'));
    if (sides.size() == 2)
      sizes << QSize(sides[0].toInt(), sides[1].toInt());
    else if (argument == QStringLiteral("dark"))
      wish.dark = true;
    else if (argument.toDouble() > 0)
      wish.text_scales = {argument.toDouble()};
    else
      languages << argument;
  }
  if (!sizes.isEmpty())
    wish.sizes = sizes;
  if (!languages.isEmpty())
    wish.languages = languages;
  return wish;
}

int drawAs(v1::Role role, const char* folder, shell::PictureWish wish) {
  QQmlApplicationEngine engine;
  face::Language language(engine);
  tests::FakePreferences preferences;
  preferences.on_written = [&language](const models::Settings& settings) { language.set(settings.language); };
  const bool enrolled = role != v1::ROLE_UNSPECIFIED;
  tests::FakeGate gate(
      [role] {
        auto workspace = std::make_shared<tests::FakeWorkspace>(std::vector{role});
        workspace->store().freezeLastMonth();
        return workspace;
      },
      enrolled);
  tests::FakePapers papers;
  models::Models models(gate, preferences, nullptr, &papers);
  language.set(models.session.language());
  face::prepare(engine);
  models.serve(engine);
  engine.load(QUrl(face::kMainPage));
  wish.folder += QLatin1Char('/') + QString::fromLatin1(folder);
  int taken = shell::takePictures(engine, models, wish);
  if (!enrolled)
    return taken;
  models.session.unlock(QStringLiteral("135790"));
  return taken + shell::takePictures(engine, models, wish);
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const shell::PictureWish wish = wishOf(QCoreApplication::arguments());
  const int taken = drawAs(v1::ROLE_UNSPECIFIED, "new", wish) + drawAs(v1::ROLE_VISITOR, "visitor", wish) +
                    drawAs(v1::ROLE_SUPERVISOR, "supervisor", wish) + drawAs(v1::ROLE_DISTRICT_STAFF, "district", wish);
  QTextStream(stdout) << taken << " pictures\n";
  return taken > 0 ? 0 : 1;
}
