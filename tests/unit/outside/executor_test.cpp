#include "sync/outside/executor.h"

#include <QtTest>
#include <future>
#include <vector>

using namespace doorstep::outside;

class ExecutorTest : public QObject {
  Q_OBJECT

 private slots:
  void runsInTheOrderOfPosting() {
    std::vector<int> order;
    std::promise<void> done;
    SerialExecutor executor;
    for (int i = 0; i < 100; ++i) {
      executor.post([&order, i] { order.push_back(i); });
    }
    executor.post([&done] { done.set_value(); });
    done.get_future().wait();
    for (int i = 0; i < 100; ++i) {
      QCOMPARE(order[static_cast<std::size_t>(i)], i);
    }
  }

  void theEarlierTimerRunsFirstAndACancelledOneNever() {
    std::vector<int> order;
    std::promise<void> done;
    SerialExecutor executor;
    executor.postAfter(absl::Milliseconds(40), [&] {
      order.push_back(2);
      done.set_value();
    });
    const auto cancelled = executor.postAfter(absl::Milliseconds(20), [&] { order.push_back(9); });
    executor.postAfter(absl::Milliseconds(10), [&] { order.push_back(1); });
    executor.cancel(cancelled);
    done.get_future().wait();
    QCOMPARE(order, (std::vector<int>{1, 2}));
  }

  void destructionDropsWhatHasNotBegun() {
    auto alive = std::make_shared<int>(1);
    std::weak_ptr<int> watched = alive;
    {
      SerialExecutor executor;
      executor.postAfter(absl::Hours(1), [alive = std::move(alive)] { Q_UNUSED(alive); });
    }
    QVERIFY(watched.expired());
  }
};

QTEST_GUILESS_MAIN(ExecutorTest)
#include "executor_test.moc"
