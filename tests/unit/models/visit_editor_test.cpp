// What a person can do to a visit before it is saved.

#include <QMetaEnum>
#include <QTest>

#include "app/models/visit_editor.h"
#include "app/store/default_checklist.h"
#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/outside/identifier.h"
#include "tests/ui/fakes/sample_district.h"

using namespace doorstep;
using models::VisitEditor;
using models::care_enums::Met;

namespace {

std::function<std::string()> counting() {
  return [next = 5000]() mutable { return tests::sampleId(next++); };
}

store::ElderFile fileOf(int row, bool with_answers = true) {
  const store::ElderRow elder = tests::sampleElders()[static_cast<std::size_t>(row)];
  store::ElderFile file = tests::sampleFile(elder);
  if (with_answers) {
    v1::Answer mood;
    mood.set_item_code("mood");
    mood.set_option_code("lonely");
    file.last_answers.push_back(mood);
  }
  return file;
}

VisitEditor begun(store::ElderFile file) {
  VisitEditor editor(std::move(file), store::defaultChecklist(), tests::sampleSession({v1::ROLE_VISITOR}), counting());
  editor.begin(tests::sampleNow());
  return editor;
}

VisitEditor ended(absl::Duration after) {
  VisitEditor editor = begun(fileOf(2));
  editor.setMet(editor.elders().front().id(), Met::InPerson);
  editor.finish(tests::sampleNow() + after);
  return editor;
}

bool hasProblem(const std::vector<v1::Problem>& problems, v1::ProblemCode code, const std::string& field) {
  return std::any_of(problems.begin(), problems.end(), [&](const v1::Problem& problem) {
    return problem.code() == code && problem.field().rfind(field, 0) == 0;
  });
}

}  // namespace

class VisitEditorTest : public QObject {
  Q_OBJECT

 private slots:
  void everyAnswerIsAValidPair_data() {
    QTest::addColumn<int>("met");
    const QMetaEnum answers = QMetaEnum::fromType<Met>();
    for (int at = 0; at < answers.keyCount(); ++at) {
      if (answers.value(at) != static_cast<int>(Met::NotAnswered))
        QTest::newRow(answers.key(at)) << answers.value(at);
    }
  }

  void everyAnswerIsAValidPair() {
    QFETCH(int, met);
    const auto answer = static_cast<Met>(met);
    const models::ModeAndOutcome meaning = models::modeAndOutcome(answer);
    QVERIFY(care::isValidPair(meaning.mode, meaning.outcome));
    QVERIFY(models::metOf(meaning.mode, meaning.outcome, answer == Met::AtTheDoor) == answer);
  }

  void talkingThroughTheDoorIsRemembered() {
    VisitEditor editor = begun(fileOf(2));
    const std::string elder = editor.elders().front().id();
    editor.setMet(elder, Met::AtTheDoor);
    store::ElderFile file = fileOf(2);
    file.draft = editor.draft();
    QVERIFY(begun(file).met(elder) == Met::AtTheDoor);
    editor.setMet(elder, Met::InPerson);
    QVERIFY(editor.met(elder) == Met::InPerson);
  }

  void asLastTimeTakesTheLastAnswers() {
    VisitEditor editor = begun(fileOf(2));
    const std::string elder = editor.elders().front().id();
    editor.asLastTime();
    QVERIFY(editor.answer(elder, "mood").empty());  // nobody was met yet
    editor.setMet(elder, Met::InPerson);
    editor.asLastTime();
    QCOMPARE(editor.answer(elder, "mood"), std::string("lonely"));
    QVERIFY(editor.isAsLastTime());
    editor.setAnswer(elder, "mood", "calm");
    QVERIFY(!editor.isAsLastTime());
  }

  void anUnansweredDoorHasNoAnswers() {
    VisitEditor editor = begun(fileOf(2));
    const std::string elder = editor.elders().front().id();
    editor.setMet(elder, Met::InPerson);
    editor.asUsual();
    QVERIFY(editor.draft().visit().answers_size() > 0);
    editor.setMet(elder, Met::NoReply);
    QCOMPARE(editor.draft().visit().answers_size(), 0);
    QCOMPARE(editor.draft().visit().contacts_size(), 1);
    editor.setMet(elder, Met::NotAnswered);
    QCOMPARE(editor.draft().visit().contacts_size(), 0);
  }

  void aCoupleIsAnsweredForOneByOne() {
    VisitEditor editor = begun(fileOf(3, false));
    QCOMPARE(editor.elders().size(), std::size_t{2});
    const std::string she = editor.elders()[0].id();
    const std::string he = editor.elders()[1].id();
    editor.setMet(she, Met::InPerson);
    editor.setMet(he, Met::ByPhone);
    editor.setAnswer(she, "mood", "calm");
    editor.setAnswer(he, "mood", "low");
    QCOMPARE(editor.answer(she, "mood"), std::string("calm"));
    QCOMPARE(editor.answer(he, "mood"), std::string("low"));
    QCOMPARE(editor.draft().visit().contacts_size(), 2);
    editor.setMet(he, Met::NoReply);
    QCOMPARE(editor.answer(she, "mood"), std::string("calm"));
    QVERIFY(editor.answer(he, "mood").empty());
  }

  void servicesAreOfThisVisit() {
    VisitEditor editor = begun(fileOf(2));
    editor.setMinutes(v1::SERVICE_KIND_ERRAND, 20, tests::sampleNow());
    editor.setMinutes(v1::SERVICE_KIND_ERRAND, 35, tests::sampleNow());
    editor.setMinutes(v1::SERVICE_KIND_MEAL, 10, tests::sampleNow());
    editor.setMinutes(v1::SERVICE_KIND_MEAL, 0, tests::sampleNow());
    const v1::VisitDraft draft = editor.complete();
    QCOMPARE(draft.services_size(), 1);
    QCOMPARE(editor.minutesOf(v1::SERVICE_KIND_ERRAND), 35);
    QCOMPARE(draft.services(0).visit_id(), draft.visit().id());
    QCOMPARE(draft.services(0).started_at().seconds(), draft.visit().started_at().seconds());
  }

  void breaksAreTakenOff() {
    VisitEditor editor = begun(fileOf(2));
    editor.pause(tests::sampleNow() + absl::Minutes(10));
    QVERIFY(editor.paused());
    editor.resume(tests::sampleNow() + absl::Minutes(25));
    editor.pause(tests::sampleNow() + absl::Minutes(30));
    editor.finish(tests::sampleNow() + absl::Minutes(40));
    QVERIFY(!editor.paused());
    QCOMPARE(editor.minutesLasted(), 15);
  }

  void aDraftGoesOn() {
    VisitEditor first = begun(fileOf(2));
    first.setNote("half a word");
    first.addRisk(first.elders().front().id(), v1::RISK_KIND_FALL, v1::RISK_LEVEL_ORANGE, "", "", tests::sampleNow());
    store::ElderFile file = fileOf(2);
    file.draft = first.draft();
    VisitEditor second = begun(file);
    QCOMPARE(second.draft().visit().id(), first.draft().visit().id());
    QCOMPARE(second.draft().visit().note(), std::string("half a word"));
    QCOMPARE(second.draft().risks_size(), 1);
    second.removeRisk(second.draft().risks(0).id());
    QCOMPARE(second.draft().risks_size(), 0);
  }

  void aUsualVisitHasNoProblems() {
    QCOMPARE(ended(absl::Minutes(30)).problems(tests::sampleNow()).size(), std::size_t{0});
  }

  void problemsSayTheirPlace_data() {
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("ends before it starts") << -5 << int{v1::PROBLEM_CODE_ENDS_BEFORE_START} << "visit.ended_at";
    QTest::newRow("lasts thirty hours") << 30 * 60 << int{v1::PROBLEM_CODE_LASTS_TOO_LONG} << "visit.ended_at";
  }

  void problemsSayTheirPlace() {
    QFETCH(int, minutes);
    QFETCH(int, code);
    QFETCH(QString, field);
    VisitEditor editor = ended(absl::Minutes(minutes));
    const absl::Time now = tests::sampleNow() + absl::Minutes(minutes);
    QVERIFY(hasProblem(editor.problems(now), static_cast<v1::ProblemCode>(code), field.toStdString()));
    QCOMPARE(editor.draft().visit().source(), v1::VISIT_SOURCE_TABLET);
    editor.setLasted(30);
    QCOMPARE(editor.problems(now).size(), std::size_t{0});
    QCOMPARE(editor.draft().visit().source(), v1::VISIT_SOURCE_DESK);  // entered, no longer measured
  }

  void aDateOf1970IsImplausible() {
    VisitEditor editor(fileOf(2), store::defaultChecklist(), tests::sampleSession({v1::ROLE_VISITOR}), counting());
    const absl::Time then = absl::UnixEpoch() + absl::Hours(3);
    editor.begin(then);
    editor.setMet(editor.elders().front().id(), Met::InPerson);
    editor.finish(then + absl::Minutes(20));
    QVERIFY(hasProblem(editor.problems(then), v1::PROBLEM_CODE_DATE_IMPLAUSIBLE, "visit.started_at"));
  }

  void aVisitWithoutAnAnswerIsNotDone() {
    VisitEditor editor = begun(fileOf(2));
    editor.finish(tests::sampleNow() + absl::Minutes(5));
    QVERIFY(hasProblem(editor.problems(tests::sampleNow()), v1::PROBLEM_CODE_MISSING, "visit.contacts"));
  }

  void onlyAConfirmedAbsenceLetsSomebodyVouch() {
    store::ElderFile file = fileOf(2);
    v1::StatusSpan* away = file.elder.add_statuses();
    away->set_status(v1::CARE_STATUS_HOSPITALISED);
    *away->mutable_from_on() = care::toDate(tests::kSampleDay - 3);
    const std::string elder = file.elder.id();
    QVERIFY(!begun(file).proxyPossible(elder, tests::kSampleDay));
    away->set_confirmed_by(tests::sampleId(801));
    VisitEditor editor = begun(file);
    QVERIFY(editor.proxyPossible(elder, tests::kSampleDay));
    editor.setProxy(elder, file.contacts.front().id());
    QCOMPARE(editor.draft().visit().contacts(0).proxy_contact_id(), file.contacts.front().id());
    QCOMPARE(int{editor.draft().visit().contacts(0).mode()}, int{v1::CONTACT_MODE_PROXY});
  }
};

QTEST_GUILESS_MAIN(VisitEditorTest)
#include "visit_editor_test.moc"
