#include "sync/ctl/demo/notes.h"

#include <array>
#include <string_view>

#include "sync/ctl/demo/seeded_random.h"

namespace doorstep::ctl::demo {

namespace {

constexpr auto kApproach = std::to_array<std::string_view>({
    "先打电话再上门，怕陌生人",
    "由楼长介绍过，提楼长就开门",
    "上午去，午后要睡觉",
    "喜欢聊年轻时在厂里的事",
    "不要提儿子，会难过",
    "门铃坏了，敲窗",
    "爱干净，进门换鞋套",
    "曾被推销骗过，先出示工作证",
    "养花，先夸花再说事",
    "女志愿者去更方便",
    "说话慢一点，别着急",
});

constexpr auto kHearing = std::to_array<std::string_view>({
    "左耳背，请大声",
    "右耳背，坐在左边说",
    "两耳都背，写字交流",
    "戴助听器，电话里听不清",
});

constexpr auto kSafety = std::to_array<std::string_view>({
    "院里有狗，先叫人",
    "楼道灯坏，台阶陡",
    "门口有冰，小心滑",
});

constexpr int kHearingBornBefore = 1952;

void add(v1::ElderRow& elder, v1::ContactRelation relation, std::string name, MadeUpNumbers& numbers) {
  v1::FamilyRow& family = *elder.add_family();
  family.set_name(std::move(name));
  family.set_relation(relation);
  family.set_phone(numbers.phone());
}

}  // namespace

void giveNotes(v1::ElderRow& elder, outside::Random& random) {
  if (chance(random, 35)) {
    elder.set_language(chance(random, 4) ? "朝鲜语" : "东北话");
  }
  if (elder.birth_year() < kHearingBornBefore && chance(random, 22)) {
    elder.set_hearing(std::string(oneOf(random, kHearing)));
  }
  if (chance(random, 18)) {
    elder.set_how_to_approach(std::string(oneOf(random, kApproach)));
  }
  if (chance(random, 3)) {
    elder.set_safety_note(std::string(oneOf(random, kSafety)));
  }
}

void giveApproach(v1::ElderRow& elder, outside::Random& random) {
  if (elder.how_to_approach().empty()) {
    elder.set_how_to_approach(std::string(oneOf(random, kApproach)));
  }
}

void giveFamily(v1::ElderRow& elder, const std::string& own_surname, outside::Random& random, MadeUpNumbers& numbers) {
  if (chance(random, 78)) {
    const v1::Gender gender = chance(random, 50) ? v1::GENDER_FEMALE : v1::GENDER_MALE;
    const std::string family = elder.gender() == v1::GENDER_MALE ? own_surname : surname(random);
    add(elder, v1::CONTACT_RELATION_CHILD, family + givenName(random, gender, elder.birth_year() + 26), numbers);
  }
  if (chance(random, 25)) {
    const v1::Gender gender = chance(random, 60) ? v1::GENDER_FEMALE : v1::GENDER_MALE;
    const std::string family = surname(random);
    add(elder, v1::CONTACT_RELATION_NEIGHBOUR, family + givenName(random, gender, 1958), numbers);
  }
}

}  // namespace doorstep::ctl::demo
