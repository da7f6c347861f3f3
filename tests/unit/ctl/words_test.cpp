#include <QtTest>

#include "sync/ctl/connection.h"
#include "sync/ctl/failure.h"
#include "sync/ctl/language.h"
#include "sync/ctl/problem_words.h"
#include "sync/ctl/table.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

using namespace doorstep::ctl;
namespace v1 = doorstep::v1;

namespace {

bool hasChinese(std::string_view text) {
  const QString characters = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
  return displayWidth(text) > static_cast<std::size_t>(characters.size());
}

v1::Problem problem(v1::ProblemCode code, std::string field, std::vector<std::string> details) {
  v1::Problem made;
  made.set_code(code);
  made.set_field(std::move(field));
  made.mutable_details()->Assign(details.begin(), details.end());
  return made;
}

}  // namespace

class WordsTest : public QObject {
  Q_OBJECT

 private slots:
  void everyProblemHasWords() {
    const auto* codes = v1::ProblemCode_descriptor();
    for (int index = 0; index < codes->value_count(); ++index) {
      const auto code = static_cast<v1::ProblemCode>(codes->value(index)->number());
      QVERIFY2(hasWords(code), codes->value(index)->name().c_str());
      const std::string zh = problemText(problem(code, "", {}), Language::kChinese);
      const std::string en = problemText(problem(code, "", {}), Language::kEnglish);
      QVERIFY2(hasChinese(zh), codes->value(index)->name().c_str());
      QVERIFY2(!en.empty() && !hasChinese(en), codes->value(index)->name().c_str());
      for (const std::string& text : {zh, en}) {
        QVERIFY2(text.find_first_of("[]{}?") == std::string::npos, text.c_str());
      }
    }
  }

  void everyImportFieldHasAName() {
    const google::protobuf::Descriptor* rows[] = {
        v1::AreaRow::descriptor(),       v1::WorkerRow::descriptor(),    v1::ElderRow::descriptor(),
        v1::AssignmentRow::descriptor(), v1::DutyRow::descriptor(),      v1::FacilityRow::descriptor(),
        v1::TargetRow::descriptor(),     v1::ProgrammeRow::descriptor(), v1::PaperVisitRow::descriptor()};
    for (const auto* row : rows) {
      for (int index = 0; index < row->field_count(); ++index) {
        const std::string& name = row->field(index)->name();
        QVERIFY2(hasChinese(fieldName(name, Language::kChinese)), name.c_str());
        QVERIFY2(fieldName(name, Language::kEnglish).find('_') == std::string::npos, name.c_str());
      }
    }
  }

  void problemsAreSentences_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("zh");
    QTest::addColumn<QString>("en");
    QTest::newRow("detail") << int(v1::PROBLEM_CODE_DUPLICATE) << "code"
                            << "7"
                            << "区域代码：重复出现，另见第 7 行"
                            << "area code: stands twice; see also line 7";
    QTest::newRow("no detail") << int(v1::PROBLEM_CODE_DUPLICATE) << "code"
                               << ""
                               << "区域代码：重复出现"
                               << "area code: stands twice";
    QTest::newRow("certain field") << int(v1::PROBLEM_CODE_MALFORMED) << "tier"
                                   << ""
                                   << "分级：应为 A、B 或 C"
                                   << "tier: takes A, B or C";
    QTest::newRow("place in a list") << int(v1::PROBLEM_CODE_OUTCOME_MODE_MISMATCH) << "contacts[1].outcome"
                                     << ""
                                     << "此前探访第 2 项的结果：这个结果与探访方式不相符"
                                     << "earlier contacts 2, outcome: the outcome does not go with the mode";
    QTest::newRow("no field") << int(v1::PROBLEM_CODE_CIRCLE) << ""
                              << ""
                              << "上级关系绕成了圈"
                              << "its chain of areas above comes back to itself";
  }
  void problemsAreSentences() {
    QFETCH(int, code);
    QFETCH(QString, field);
    QFETCH(QString, detail);
    QFETCH(QString, zh);
    QFETCH(QString, en);
    const auto details = detail.isEmpty() ? std::vector<std::string>() : std::vector{detail.toStdString()};
    const v1::Problem made = problem(static_cast<v1::ProblemCode>(code), field.toStdString(), details);
    QCOMPARE(QString::fromStdString(problemSentence(made, Language::kChinese)), zh);
    QCOMPARE(QString::fromStdString(problemSentence(made, Language::kEnglish)), en);
  }

  void everyFailureHasThreePartsInBothLanguages() {
    for (int number = 0; number <= static_cast<int>(kLastFailure); ++number) {
      const auto what = static_cast<Failure>(number);
      const absl::Status status = failure(what, {"one", "two"});
      QCOMPARE(failureOf(status), std::optional(what));
      QVERIFY(exitCodeOf(status) != kExitDone);
      for (const Language language : {Language::kChinese, Language::kEnglish}) {
        const QStringList parts = QString::fromStdString(wordsOf(status, language)).split('\n');
        QCOMPARE(parts.size(), 4);
        for (int part = 0; part < 3; ++part) {
          QVERIFY2(!parts[part].isEmpty(), qPrintable(QString::number(number)));
          QVERIFY2(!parts[part].contains('{') && !parts[part].contains('['), qPrintable(parts[part]));
          QCOMPARE(hasChinese(parts[part].toStdString()), language == Language::kChinese);
        }
      }
      const bool words_of_another = number > 0 && failureWords(what).happened.zh == failureWords(Failure{}).happened.zh;
      QVERIFY2(!words_of_another, qPrintable(QString::number(number)));
    }
  }

  void argumentsStayOutWhenThereAreNone() {
    QCOMPARE(wordsOf(failure(Failure::kUnknownArea), Language::kEnglish).substr(0, 35),
             std::string("The service does not know the area."));
    QCOMPARE(wordsOf(failure(Failure::kUnknownArea, {"99"}), Language::kEnglish).substr(0, 38),
             std::string("The service does not know the area 99."));
  }

  void otherStatusesAreNotHidden() {
    const std::string words = wordsOf(absl::InternalError("disk on fire"), Language::kEnglish);
    QVERIFY(QString::fromStdString(words).contains("INTERNAL"));
    QVERIFY(QString::fromStdString(words).contains("disk on fire"));
    QCOMPARE(exitCodeOf(absl::InternalError("x")), kExitOther);
  }

  void languageFollowsTheLocale_data() {
    QTest::addColumn<QString>("all");
    QTest::addColumn<QString>("messages");
    QTest::addColumn<QString>("lang");
    QTest::addColumn<bool>("english");
    QTest::newRow("nothing set") << ""
                                 << ""
                                 << "" << false;
    QTest::newRow("C") << ""
                       << ""
                       << "C.UTF-8" << false;
    QTest::newRow("LANG") << ""
                          << ""
                          << "en_GB.UTF-8" << true;
    QTest::newRow("LC_ALL wins") << "zh_CN.UTF-8"
                                 << "en_US"
                                 << "en_US" << false;
    QTest::newRow("LC_MESSAGES wins over LANG") << ""
                                                << "en_US"
                                                << "zh_CN" << true;
  }
  void languageFollowsTheLocale() {
    QFETCH(QString, all);
    QFETCH(QString, messages);
    QFETCH(QString, lang);
    QFETCH(bool, english);
    const Language language = languageOf(all.toStdString(), messages.toStdString(), lang.toStdString());
    QCOMPARE(language == Language::kEnglish, english);
  }

  void columnsStayAlignedWithChinese() {
    Table table({{"区域"}, {"rate", Alignment::kRight}, {"备注"}});
    table.add({"泰山街道", "9.1 %", "x"});
    table.add({"a", "100.0 %", "很好"});
    const QStringList lines = QString::fromStdString(table.text()).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    const auto columnOf = [](const QString& line, const QString& part) {
      return displayWidth(line.left(line.indexOf(part)).toStdString());
    };
    QCOMPARE(columnOf(lines[0], "备注"), columnOf(lines[2], "x"));
    QCOMPARE(columnOf(lines[0], "备注"), columnOf(lines[3], "很好"));
    QCOMPARE(columnOf(lines[2], " %"), columnOf(lines[3], " %"));
    QCOMPARE(displayWidth(lines[1].toStdString()), displayWidth(lines[3].toStdString()));
  }

  void widthsAreThoseOfATerminal() {
    QCOMPARE(displayWidth("abc"), std::size_t{3});
    QCOMPARE(displayWidth("丰满区"), std::size_t{6});
    QCOMPARE(displayWidth("（A）"), std::size_t{5});
    QCOMPARE(displayWidth("e\u0301"), std::size_t{1});
  }

  void credentialsAreReadFromOneFile() {
    const std::string own = "-----BEGIN CERTIFICATE-----\nOWN\n-----END CERTIFICATE-----\n";
    const std::string key = "-----BEGIN PRIVATE KEY-----\nKEY\n-----END PRIVATE KEY-----\n";
    const std::string authority = "-----BEGIN CERTIFICATE-----\nCA\n-----END CERTIFICATE-----\n";
    const auto read = credentialsFromPem(own + key + authority, "p");
    QVERIFY(read.ok());
    QCOMPARE(read->certificate, own);
    QCOMPARE(read->key, key);
    QCOMPARE(read->authority, authority);
    for (const std::string& incomplete : {own + key, own + authority, std::string("nonsense"), std::string()}) {
      QCOMPARE(failureOf(credentialsFromPem(incomplete, "p").status()), std::optional(Failure::kCredentialsUnusable));
    }
  }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
