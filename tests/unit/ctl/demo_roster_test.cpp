#include <QtTest>

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <map>
#include <set>

#include "absl/time/civil_time.h"
#include "google/protobuf/util/message_differencer.h"
#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/care/validation.h"
#include "sync/ctl/columns.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/demo/roster.h"
#include "sync/ctl/file.h"
#include "sync/ctl/rows.h"

using namespace doorstep::ctl;
namespace care = doorstep::care;
namespace v1 = doorstep::v1;

namespace {

constexpr char kExpectedDigest[] = "0c63945ec9cc8cd517e1a7ae17989303ceaf5e99e7402f32e0a3b452984ad990";

QByteArray digestOf(const QString& folder) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const char* name : {"grids.csv", "workers.csv", "roster.csv", "assignments.csv"}) {
    QFile file(folder + "/" + name);
    if (!file.open(QIODevice::ReadOnly)) {
      return {};
    }
    hash.addData(file.readAll());
  }
  return hash.result().toHex();
}

std::vector<v1::ImportRow> rowsOf(FileKind kind, const QString& path, QStringList& problems) {
  const auto content = readFile(path.toStdString(), 64 << 20);
  const auto records = parseCsv(*content);
  const auto columns = ColumnMap::fromHeader(kind, records->front().fields);
  std::vector<v1::ImportRow> rows;
  for (std::size_t index = 1; index < records->size(); ++index) {
    ParsedRow parsed = parseRow(kind, *columns, records->at(index));
    for (const v1::Problem& problem : parsed.problems) {
      problems << QString::fromStdString(problem.ShortDebugString());
    }
    rows.push_back(parsed.row);
  }
  return rows;
}

bool within(double value, double least, double most) {
  return value >= least && value <= most;
}

}  // namespace

class DemoRosterTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const auto areas = demo::areasFromFile(DOORSTEP_AREAS_FILE);
    QVERIFY(areas.ok());
    areas_ = *areas;
    roster_ = demo::makeRoster(areas_);
    QVERIFY(folder_.isValid());
    QVERIFY(demo::writeRoster(roster_, folder_.path().toStdString()).ok());
  }

  void isTheSameEverywhere() { QCOMPARE(digestOf(folder_.path()), QByteArray(kExpectedDigest)); }

  void anotherSeedGivesOtherPeople() {
    const demo::Roster other = demo::makeRoster(areas_, 1);
    QVERIFY(other.elders.front().name() != roster_.elders.front().name() ||
            other.elders.back().name() != roster_.elders.back().name());
  }

  void filesReadBackAsTheyWereMade() {
    QStringList problems;
    const auto elders = rowsOf(FileKind::kRoster, folder_.filePath("roster.csv"), problems);
    QCOMPARE(elders.size(), roster_.elders.size());
    for (std::size_t index = 0; index < elders.size(); ++index) {
      QVERIFY(google::protobuf::util::MessageDifferencer::Equals(elders[index].elder(), roster_.elders[index]));
    }
    const auto workers = rowsOf(FileKind::kWorkers, folder_.filePath("workers.csv"), problems);
    for (std::size_t index = 0; index < workers.size(); ++index) {
      QVERIFY(google::protobuf::util::MessageDifferencer::Equals(workers[index].worker(), roster_.workers[index]));
    }
    QCOMPARE(rowsOf(FileKind::kAreas, folder_.filePath("grids.csv"), problems).size(), roster_.grids.size());
    QCOMPARE(rowsOf(FileKind::kAssignments, folder_.filePath("assignments.csv"), problems).size(),
             roster_.assignments.size());
    QCOMPARE(problems, QStringList());
  }

  void coversTheWholeDistrict() {
    std::set<std::string> communities;
    std::set<std::string> subdistricts;
    for (const v1::ElderRow& elder : roster_.elders) {
      communities.insert(elder.area_code().substr(0, 12));
      subdistricts.insert(elder.area_code().substr(0, 9));
    }
    QCOMPARE(roster_.elders.size(), std::size_t{2000});
    QCOMPARE(communities.size(), std::size_t{93});
    QCOMPARE(subdistricts.size(), std::size_t{11});
    QVERIFY(roster_.grids.size() >= 2 * communities.size() && roster_.grids.size() <= 4 * communities.size());
  }

  void peopleAreWellFormedAndUnique() {
    std::set<std::string> files;
    std::set<std::string> numbers;
    std::set<std::string> phones;
    for (const v1::ElderRow& elder : roster_.elders) {
      QVERIFY(care::isIdentityNumber(elder.id_number()));
      QVERIFY(elder.id_number().starts_with("220211"));
      QVERIFY2(elder.id_number().substr(14, 3) >= "996", "a running number that nobody was given");
      QVERIFY(elder.birth_year() >= 1925 && elder.birth_year() <= 1966);
      QVERIFY(elder.kinds_size() > 0);
      QVERIFY(files.insert(elder.file_number()).second);
      QVERIFY(numbers.insert(elder.id_number()).second);
      QVERIFY(elder.phone().empty() || (elder.phone().size() == 11 && phones.insert(elder.phone()).second));
    }
  }

  void sharesArePlausible() {
    std::map<int, int> kinds;
    std::map<int, int> tiers;
    int several = 0;
    for (const v1::ElderRow& elder : roster_.elders) {
      ++tiers[elder.tier()];
      several += elder.kinds_size() > 1;
      for (const int kind : elder.kinds()) {
        ++kinds[kind];
      }
    }
    QCOMPARE(tiers[v1::TIER_A], 120);
    QCOMPARE(tiers[v1::TIER_B], 360);
    QVERIFY(within(several, 500, 1400));
    for (int kind = v1::ELDER_KIND_LIVING_ALONE; kind <= v1::ELDER_KIND_FAMILY_PLANNING_SPECIAL; ++kind) {
      QVERIFY2(kinds[kind] >= 20, v1::ElderKind_Name(static_cast<v1::ElderKind>(kind)).c_str());
    }
    QVERIFY(within(kinds[v1::ELDER_KIND_LIVING_ALONE], 600, 1200));
    QVERIFY(within(kinds[v1::ELDER_KIND_ADVANCED_AGE], 350, 800));
  }

  void everyVisitorHasAboutAHundred() {
    std::map<std::string, int> people;
    for (const v1::ElderRow& elder : roster_.elders) {
      ++people[elder.household_number()];
    }
    std::map<std::string, int> load;
    for (const v1::AssignmentRow& assignment : roster_.assignments) {
      load[assignment.staff_number()] += people[assignment.household_number()];
    }
    QCOMPARE(load.size(), std::size_t{20});
    for (const auto& [staff_number, elders] : load) {
      QVERIFY2(within(elders, 75, 125), staff_number.c_str());
    }
    const std::size_t unassigned = people.size() - roster_.assignments.size();
    QVERIFY(unassigned >= 10 && unassigned <= 50);
    std::map<int, int> roles;
    for (const v1::WorkerRow& worker : roster_.workers) {
      ++roles[worker.roles(0)];
      QVERIFY(worker.roles(0) == v1::ROLE_VISITOR || worker.area_codes_size() > 0);
      QCOMPARE(worker.supervisor_staff_number().empty(), worker.roles(0) != v1::ROLE_VISITOR);
    }
    QCOMPARE(roles[v1::ROLE_VISITOR], 20);
    QCOMPARE(roles[v1::ROLE_SUPERVISOR], 3);
    QCOMPARE(roles[v1::ROLE_DISTRICT_STAFF], 1);
  }

  void theMonthIsAboutSevenTenthsDone() {
    int reached = 0;
    for (const v1::ElderRow& elder : roster_.elders) {
      bool this_month = false;
      for (const v1::RosterContact& contact : elder.contacts()) {
        const absl::CivilDay on = care::civilDay(contact.on());
        QVERIFY(care::isValidPair(contact.mode(), contact.outcome()));
        QVERIFY(on >= absl::CivilDay(2026, 10, 1) && on <= absl::CivilDay(2026, 11, 19));
        QVERIFY(on >= care::civilDay(elder.care_from_on()));
        this_month = this_month || (on >= absl::CivilDay(2026, 11, 1) && care::isQualifying(contact.outcome()));
      }
      reached += this_month;
    }
    QVERIFY2(within(reached, 1340, 1460), qPrintable(QString::number(reached)));
  }

 private:
  std::vector<v1::AreaRow> areas_;
  demo::Roster roster_;
  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(DemoRosterTest)
#include "demo_roster_test.moc"
