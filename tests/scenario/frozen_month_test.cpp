#include <QTest>
#include <algorithm>

#include "tests/scenario/field.h"
#include "tests/scenario/mishaps.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

constexpr absl::CivilMonth kNovember(2026, 11);

// Elsewhere last month's figures change after they were published, and a restored server has forgotten that they ever
// were. Here a frozen month is neither taken back by a backup from before it, nor frozen anew from what that holds;
// what comes later is seen beside it (architecture decisions 7 and 12).
class FrozenMonthTest : public QObject {
  Q_OBJECT
 private slots:
  void aRestoreUndoesNoFreeze();

 private:
  static bool sync(Field& field, const std::vector<std::string>& who);
  static bool isAsPublished(const v1::CoverageRow& row, const v1::CoverageRow& published);
};

bool FrozenMonthTest::sync(Field& field, const std::vector<std::string>& who) {
  return std::all_of(who.begin(), who.end(),
                     [&](const std::string& one) { return field.tablet(one).syncThrough().trouble == Trouble::kNone; });
}

bool FrozenMonthTest::isAsPublished(const v1::CoverageRow& row, const v1::CoverageRow& published) {
  return !row.provisional() && row.frozen().SerializeAsString() == published.frozen().SerializeAsString() &&
         row.frozen_at().SerializeAsString() == published.frozen_at().SerializeAsString();
}

void FrozenMonthTest::aRestoreUndoesNoFreeze() {
  Field field;
  FieldTablet& li = field.tablet("li");
  FieldTablet& wu = field.tablet("wu");
  FieldTablet& desk = field.tablet("desk");
  std::set<std::string> made = {li.visit(field.elder("shared"), field.household("shared"))};
  QVERIFY(sync(field, {"li", "desk"}));
  const std::string backup = field.folder("taken.backup");
  backUp(field, backup);
  made.insert(li.visit(field.elder("south"), field.household("south")));
  made.insert(wu.visit(field.elder("north"), field.household("north")));
  QVERIFY(sync(field, {"li", "wu", "desk"}));
  QVERIFY(field.coverage(kNovember).area().row().provisional());

  // In December November is frozen.
  field.service().stop();
  field.letPass(absl::Hours(24 * 20));
  field.restartService();
  QVERIFY(sync(field, {"li", "wu", "desk"}));
  const v1::CoverageRow published = field.coverage(kNovember).area().row();
  QVERIFY(!published.provisional() && published.has_frozen_at());
  QCOMPARE(published.frozen().contacted(), std::int64_t{3});
  QCOMPARE(published.figures().contacted(), std::int64_t{3});

  restore(field, backup);
  const v1::CoverageRow restored = field.coverage(kNovember).area().row();
  QVERIFY(isAsPublished(restored, published));
  QCOMPARE(restored.figures().contacted(), std::int64_t{1});  // what the backup holds; the tablets bring the rest
  QVERIFY(sync(field, {"desk", "li", "wu", "desk", "li", "wu"}));
  QCOMPARE(visitsOn(desk), made);
  const v1::CoverageRow restated = field.coverage(kNovember).area().row();
  QVERIFY(isAsPublished(restated, published));
  QCOMPARE(restated.figures().contacted(), std::int64_t{3});
  const auto shown = desk.queries()->coverage({}, kNovember);
  QVERIFY(shown.ok());
  QVERIFY(isAsPublished(shown->area.row, published));
  QCOMPARE(field.quarantined(), std::size_t{0});
  QCOMPARE(field.differencesOfRecount(), std::size_t{0});

  // And whenever the service begins again, nothing is frozen again.
  field.service().stop();
  field.letPass(absl::Hours(48));
  field.restartService();
  QVERIFY(isAsPublished(field.coverage(kNovember).area().row(), published));
}

const Tells<FrozenMonthTest> kFrozenMonth("frozen_month");

}  // namespace
}  // namespace doorstep::tests

#include "frozen_month_test.moc"
