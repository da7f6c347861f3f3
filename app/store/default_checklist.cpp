#include "app/store/default_checklist.h"

#include <vector>

#include "doorstep/v1/risk.pb.h"

namespace doorstep::store {
namespace {

struct Option {
  const char* code;
  const char* zh;
  const char* en;
  v1::RiskKind risk = v1::RISK_KIND_UNSPECIFIED;  // offered when chosen
};

struct Item {
  const char* code;
  const char* zh;
  const char* en;
  std::vector<Option> options;  // the usual one first
};

struct Phrase {
  const char* zh;
  const char* en;
};

const std::vector<Item>& items() {
  static const std::vector<Item> all{
      {"mood",
       "情绪",
       "Mood",
       {{"calm", "平稳", "Calm"},
        {"cheerful", "开朗", "Cheerful"},
        {"lonely", "孤单", "Lonely"},
        {"low", "低落", "Low", v1::RISK_KIND_MOOD_SELF_HARM},
        {"confused", "糊涂、认错人", "Confused", v1::RISK_KIND_COGNITION_WANDERING}}},
      {"body",
       "身体",
       "Health",
       {{"as_usual", "和平时一样", "As usual"},
        {"unwell", "有些不舒服", "Unwell"},
        {"fell", "摔倒过", "Has fallen", v1::RISK_KIND_FALL},
        {"ill", "明显变差", "Clearly worse", v1::RISK_KIND_ACUTE_ILLNESS}}},
      {"appetite",
       "饮食",
       "Eating",
       {{"good", "正常", "Normal"},
        {"less", "吃得少", "Eats less"},
        {"no_food", "没有热饭或断粮", "No warm meal or no food", v1::RISK_KIND_NUTRITION}}},
      {"sleep",
       "睡眠",
       "Sleep",
       {{"good", "正常", "Normal"}, {"poor", "睡不好", "Poor"}, {"hardly", "整夜难眠", "Hardly sleeps"}}},
      {"medication",
       "用药",
       "Medication",
       {{"on_time", "按时服药", "Taken on time"},
        {"none", "不用药", "None needed"},
        {"irregular", "漏服或多服", "Missed or doubled", v1::RISK_KIND_MEDICATION},
        {"run_out", "快用完或已断药", "Running out", v1::RISK_KIND_MEDICATION}}},
      {"gas_electricity_fire",
       "燃气、用电、用火",
       "Gas, electricity, fire",
       {{"safe", "安全", "Safe"},
        {"old_wiring", "电线老化或乱接", "Old or loose wiring", v1::RISK_KIND_GAS_ELECTRICITY_FIRE},
        {"gas", "燃气隐患", "Gas hazard", v1::RISK_KIND_GAS_ELECTRICITY_FIRE},
        {"clutter", "杂物堆放、用火不当", "Clutter or open fire", v1::RISK_KIND_GAS_ELECTRICITY_FIRE}}},
      {"water_heating",
       "用水、取暖",
       "Water and heating",
       {{"fine", "正常", "Normal"},
        {"cold", "屋里冷", "Cold rooms", v1::RISK_KIND_HOUSING},
        {"no_water", "停水或漏水", "No water or a leak", v1::RISK_KIND_HOUSING}}},
      {"hygiene",
       "个人卫生",
       "Hygiene",
       {{"clean", "整洁", "Clean"},
        {"some_help", "需要帮一把", "Needs a hand"},
        {"neglected", "长期无人打理", "Neglected", v1::RISK_KIND_SELF_NEGLECT}}},
      {"living_conditions",
       "居住环境",
       "Living conditions",
       {{"fine", "良好", "Good"},
        {"slippery", "地滑、有绊脚物", "Slippery or tripping hazards", v1::RISK_KIND_FALL},
        {"damaged", "房屋破损", "House damaged", v1::RISK_KIND_HOUSING}}},
      {"money",
       "经济",
       "Money",
       {{"enough", "够用", "Enough"},
        {"tight", "手头紧", "Tight"},
        {"in_need", "生活困难", "In need", v1::RISK_KIND_FINANCIAL},
        {"strange_calls", "有人推销、诈骗电话", "Suspicious calls or sales", v1::RISK_KIND_SUSPECTED_FRAUD}}},
      {"family_support",
       "家人照应",
       "Family support",
       {{"regular", "常来往", "Regular"},
        {"seldom", "很少来往", "Seldom"},
        {"nobody", "无人照应", "Nobody", v1::RISK_KIND_SUPPORT_MISSING},
        {"mistreated", "疑似受虐待", "Seems mistreated", v1::RISK_KIND_SUSPECTED_ABUSE}}},
      {"needs",
       "需求",
       "Needs",
       {{"none", "暂无", "None now"},
        {"meal", "助餐", "Meals"},
        {"cleaning", "助洁", "Cleaning"},
        {"medical", "就医陪同", "Company to the doctor"},
        {"repair", "维修", "Repairs"},
        {"company", "陪伴", "Company"},
        {"policy", "政策咨询", "Advice on entitlements"}}}};
  return all;
}

constexpr Phrase kPhrases[] = {
    {"一切正常。", "All is well."},
    {"聊了家常，精神不错。", "Chatted; in good spirits."},
    {"提醒按时服药。", "Reminded to take medicine on time."},
    {"提醒关好燃气和电器。", "Reminded to switch off gas and appliances."},
    {"提醒防滑防跌倒。", "Reminded to take care not to slip."},
    {"提醒天冷添衣、注意取暖安全。", "Reminded to keep warm, and to heat safely."},
    {"提醒不要轻信陌生来电。", "Reminded not to trust unknown callers."},
    {"讲解了相关政策。", "Explained entitlements."},
    {"已与家属通电话。", "Rang the family."},
    {"代买了日用品。", "Bought daily goods for them."},
    {"希望下次同一时间来访。", "Would like the next visit at the same time."},
    {"需要社区协助维修。", "Needs the community's help with a repair."},
};

void set(v1::LocalText& text, const char* zh, const char* en) {
  text.set_zh(zh);
  text.set_en(en);
}

v1::ChecklistTemplate make() {
  v1::ChecklistTemplate checklist;
  checklist.set_code(std::string(kObservationChecklist));
  checklist.set_version(1);
  set(*checklist.mutable_title(), "探访观察", "Observations");
  for (const Item& item : items()) {
    v1::ChecklistItem& made = *checklist.add_items();
    made.set_code(item.code);
    set(*made.mutable_label(), item.zh, item.en);
    for (const Option& option : item.options) {
      v1::ChecklistOption& choice = *made.add_options();
      choice.set_code(option.code);
      set(*choice.mutable_label(), option.zh, option.en);
      choice.set_suggests_risk(option.risk != v1::RISK_KIND_UNSPECIFIED);
      choice.set_risk_kind(option.risk);
    }
  }
  for (const Phrase& phrase : kPhrases) {
    set(*checklist.add_phrases(), phrase.zh, phrase.en);
  }
  return checklist;
}

}  // namespace

const v1::ChecklistTemplate& defaultChecklist() {
  static const v1::ChecklistTemplate checklist = make();
  return checklist;
}

}  // namespace doorstep::store
