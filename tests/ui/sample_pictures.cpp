// Every page of each role in every state, drawn from the sample district:
// <folder>/<set>/<person>/<size>-<language>/<page>.png.
#include <QApplication>
#include <QQmlApplicationEngine>
#include <QTextStream>

#include "app/models/models.h"
#include "app/shell/face/face.h"
#include "app/shell/pictures/pictures.h"
#include "tests/ui/fakes/fake_bundles.h"
#include "tests/ui/fakes/fake_papers.h"
#include "tests/ui/fakes/fake_picture_files.h"
#include "tests/ui/fakes/sample_district.h"
#include "tests/ui/fakes/sample_pictures.h"
#include "tests/ui/picture_sets.h"

using namespace doorstep;

namespace {

struct Request {
  shell::PictureWish wish;
  QStringList sets;
};

// Arguments: the folder, then sizes, languages, sets, a text scale and "dark" in any order.
Request requestOf(const QStringList& arguments) {
  Request request;
  request.wish.folder = arguments.value(1, QStringLiteral("pictures"));
  QList<QSize> sizes;
  QStringList languages;
  for (const QString& argument : arguments.mid(2)) {
    const QStringList sides = argument.split(QLatin1Char('x'));
    if (sides.size() == 2 && sides[0].toInt() > 0)
      sizes << QSize(sides[0].toInt(), sides[1].toInt());
    else if (argument == QStringLiteral("dark"))
      request.wish.dark = true;
    else if (argument.toDouble() > 0)
      request.wish.text_scales = {argument.toDouble()};
    else if (argument == QStringLiteral("zh") || argument == QStringLiteral("en"))
      languages << argument;
    else
      request.sets << argument;
  }
  if (!sizes.isEmpty())
    request.wish.sizes = sizes;
  if (!languages.isEmpty())
    request.wish.languages = languages;
  return request;
}

QString personOf(v1::Role role) {
  switch (role) {
    case v1::ROLE_VISITOR:
      return QStringLiteral("visitor");
    case v1::ROLE_SUPERVISOR:
      return QStringLiteral("supervisor");
    case v1::ROLE_DISTRICT_STAFF:
      return QStringLiteral("district");
    default:
      return QStringLiteral("new");
  }
}

int draw(const tests::PictureSet& set, v1::Role role, shell::PictureWish wish) {
  QQmlApplicationEngine engine;
  face::Language language(engine);
  tests::FakePreferences preferences;
  preferences.on_written = [&language](const models::Settings& settings) { language.set(settings.language); };
  const bool enrolled = role != v1::ROLE_UNSPECIFIED;
  std::shared_ptr<tests::FakeWorkspace> workspace;
  tests::FakeGate gate(
      [&set, &workspace, role] {
        workspace = std::make_shared<tests::FakeWorkspace>(std::vector{role});
        workspace->store().setPictures(tests::samplePictures());
        if (set.prepare)
          set.prepare(*workspace);
        return workspace;
      },
      enrolled);
  if (!set.unlocks)
    tests::shareAmongThree(gate);
  tests::FakePapers papers;
  tests::FakePictureFiles picture_files;
  tests::FakeBundles bundles;
  bundles.round = tests::sampleRound();
  if (!set.unlocks && enrolled)
    bundles.waits = {{"高志远", 14}, {"金贞淑", 3}};
  models::Models models(gate, preferences, nullptr, &papers, &bundles, &picture_files);
  language.set(models.session.language());
  face::prepare(engine);
  models.serve(engine);
  engine.load(QUrl(face::kMainPage));
  wish.folder += QStringLiteral("/%1/%2").arg(set.name, personOf(role));
  wish.tour = set.tour;
  wish.waits_for_data = set.answers;
  if (!set.nobody)
    wish.elder = tests::picturedElder();
  if (set.text_scale > 1)
    wish.text_scales = {set.text_scale};
  if (set.more) {
    wish.more = [&](shell::Photographer& photographer) { set.more({gate, workspace, models}, photographer); };
  }
  if (!set.unlocks || !enrolled)
    return shell::takePictures(engine, models, wish);
  int taken = set.tour == shell::Tour::kEverything ? shell::takePictures(engine, models, wish) : 0;
  models.session.unlock(QStringLiteral("135790"));
  wish.opened = [&] {
    if (set.opened)
      set.opened(*workspace);
  };
  return taken + shell::takePictures(engine, models, wish);
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  const Request request = requestOf(QCoreApplication::arguments());
  int taken = 0;
  for (const tests::PictureSet& set : tests::pictureSets()) {
    if (!request.sets.isEmpty() && !request.sets.contains(set.name))
      continue;
    for (const v1::Role role : set.roles)
      taken += draw(set, role, request.wish);
  }
  QTextStream(stdout) << taken << " pictures\n";
  return taken > 0 ? 0 : 1;
}
