#pragma once

#include <QTest>
#include <string>
#include <utility>
#include <vector>

// What users of field systems suffer from, a file a story (README.md), all in one program: `test_scenario <story>`
// tells one of them, with the options of QtTest behind it.
namespace doorstep::tests {

struct Story {
  std::string name;                    // of its file, without "_test.cpp"
  int (*tell)(int argc, char** argv);  // all its slots; gives how many failed
};

// Those that the program holds. Filled before main() begins.
std::vector<Story>& stories();

// A file's story takes its place among them.
template <typename Test>
class Tells {
 public:
  explicit Tells(std::string name) {
    stories().push_back({std::move(name), [](int argc, char** argv) {
                           Test test;
                           return QTest::qExec(&test, argc, argv);
                         }});
  }
};

}  // namespace doorstep::tests
