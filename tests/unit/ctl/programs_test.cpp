#include <QtTest>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include <unistd.h>

#include "sync/ctl/demo/programs.h"
#include "sync/ctl/failure.h"

using namespace doorstep::ctl;
using demo::Invocation;
using demo::Program;
using demo::runProgram;

namespace {

constexpr char kSelf[] = "test_unit_ctl_programs";
constexpr absl::Duration kPatience = absl::Seconds(20);

// What this program does when it is started as another one.
int playPart(const std::string& part) {
  if (part == "says") {
    std::cout << "one\ntwo " << std::getenv("DOORSTEP_TEST_PART") << "\n";
    return 0;
  }
  if (part == "fails") {
    std::cout << "before\n";
    return 9;
  }
  if (part == "waits" || part == "stays") {
    if (part == "stays") {
      std::signal(SIGTERM, SIG_IGN);
    }
    std::cout << "ready" << std::endl;
    for (;;) {
      ::pause();
    }
  }
  return 0;
}

Invocation part(const std::string& name) {
  return {kSelf, {"play", name}, {{"DOORSTEP_TEST_PART", "three"}}};
}

}  // namespace

class ProgramsTest : public QObject {
  Q_OBJECT

 private slots:
  void whatAProgramSaysIsReadInLines() {
    const auto program = Program::start(part("says"));
    QVERIFY(program.ok());
    QCOMPARE((*program)->readLine(kPatience).value(), std::string("one"));
    QCOMPARE((*program)->readLine(kPatience).value(), std::string("two three"));
    QCOMPARE(failureOf((*program)->readLine(kPatience).status()), std::optional(Failure::kProgramSilent));
  }

  void allOutputIsGivenAtTheEnd() { QCOMPARE(runProgram(part("says")).value(), std::string("one\ntwo three\n")); }

  void aFailingProgramIsTold() {
    const auto output = runProgram(part("fails"));
    QCOMPARE(failureOf(output.status()), std::optional(Failure::kProgramFailed));
    QCOMPARE(argumentsOf(output.status()), (std::vector<std::string>{kSelf, "9"}));
  }

  void aProgramThatDoesNotEndIsStopped() {
    const auto output = runProgram(part("waits"), absl::Milliseconds(50));
    QCOMPARE(failureOf(output.status()), std::optional(Failure::kProgramFailed));
  }

  void aMissingProgramIsTold() {
    QCOMPARE(failureOf(runProgram({"no-such-program", {}, {}}).status()), std::optional(Failure::kProgramMissing));
  }

  void aProgramThatDoesNotEndWellWhenAskedIsTold() {
    const auto program = Program::start(part("waits"));
    QVERIFY(program.ok());
    QCOMPARE((*program)->readLine(kPatience).value(), std::string("ready"));
    const absl::Status stopped = (*program)->stop();
    QCOMPARE(argumentsOf(stopped), (std::vector<std::string>{kSelf, std::to_string(128 + SIGTERM)}));
  }

  void aProgramThatStaysIsKilled() {
    const auto program = Program::start(part("stays"));
    QVERIFY(program.ok());
    QCOMPARE((*program)->readLine(kPatience).value(), std::string("ready"));
    const absl::Status stopped = (*program)->stop(absl::Milliseconds(50));
    QCOMPARE(argumentsOf(stopped), (std::vector<std::string>{kSelf, std::to_string(128 + SIGKILL)}));
  }
};

int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "play") {
    return playPart(argv[2]);
  }
  ProgramsTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "programs_test.moc"
