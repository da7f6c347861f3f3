#include "sync/ctl/demo/people.h"

#include <array>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "sync/care/validation.h"
#include "sync/ctl/demo/seeded_random.h"

namespace doorstep::ctl::demo {

namespace {

struct Surname {
  std::string_view name;
  int weight;
};

constexpr auto kSurnames = std::to_array<Surname>({
    {"王", 95}, {"张", 92}, {"李", 88}, {"刘", 75}, {"赵", 38}, {"孙", 35}, {"陈", 30}, {"杨", 24}, {"徐", 22},
    {"于", 22}, {"高", 20}, {"周", 16}, {"马", 16}, {"吴", 15}, {"宋", 14}, {"姜", 14}, {"郭", 13}, {"金", 12},
    {"崔", 11}, {"韩", 10}, {"董", 10}, {"朱", 10}, {"冯", 9},  {"许", 9},  {"关", 8},  {"何", 8},  {"丁", 8},
    {"魏", 6},  {"谢", 6},  {"付", 6},  {"曲", 6},  {"齐", 5},  {"姚", 5},  {"薛", 4},  {"尹", 4},  {"邵", 4},
    {"迟", 3},  {"佟", 3},  {"曾", 3},  {"尚", 3},  {"栾", 3},  {"单", 2},  {"那", 2},  {"仇", 1},  {"欧阳", 1},
});

using Syllables = std::string_view;  // one Chinese character is three bytes of UTF-8

constexpr Syllables kWomenFirst = "桂淑玉秀凤素春雅亚丽艳金月翠彩惠爱文兰";
constexpr Syllables kWomenSecond = "兰珍英芝芳琴华荣云梅霞芬香清贤娟杰敏艳";
constexpr Syllables kWomenSingle = "敏杰艳红丽玲静华萍";
constexpr Syllables kMenFirst = "德国振永福凤文玉长宝庆殿志建景世忠成洪延占";
constexpr Syllables kMenSecond = "海山林富才祥义臣生春发江民明军华有君涛";
constexpr Syllables kMenSingle = "军伟勇强波涛斌刚辉";

constexpr int kSingleNamesFrom = 1950;

std::string_view syllable(outside::Random& random, Syllables from) {
  constexpr std::size_t kBytes = 3;
  return from.substr(kBytes * random.below(from.size() / kBytes), kBytes);
}

}  // namespace

std::string surname(outside::Random& random) {
  std::array<int, kSurnames.size()> weights = {};
  for (std::size_t index = 0; index < kSurnames.size(); ++index) {
    weights[index] = kSurnames[index].weight;
  }
  return std::string(kSurnames[weighted(random, weights)].name);
}

std::string givenName(outside::Random& random, v1::Gender gender, int birth_year) {
  const bool woman = gender == v1::GENDER_FEMALE;
  if (birth_year >= kSingleNamesFrom && chance(random, 20)) {
    return std::string(syllable(random, woman ? kWomenSingle : kMenSingle));
  }
  const std::string_view first = syllable(random, woman ? kWomenFirst : kMenFirst);
  std::string_view second = syllable(random, woman ? kWomenSecond : kMenSecond);
  while (second == first) {
    second = syllable(random, woman ? kWomenSecond : kMenSecond);
  }
  return std::string(first) + std::string(second);
}

std::string MadeUpNumbers::idNumber(const std::string& area_code, v1::Gender gender, int birth_year) {
  static constexpr std::string_view kCheckDigits = "0123456789X";
  for (;;) {
    const int month = between(random_, 1, 12);
    const int day = between(random_, 1, 28);
    const int running = (gender == v1::GENDER_MALE ? 997 : 996) + 2 * static_cast<int>(random_.below(2));
    const std::string digits = absl::StrFormat("%s%04d%02d%02d%03d", area_code, birth_year, month, day, running);
    if (!given_.insert(digits).second) {
      continue;
    }
    for (const char check : kCheckDigits) {
      if (care::isIdentityNumber(digits + check)) {
        return digits + check;
      }
    }
  }
}

std::string MadeUpNumbers::phone() {
  std::string number;
  do {
    number = absl::StrFormat("154%08d", random_.below(100'000'000));
  } while (!given_.insert(number).second);
  return number;
}

}  // namespace doorstep::ctl::demo
