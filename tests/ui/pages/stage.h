#pragma once

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>
#include <memory>

#include "app/models/models.h"
#include "app/shell/face/face.h"
#include "tests/ui/fakes/fake_bundles.h"
#include "tests/ui/fakes/fake_gate.h"
#include "tests/ui/fakes/fake_papers.h"
#include "tests/ui/fakes/fake_picture_files.h"
#include "tests/ui/fakes/fake_workspace.h"

namespace doorstep::tests {

// Where Navigator.Place in qml/pages/shared/Navigator.qml leads, in its order.
enum class Place {
  kToday,
  kElders,
  kOpen,
  kCaseload,
  kCoverage,
  kSync,
  kSettings,
  kMonth,
  kEndOfDay,
  kRules,
  kPaper,
  kSetUp
};

// The real pages over sample data, opened as one kind of person; sees what is visible and presses it
// with the mouse. Whatever QML complains about is collected.
class Stage {
 public:
  struct Wish {
    v1::Role role = v1::ROLE_VISITOR;
    bool enrolled = true;
    QSize size = QSize(1280, 800);
    QString language = QStringLiteral("en");
    double text_scale = 1.0;
    bool dark = false;
    std::function<void(FakeWorkspace&)> prepare = nullptr;
    std::vector<models::LeftBundle> left = {};  // what locked stores left to be sent
  };
  explicit Stage(Wish wish);
  ~Stage();

  void unlock();
  void go(Place place);
  void settle();  // until nothing is asked and everything is laid out

  QList<QQuickItem*> visibleItems() const;
  QList<QQuickItem*> pressables() const;
  // The last, so topmost, visible and enabled one whose text or spoken words are these.
  QQuickItem* pressable(const QString& words) const;
  void press(const QString& words);
  bool sees(const QString& words) const;  // as part of a visible text
  int presses() const { return presses_; }
  void countFromNow() { presses_ = 0; }

  models::Models& models() { return *models_; }
  FakeGate& gate() { return *gate_; }
  FakePapers& papers() { return papers_; }
  FakePictureFiles& pictureFiles() { return picture_files_; }
  FakeBundles& bundles() { return bundles_; }
  FakeWorkspace& workspace() { return *workspace_; }
  QQuickWindow& window() { return *window_; }
  QQmlApplicationEngine& engine() { return *engine_; }
  static QStringList complaints();  // since the last stage began

 private:
  std::shared_ptr<FakeWorkspace> workspace_;
  FakePreferences preferences_;
  FakePapers papers_;
  FakePictureFiles picture_files_;
  FakeBundles bundles_;
  std::unique_ptr<FakeGate> gate_;
  std::unique_ptr<models::Models> models_;
  std::unique_ptr<QQmlApplicationEngine> engine_;
  std::unique_ptr<face::Language> language_;
  QQuickWindow* window_ = nullptr;
  int presses_ = 0;
};

// What a screen reader would say.
QString spokenName(QQuickItem& item);

}  // namespace doorstep::tests
