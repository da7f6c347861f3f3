#include <QApplication>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <filesystem>
#include <iostream>

#include "app/models/models.h"
#include "app/shell/face/face.h"
#include "sync/outside/executor.h"
#include "sync/outside/identifier.h"
#include "tests/bench/bench.h"
#include "tests/bench/local_store.h"
#include "tests/scenario/must.h"

namespace doorstep::bench {
namespace {

using tests::must;

absl::Status noService() {
  return absl::UnavailableError("there is no service in this measurement");
}

// A real store behind the real pages, opened with its raw key: what an unlock does after Argon2id.
class StoreWorkspace final : public models::Workspace {
 public:
  explicit StoreWorkspace(const std::string& path)
      : clock_(now()),
        identifiers_(clock_, random_),
        store_(must(store::Store::open({path, benchKey(), {}}, clock_, random_), "open the store")),
        queries_(must(store::openQueries({path, benchKey(), {}}), "open the queries")) {}

  store::Queries& queries() override { return *queries_; }
  outside::Executor& queryExecutor() override { return query_executor_; }
  store::Recorder& recorder() override { return *store_; }
  outside::Executor& writerExecutor() override { return writer_; }
  const outside::Clock& clock() override { return clock_; }
  outside::IdentifierSource& identifiers() override { return identifiers_; }
  void observe(std::function<void(const client::SyncStatus&)>, std::function<void()>) override {}
  void syncNow() override {}
  void compareNow() override {}
  void changesWaiting() override {}
  void contentsWanted() override {}
  void setTransferRules(const client::TransferRules&) override {}
  void missed(const v1::ListMissedRequest&, MissedDone done) override { done(noService()); }
  void endOfDay(const v1::GetEndOfDayRequest&, EveningDone done) override { done(noService()); }
  void issueCode(const v1::IssueCodeRequest&, CodeDone done) override { done(noService()); }
  void import(std::vector<v1::ImportRow>, std::function<void(const v1::ImportReply&)>,
              std::function<void(absl::Status)> done) override {
    done(noService());
  }
  void stopImport() override {}

 private:
  tests::ManualClock clock_;
  outside::SystemRandom random_;
  outside::IdentifierSource identifiers_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Queries> queries_;
  outside::SerialExecutor query_executor_;
  outside::SerialExecutor writer_;
};

class StoreGate final : public models::Gate {
 public:
  explicit StoreGate(std::string path) : path_(std::move(path)) {}
  bool enrolled() override { return true; }
  std::vector<models::Profile> profiles() override { return {{std::string(32, '0'), "", true}}; }
  void choose(const std::string&) override {}
  void enrol(const models::Enrolment&, Done) override {}
  void unlock(const std::string&, Done done) override {
    done({models::Failure::None, std::make_shared<StoreWorkspace>(path_), 0});
  }
  std::string recoveryRequest() override { return {}; }
  void recover(const std::string&, const std::string&, Done) override {}
  void changePin(const std::string&, const std::string&, std::function<void(models::Failure)>) override {}
  void lock() override {}

 private:
  std::string path_;
};

class PlainPreferences final : public models::Preferences {
 public:
  models::Settings read() override { return {}; }
  void write(const models::Settings&) override {}
  bool systemIsDark() override { return false; }
  bool systemReducesMotion() override { return false; }
};

// The system's, so that parent and child mean the same.
std::int64_t monotonicMilliseconds() {
  return absl::ToInt64Milliseconds(outside::SystemClock().monotonic());
}

// Says how long it took since `began` and ends, once a frame has been shown in which `ready` holds.
void endWithTheFirstFrame(QQuickWindow& window, std::int64_t began, std::function<bool()> ready) {
  QObject::connect(
      &window, &QQuickWindow::frameSwapped, &window,
      [began, ready = std::move(ready), &window] {
        if (ready()) {
          std::cout << monotonicMilliseconds() - began << std::flush;
          std::_Exit(0);
        }
        window.update();
      },
      Qt::QueuedConnection);
  window.show();
}

int showEmptyWindow(QApplication& application, std::int64_t began) {
  QQmlApplicationEngine engine;
  engine.loadData("import QtQuick\nWindow { width: 1280; height: 800; Rectangle { anchors.fill: parent } }");
  endWithTheFirstFrame(*qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()), began, [] { return true; });
  return application.exec();
}

int showToday(QApplication& application, std::int64_t began, const std::string& store) {
  QQmlApplicationEngine engine;
  face::prepare(engine);
  face::Language language(engine);
  language.set("zh");
  PlainPreferences preferences;
  StoreGate gate(store);
  models::Models models(gate, preferences);
  models.serve(engine);
  models.session.unlock("000000");
  engine.load(QUrl(face::kMainPage));
  endWithTheFirstFrame(*qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()), began,
                       [&models] { return models.today.rows()->count() > 0; });
  return application.exec();
}

double childMilliseconds(const Settings& settings, const std::string& store) {
  QProcess child;
  child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  child.start(QString::fromStdString(settings.program),
              {"--start-as-child", QString::number(monotonicMilliseconds()), QString::fromStdString(store)});
  must(child.waitForFinished(60'000) && child.exitCode() == 0 ? absl::OkStatus() : absl::InternalError("it failed"),
       "a window's process");
  return child.readAllStandardOutput().toDouble();
}

}  // namespace

void measureStart(const Settings& settings, Report& report) {
  const std::string store = settings.folder + "/store.db";
  if (!std::filesystem::exists(store)) {
    const LocalStore made(store, settings.of(kEldersOfStore, 50), kVisitsOfElder);
  }
  Report::say("starting");
  std::vector<double> app;
  std::vector<double> empty;
  for (int run = 0; run < 2 * settings.runs + 1; ++run) {
    app.push_back(childMilliseconds(settings, store));
    empty.push_back(childMilliseconds(settings, ""));
  }
  report.figure("cold_start_ms", median(app));
  report.figure("empty_window_ms", median(empty));
  report.figure("cold_start_ratio", median(app) / median(empty));
  report.explain("cold_start_ratio",
                 "from the start of the process to the first frame that shows Today, without Argon2id, by the same for "
                 "a window with one rectangle");
}

int startAsChild(int& argc, char** argv, std::int64_t began, const std::string& store) {
  QApplication application(argc, argv);
  return store.empty() ? showEmptyWindow(application, began) : showToday(application, began, store);
}

}  // namespace doorstep::bench
