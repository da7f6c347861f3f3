#include "app/shell/problem_on_paper.h"

#include "sync/ctl/problem_words.h"

namespace doorstep::shell {

std::string problemOnPaper(const v1::Problem& problem) {
  return ctl::problemSentence(problem, ctl::Language::kChinese);
}

}  // namespace doorstep::shell
