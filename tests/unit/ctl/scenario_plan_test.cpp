#include <QtTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "sync/ctl/demo/roster.h"
#include "sync/ctl/demo/scenario/fengman_plan.h"
#include "sync/ctl/demo/scenario/xinxiang_plan.h"

using namespace doorstep::ctl::demo;
namespace v1 = doorstep::v1;

// What the scenarios plan before any service sees it.
class ScenarioPlanTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const auto areas = areasFromFile(DOORSTEP_AREAS_FILE);
    QVERIFY(areas.ok());
    half_year_ = planXinxiang(*areas);
    month_ = planFengman(*areas);
  }

  void nobodyIsAtTwoDoorsAtOnce() {
    std::vector<PlannedTime> times;
    for (const auto& month : half_year_.visits) {
      std::transform(month.begin(), month.end(), std::back_inserter(times), [](const auto& one) { return one.time; });
    }
    for (const auto& month : half_year_.services) {
      std::transform(month.begin(), month.end(), std::back_inserter(times), [](const auto& one) { return one.time; });
    }
    for (const PlannedVisit& visit : month_.visits) {
      times.push_back(visit.time);
    }
    std::map<std::pair<std::string, absl::CivilDay>, std::vector<std::pair<int, int>>> days;
    for (const PlannedTime& time : times) {
      QVERIFY(time.minutes > 0);
      days[{time.staff_number, time.day}].emplace_back(time.start_minute, time.start_minute + time.minutes);
    }
    for (auto& [day, spans] : days) {
      std::sort(spans.begin(), spans.end());
      QVERIFY2(spans.back().second < 21 * 60, "a day's work ends in the evening");
      for (std::size_t index = 1; index < spans.size(); ++index) {
        QVERIFY(spans[index].first >= spans[index - 1].second);
      }
    }
  }

  void theAgencysMinutesAreTenThousandFourHundredAndThirtySevenHours() {
    std::int64_t minutes = 0;
    for (const auto& month : half_year_.services) {
      minutes += std::accumulate(month.begin(), month.end(), std::int64_t{0},
                                 [](std::int64_t sum, const PlannedService& one) { return sum + one.time.minutes; });
    }
    QCOMPARE(minutes, std::int64_t{10437} * 60);
  }

  void theCitysTargetIsSplitOverItsCounties() {
    std::int64_t city = 0;
    std::int64_t counties = 0;
    for (const v1::TargetRow& target : half_year_.targets) {
      if (target.indicator() == v1::INDICATOR_MEAL_POINTS) {
        (target.area_code() == kXinxiang ? city : counties) += target.value();
        QVERIFY(target.value() > 0);
      }
    }
    QCOMPARE(city, std::int64_t{430});
    QCOMPARE(counties, city);
  }

  void theMonthHasAllGridsAndEverybodyOnce() {
    QCOMPARE(month_.grids.size(), kFengmanGrids);
    std::set<std::string> codes;
    std::set<std::string> communities;
    for (const v1::AreaRow& grid : month_.grids) {
      codes.insert(grid.code());
      communities.insert(grid.parent_code());
    }
    QCOMPARE(codes.size(), kFengmanGrids);
    QCOMPARE(communities.size(), std::size_t{93});
    std::set<std::string> files;
    for (const v1::ElderRow& elder : month_.elders) {
      QVERIFY(files.insert(elder.file_number()).second);
    }
  }

 private:
  XinxiangPlan half_year_;
  FengmanPlan month_;
};

QTEST_GUILESS_MAIN(ScenarioPlanTest)
#include "scenario_plan_test.moc"
