#include <QTest>
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "district.h"
#include "sync/care/figures.h"

// domain.md §6, "Worked: November 2026": each row of that table is a row here, by its own words.
namespace doorstep::care::testing {
namespace {

enum class Seen { kFrozen, kRestated, kDecember };

struct Expected {
  Seen seen;
  std::string area;  // "A", "B", or "" for the whole district
  std::string figure;
  std::int64_t value;
};

struct Row {
  const char* name;
  std::function<void(District&)> until_freeze;
  std::function<void(District&)> afterwards;  // what arrives on 6 December or later
  std::vector<Expected> expected;
};

// A figure's field, or one of the sums that the table speaks of.
std::int64_t valueOf(const v1::Figures& figures, const std::string& figure) {
  if (figure == "person_times") {
    return figures.person_times_in_person() + figures.person_times_phone() + figures.person_times_video() +
           figures.person_times_proxy() + figures.person_times_remote_monitoring();
  }
  if (figure == "worker_minutes") {
    return figures.worker_minutes_certified() + figures.worker_minutes_provisional();
  }
  if (figure == "delivered_minutes") {
    return figures.delivered_minutes_certified() + figures.delivered_minutes_provisional();
  }
  const auto* field = v1::Figures::descriptor()->FindFieldByName(figure);
  return figures.GetReflection()->GetInt64(figures, field);
}

// monthly_visit_rate n/d
std::vector<Expected> rate(Seen seen, const std::string& area, std::int64_t n, std::int64_t d) {
  return {{seen, area, "contacted", n}, {seen, area, "denominator", d}};
}

std::vector<Expected> all(std::initializer_list<std::vector<Expected>> parts) {
  std::vector<Expected> joined;
  for (const std::vector<Expected>& part : parts) {
    joined.insert(joined.end(), part.begin(), part.end());
  }
  return joined;
}

std::vector<Expected> figure(const std::string& area, const std::string& name, std::int64_t value,
                             Seen seen = Seen::kFrozen) {
  return {{seen, area, name, value}};
}

std::vector<Row> movesAndCare() {
  return {
      {"Moves A→B on the 10th; seen in A on the 3rd",
       [](District& d) {
         v1::Elder& elder = d.elder(d.area_a());
         moveTo(elder, d.household(d.area_b()), on(11, 10));
         d.visit(elder, at(11, 3, 9));
       },
       nullptr,
       all({rate(Seen::kFrozen, "B", 1, 1), rate(Seen::kFrozen, "A", 0, 0), figure("A", "person_times", 1),
            figure("B", "person_times", 0)})},
      {"Moves A→B on the 20th; seen in B on the 25th",
       [](District& d) {
         v1::Elder& elder = d.elder(d.area_a());
         moveTo(elder, d.household(d.area_b()), on(11, 20));
         d.visit(elder, at(11, 25, 9));
       },
       nullptr,
       all({rate(Seen::kFrozen, "A", 1, 1), rate(Seen::kFrozen, "B", 0, 0), figure("B", "person_times", 1),
            figure("A", "person_times", 0)})},
      {"care_from 15th / 16th, both seen on the 28th",
       [](District& d) {
         v1::Elder& early = d.elder(d.area_a());
         v1::Elder& late = d.elder(d.area_b());
         *early.mutable_care_from_on() = on(11, 15);
         *late.mutable_care_from_on() = on(11, 16);
         d.visit(early, at(11, 28, 9));
         d.visit(late, at(11, 28, 10));
       },
       nullptr,
       all({rate(Seen::kFrozen, "A", 1, 1), rate(Seen::kFrozen, "B", 0, 0), figure("A", "person_times", 1),
            figure("B", "person_times", 1)})},
      {"Died 12th, seen 5th",
       [](District& d) {
         v1::Elder& elder = d.elder(d.area_a());
         d.visit(elder, at(11, 5, 9));
         setStatus(elder, v1::CARE_STATUS_DECEASED, on(11, 12));
       },
       nullptr,
       all({rate(Seen::kFrozen, "A", 0, 0), figure("A", "person_times", 1), figure("A", "exits", 1),
            figure("A", "exits_contacted", 1)})},
      {"Died 28th, uncontacted, reported 9 Dec", [](District& d) { d.elder(d.area_a()); },
       [](District& d) { setStatus(d.elderAdded(0), v1::CARE_STATUS_DECEASED, on(11, 28)); },
       all({rate(Seen::kFrozen, "A", 0, 1), rate(Seen::kRestated, "A", 0, 0), figure("A", "exits", 0),
            figure("A", "exits", 1, Seen::kRestated), figure("A", "exits_contacted", 0, Seen::kRestated)})},
      {"Institution 3rd (long stay planned), home 14th, phoned 20th",
       [](District& d) {
         v1::Elder& elder = d.elder(d.area_a());
         setStatus(elder, v1::CARE_STATUS_INSTITUTIONALISED, on(11, 3));
         *elder.mutable_statuses(1)->mutable_planned_until_on() = on(4, 30, 2027);
         setStatus(elder, v1::CARE_STATUS_AT_HOME, on(11, 14));
         d.visit(elder, at(11, 20, 9), 10, v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE);
       },
       nullptr, rate(Seen::kFrozen, "A", 1, 1)},
  };
}

std::vector<Row> contacts() {
  return {
      {"AWAY confirmed; daughter / neighbour vouches",
       [](District& d) {
         for (const auto& [area, relation] : {std::pair(d.area_a(), v1::CONTACT_RELATION_CHILD),
                                              std::pair(d.area_b(), v1::CONTACT_RELATION_NEIGHBOUR)}) {
           v1::Elder& elder = d.elder(area);
           setStatus(elder, v1::CARE_STATUS_AWAY, on(11, 2), d.another_worker());
           v1::Visit& visit =
               d.visit(elder, at(11, 20, 9), 5, v1::CONTACT_MODE_PROXY, v1::CONTACT_OUTCOME_PROXY_CONFIRMED);
           visit.mutable_contacts(0)->set_proxy_contact_id(d.contact(elder, relation).id());
         }
       },
       nullptr,
       all({rate(Seen::kFrozen, "A", 1, 1), figure("A", "person_times", 1), figure("A", "proxy_only", 1),
            rate(Seen::kFrozen, "B", 0, 1), figure("B", "person_times", 0), figure("B", "proxy_only", 0)})},
      {"Seen 30 Nov 23:50–00:20", [](District& d) { d.visit(d.elder(d.area_a()), at(11, 30, 23, 50), 30); }, nullptr,
       all({rate(Seen::kFrozen, "A", 1, 1), figure("A", "worker_minutes", 30), figure("A", "person_times", 1),
            figure("A", "contacted", 0, Seen::kDecember), figure("A", "person_times", 0, Seen::kDecember),
            figure("A", "worker_minutes", 0, Seen::kDecember)})},
      {"Couple, one visit of 60 min: she is seen, he is in hospital and she vouches",
       [](District& d) {
         v1::Elder& she = d.elder(d.area_a());
         v1::Elder& he = d.elderOf(she.residences(0).household_id());
         setStatus(he, v1::CARE_STATUS_HOSPITALISED, on(11, 8), d.another_worker());
         v1::Visit& visit = d.visit(she, at(11, 12, 9), 60);
         addContact(visit, he, v1::CONTACT_MODE_PROXY, v1::CONTACT_OUTCOME_PROXY_CONFIRMED,
                    d.contact(he, v1::CONTACT_RELATION_SPOUSE).id());
       },
       nullptr,
       all({rate(Seen::kFrozen, "A", 2, 2), figure("A", "person_times", 2), figure("A", "worker_minutes", 60)})},
      {"Pair both log one visit, 10:00 and 10:12, 40 min each",
       [](District& d) {
         v1::Elder& elder = d.elder(d.area_a());
         d.visit(elder, at(11, 12, 10), 40);
         d.visit(elder, at(11, 12, 10, 12), 40).set_worker_ids(0, d.another_worker());
       },
       nullptr,
       all({rate(Seen::kFrozen, "A", 1, 1), figure("A", "person_times", 1), figure("A", "worker_minutes", 80)})},
      {"Unassigned, supervisor phones",
       [](District& d) {
         d.visit(d.elder(d.area_a(), false), at(11, 12, 10), 5, v1::CONTACT_MODE_PHONE,
                 v1::CONTACT_OUTCOME_SPOKE_REMOTE)
             .set_worker_ids(0, d.another_worker());
       },
       nullptr, all({rate(Seen::kFrozen, "A", 1, 1), figure("A", "person_times", 1)})},
      {"Duplicates, one seen, merged 10 Dec",
       [](District& d) {
         d.elder(d.area_a());
         d.visit(d.elder(d.area_a()), at(11, 12, 10));
       },
       [](District& d) { d.elderAdded(1).set_merged_into(d.elderAdded(0).id()); },
       all({rate(Seen::kFrozen, "A", 1, 2), rate(Seen::kRestated, "A", 1, 1)})},
      {"NO_REPLY 9:00, SPOKE_REMOTE 17:00",
       [](District& d) {
         v1::Elder& elder = d.elder(d.area_a());
         d.visit(elder, at(11, 12, 9), 5, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NO_REPLY);
         d.visit(elder, at(11, 12, 17), 5, v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE);
       },
       nullptr,
       all({rate(Seen::kFrozen, "A", 1, 1), figure("A", "person_times", 1), figure("A", "contacted_in_person", 0)})},
      {"Paper visit of the 27th entered 7 Dec", [](District& d) { d.elder(d.area_a()); },
       [](District& d) {
         v1::Visit& visit = d.visit(d.elderAdded(0), at(11, 27, 9), 30);
         visit.set_source(v1::VISIT_SOURCE_PAPER);
         visit.set_precision(v1::PRECISION_DAY);
       },
       all({rate(Seen::kFrozen, "A", 0, 1), rate(Seen::kRestated, "A", 1, 1),
            figure("A", "delivered_minutes_entered", 30, Seen::kRestated),
            figure("A", "delivered_minutes_measured", 0, Seen::kRestated)})},
      {"1,999 of 2,000",
       [](District& d) {
         d.elder(d.area_a());
         for (int index = 0; index < 1999; ++index) {
           d.visit(d.elder(index % 2 == 0 ? d.area_a() : d.area_b()), at(11, 1 + index % 30, 9));
         }
       },
       nullptr, rate(Seen::kFrozen, "", 1999, 2000)},
      {"Meal client without a kind, seen",
       [](District& d) {
         v1::Elder& elder = d.elder(d.area_a());
         elder.clear_kinds();
         elder.clear_tiers();
         d.visit(elder, at(11, 12, 9));
       },
       nullptr, all({rate(Seen::kFrozen, "A", 0, 0), figure("A", "person_times", 1), figure("A", "slots_due", 0)})},
  };
}

std::vector<Row> slotsAndMinutes() {
  return {
      {"Two workers, one 40-min entry",
       [](District& d) {
         v1::ServiceEntry& entry = d.service(d.elder(d.area_a()), v1::SERVICE_KIND_CLEANING, at(11, 12, 9), 40);
         v1::WorkerMinutes& second = *entry.add_workers();
         second.set_worker_id(d.another_worker());
         second.set_minutes(40);
       },
       nullptr, all({figure("A", "worker_minutes", 80), figure("A", "delivered_minutes", 40)})},
      {"Tier C→A on the 11th; seen on the 12th only",
       [](District& d) {
         v1::Elder& elder = d.elder(d.area_a());
         setTier(elder, v1::TIER_A, on(11, 11));
         d.visit(elder, at(11, 12, 9));
       },
       nullptr, all({figure("A", "slots_satisfied", 2), figure("A", "slots_due", 4)})},
      {"45-min errand, no visit",
       [](District& d) { d.service(d.elder(d.area_a()), v1::SERVICE_KIND_ERRAND, at(11, 12, 9), 45); }, nullptr,
       all({figure("A", "worker_minutes", 45), figure("A", "person_times", 0), rate(Seen::kFrozen, "A", 0, 1)})},
      {"20-min haircut inside a 60-min visit",
       [](District& d) {
         v1::Elder& elder = d.elder(d.area_a());
         v1::Visit& visit = d.visit(elder, at(11, 12, 9), 60);
         d.service(elder, v1::SERVICE_KIND_FREE_HAIRCUT, at(11, 12, 9, 15), 20).set_visit_id(visit.id());
       },
       nullptr,
       all({figure("A", "worker_minutes", 60), figure("A", "delivered_minutes", 60),
            figure("A", "delivered_minutes_measured", 40), figure("A", "delivered_minutes_entered", 20)})},
      {"One worker 10:00–11:00 and 10:30–11:30",
       [](District& d) {
         d.visit(d.elder(d.area_a()), at(11, 12, 10), 60);
         d.visit(d.elder(d.area_a()), at(11, 12, 10, 30), 60);
       },
       nullptr, figure("A", "worker_minutes", 90)},
  };
}

std::vector<Row> rows() {
  std::vector<Row> rows = movesAndCare();
  for (const std::vector<Row>& more : {contacts(), slotsAndMinutes()}) {
    rows.insert(rows.end(), more.begin(), more.end());
  }
  return rows;
}

DistrictMonth computed(const Row& row, District& district, Seen seen) {
  row.until_freeze(district);
  if (seen == Seen::kRestated && row.afterwards) {
    row.afterwards(district);
  }
  if (seen == Seen::kDecember) {
    return districtMonth(district.records(), absl::CivilMonth(2026, 12), absl::CivilDay(2027, 1, 6));
  }
  return districtMonth(district.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
}

std::string areaId(const District& district, const std::string& name) {
  return name == "A" ? district.area_a() : name == "B" ? district.area_b() : district.district();
}

}  // namespace

class WorkedNovember : public QObject {
  Q_OBJECT

 private slots:
  void row_data() {
    QTest::addColumn<int>("index");
    const std::vector<Row> all_rows = rows();
    QCOMPARE(static_cast<int>(all_rows.size()), 21);  // as many as the table has
    for (std::size_t index = 0; index < all_rows.size(); ++index) {
      QTest::newRow(all_rows[index].name) << static_cast<int>(index);
    }
  }

  void row() {
    QFETCH(int, index);
    const Row row = rows()[static_cast<std::size_t>(index)];
    for (const Seen seen : {Seen::kFrozen, Seen::kRestated, Seen::kDecember}) {
      District district;
      const DistrictMonth month = computed(row, district, seen);
      for (const Expected& expected : row.expected) {
        if (expected.seen != seen) {
          continue;
        }
        const auto figures = month.summed.find(areaId(district, expected.area));
        const std::int64_t value = figures == month.summed.end() ? 0 : valueOf(figures->second, expected.figure);
        QVERIFY2(value == expected.value,
                 qPrintable(QStringLiteral("%1 in %2: %3, expected %4")
                                .arg(QString::fromStdString(expected.figure), QString::fromStdString(expected.area))
                                .arg(value)
                                .arg(expected.value)));
      }
    }
  }

  void overlapIsFlagged() {
    District district;
    v1::Elder& elder = district.elder(district.area_a());
    district.visit(elder, at(11, 12, 10), 60);
    const std::string later = district.visit(elder, at(11, 12, 10, 30), 60).id();
    const DistrictMonth month =
        districtMonth(district.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
    QCOMPARE(month.worker_minutes.size(), std::size_t{2});
    QVERIFY(!month.worker_minutes[0].overlaps());
    QVERIFY(month.worker_minutes[1].overlaps());
    QVERIFY(month.worker_minutes[1].subject_id() == later);
    QCOMPARE(month.worker_minutes[1].minutes(), 30U);
  }

  void nearlyAllIsNotAll() {
    District district;
    const std::vector<Row> all_rows = rows();
    const auto row = std::find_if(all_rows.begin(), all_rows.end(),
                                  [](const Row& candidate) { return std::string("1,999 of 2,000") == candidate.name; });
    const v1::Figures figures = computed(*row, district, Seen::kFrozen).summed[district.district()];
    QCOMPARE(QString::fromStdString(percentText(figures.contacted(), figures.denominator())), QStringLiteral("99.9 %"));
  }

  // The reason stands in the exit of the row "Died 12th": who left is not forgotten.
  void exitKeepsReasonAndLastContact() {
    District district;
    v1::Elder& elder = district.elder(district.area_a());
    district.visit(elder, at(11, 5, 9));
    setStatus(elder, v1::CARE_STATUS_DECEASED, on(11, 12));
    const DistrictMonth month =
        districtMonth(district.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
    const v1::ElderMonth& fact = month.elder_months.front();
    QCOMPARE(fact.exit_reason(), v1::EXIT_REASON_DECEASED);
    QVERIFY(fact.exit_contacted());
    QCOMPARE(fact.last_contact_on().day(), 5);
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::WorkedNovember)
#include "test_worked_november.moc"
