#pragma once

#include <QTest>
#include <memory>

#include "app/models/models.h"
#include "tests/ui/fakes/fake_gate.h"
#include "tests/ui/fakes/fake_papers.h"
#include "tests/ui/fakes/fake_workspace.h"

namespace doorstep::tests {

// All models over an opened fake workspace.
class OpenDesk {
 public:
  explicit OpenDesk(v1::Role role = v1::ROLE_VISITOR, bool enrolled = true)
      : gate(
            [this, role] {
              workspace = std::make_shared<FakeWorkspace>(std::vector{role});
              if (prepare)
                prepare(*workspace);
              return workspace;
            },
            enrolled),
        models(gate, preferences, nullptr, &papers) {}

  void open() {
    models.session.unlock(QStringLiteral("135790"));
    settle();
  }
  // Until everything asked has been answered.
  void settle() { QTRY_VERIFY_WITH_TIMEOUT(!models.session.busy() && models.desk.isQuiet(), 10'000); }
  FakeStore& store() { return workspace->store(); }

  std::function<void(FakeWorkspace&)> prepare;
  std::shared_ptr<FakeWorkspace> workspace;
  FakePreferences preferences;
  FakePapers papers;
  FakeGate gate;
  models::Models models;
};

}  // namespace doorstep::tests
