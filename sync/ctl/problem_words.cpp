#include "sync/ctl/problem_words.h"

#include <array>
#include <vector>

#include "sync/ctl/failure.h"
#include "sync/ctl/field_words.h"
#include "sync/ctl/text.h"

namespace doorstep::ctl {

namespace {

struct CodeWords {
  v1::ProblemCode code;
  std::string_view field;  // empty: any field
  Wording words;           // [..{0}..] only with that detail
};

// A row for a certain field stands before the row for any field.
constexpr auto kCodes = std::to_array<CodeWords>({
    {v1::PROBLEM_CODE_MISSING, "kinds", {"至少填写一个类别", "at least one kind is needed"}},
    {v1::PROBLEM_CODE_MISSING, "roles", {"至少填写一个角色", "at least one role is needed"}},
    {v1::PROBLEM_CODE_MISSING,
     "area_codes",
     {"没有填写，而且还没有设置任何一个区的规则", "is empty, and no district has rules yet"}},
    {v1::PROBLEM_CODE_MISSING, "", {"没有填写", "is empty"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "row",
     {"这一行的列数与表头不同[：应为 {0} 列，实为 {1} 列]",
      "the row does not have as many fields as the header[: {0} expected, {1} found]"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "encoding",
     {"这一行不是 {0} 编码[，而是 {1}；未导入行文件中已转换]",
      "this row is not in {0}[ but in {1}; the file of refused rows has it converted]"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "bytes",
     {"“{0}”列的内容不是 {1} 编码", "what stands in the column “{0}” is not in {1}"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "weekdays",
     {"应写作 1-5、周一至周五、周末或每天", "is written 1-5, Mon-Fri, weekend or every day"}},
    {v1::PROBLEM_CODE_MALFORMED, "hours", {"应写作 08:00-18:00 或全天", "is written 08:00-18:00 or all day"}},
    {v1::PROBLEM_CODE_MALFORMED, "start", {"应写作 09:30", "is written 09:30"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "duty_kind",
     {"应为督导、社区、医院或派出所", "takes supervisor, community, hospital or police"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "facility_kind",
     {"应为助餐点、养老机构、日间照料或医疗机构", "takes meal point, care home, day care or medical"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "indicator",
     {"应为助餐设施、探访人次或服务时长", "takes meal points, person-times or service hours"}},
    {v1::PROBLEM_CODE_MALFORMED, "value", {"应为大于 0 的整数", "takes a whole number above 0"}},
    {v1::PROBLEM_CODE_MALFORMED, "hours_value", {"应写明单位：10437小时或90分钟", "needs its unit: 10437h or 90min"}},
    {v1::PROBLEM_CODE_MALFORMED, "on", {"不是日期，应写作 2026-03-01", "is no date; write 2026-03-01"}},
    {v1::PROBLEM_CODE_MALFORMED, "verified_on", {"不是日期，应写作 2026-03-01", "is no date; write 2026-03-01"}},
    {v1::PROBLEM_CODE_MALFORMED, "signed_on", {"不是日期，应写作 2026-03-01", "is no date; write 2026-03-01"}},
    {v1::PROBLEM_CODE_MALFORMED, "closed_on", {"不是日期，应写作 2026-03-01", "is no date; write 2026-03-01"}},
    {v1::PROBLEM_CODE_MALFORMED, "care_from_on", {"不是日期，应写作 2026-03-01", "is no date; write 2026-03-01"}},
    {v1::PROBLEM_CODE_MALFORMED, "status_from_on", {"不是日期，应写作 2026-03-01", "is no date; write 2026-03-01"}},
    {v1::PROBLEM_CODE_MALFORMED, "from_on", {"不是日期，应写作 2026-03-01", "is no date; write 2026-03-01"}},
    {v1::PROBLEM_CODE_MALFORMED, "until_on", {"不是日期，应写作 2026-03-01", "is no date; write 2026-03-01"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "kind",
     {"不是区域级别：省、市、区县、街道、社区、网格",
      "is no kind of area: province, city, district, subdistrict, community, grid"}},
    {v1::PROBLEM_CODE_MALFORMED, "kinds", {"有不认识的类别", "names a kind that is not known"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "roles",
     {"有不认识的角色：探访人员、督导、区民政局",
      "names a role that is not known: visitor, supervisor, district staff"}},
    {v1::PROBLEM_CODE_MALFORMED, "tier", {"应为 A、B 或 C", "takes A, B or C"}},
    {v1::PROBLEM_CODE_MALFORMED, "gender", {"应为男或女", "takes male or female"}},
    {v1::PROBLEM_CODE_MALFORMED, "id_number", {"不是 18 位身份证号", "is not an ID number of 18 characters"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "family",
     {"每人写作“姓名|关系|电话”，以分号隔开", "each is written name|relation|phone, separated by semicolons"}},
    {v1::PROBLEM_CODE_MALFORMED,
     "contacts",
     {"每次写作“日期|方式|结果|工号|分钟”，以分号隔开",
      "each is written date|mode|outcome|staff number|minutes, separated by semicolons"}},
    {v1::PROBLEM_CODE_MALFORMED, "", {"无法识别", "cannot be read"}},
    {v1::PROBLEM_CODE_TOO_LONG, "", {"太长[，最多 {0} 个字]", "is too long[; at most {0} characters]"}},
    {v1::PROBLEM_CODE_OUT_OF_RANGE, "", {"超出允许范围[ {0}]", "is out of range[ {0}]"}},
    {v1::PROBLEM_CODE_ENDS_BEFORE_START, "", {"结束早于开始", "ends before it starts"}},
    {v1::PROBLEM_CODE_LASTS_TOO_LONG, "", {"时间太长[，最多 {0} 分钟]", "lasts too long[; at most {0} minutes]"}},
    {v1::PROBLEM_CODE_DATE_IMPLAUSIBLE,
     "",
     {"日期不可信（早于 2000 年或在将来）", "is not a plausible date (before 2000 or in the future)"}},
    {v1::PROBLEM_CODE_OUTCOME_MODE_MISMATCH, "", {"这个结果与探访方式不相符", "the outcome does not go with the mode"}},
    {v1::PROBLEM_CODE_PROXY_NOT_ALLOWED,
     "",
     {"只有在已确认的外出或住院期间才能代为确认", "a proxy counts only during a confirmed absence or hospital stay"}},
    {v1::PROBLEM_CODE_TRANSITION_NOT_ALLOWED,
     "",
     {"不允许这样改变状态[（{0} → {1}）]", "the state cannot change like this[ ({0} → {1})]"}},
    {v1::PROBLEM_CODE_OWN_FLAG,
     "",
     {"上报人不能自己销号红色或橙色隐患", "the reporter cannot close an own red or orange flag"}},
    {v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "staff_number", {"没有这个工号", "no worker has this staff number"}},
    {v1::PROBLEM_CODE_UNKNOWN_REFERENCE,
     "supervisor_staff_number",
     {"没有这个督导的工号", "no supervisor has this staff number"}},
    {v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "file_number", {"没有这个档案号", "no elder has this file number"}},
    {v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "programme_code", {"没有这个项目代码", "no programme has this code"}},
    {v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "household_number", {"没有这个户号", "no household has this number"}},
    {v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "", {"所指的记录不存在[：{0}]", "names a record that does not exist[: {0}]"}},
    {v1::PROBLEM_CODE_UNKNOWN_AREA,
     "",
     {"没有这个区域代码[（{0}）]，或所在区尚未设置规则",
      "no area has this code[ ({0})], or its district has no rules yet"}},
    {v1::PROBLEM_CODE_ORPHAN,
     "",
     {"上级区域既不在文件中也不在系统中[：{0}]", "the area above is neither in the file nor known[: {0}]"}},
    {v1::PROBLEM_CODE_CIRCLE, "", {"上级关系绕成了圈", "its chain of areas above comes back to itself"}},
    {v1::PROBLEM_CODE_DUPLICATE, "", {"重复出现[，另见第 {0} 行]", "stands twice[; see also line {0}]"}},
    {v1::PROBLEM_CODE_DUPLICATE_IDENTITY,
     "",
     {"同一身份证号已属于另一位老人[，见第 {0} 行]", "this ID number belongs to another elder[; see line {0}]"}},
    {v1::PROBLEM_CODE_CHECKSUM, "", {"校验码不对，请核对号码", "the check digit is wrong; compare the number"}},
    {v1::PROBLEM_CODE_NOT_PERMITTED, "", {"没有权限", "is not permitted"}},
    {v1::PROBLEM_CODE_OUT_OF_SCOPE, "", {"这一户不在其负责范围内", "the household is not this worker's"}},
    {v1::PROBLEM_CODE_NOT_EDITABLE, "", {"这类记录不能修改", "records of this kind are never edited"}},
    {v1::PROBLEM_CODE_CHAIN_BROKEN, "", {"与上一条变更衔接不上", "does not follow from the change before it"}},
    {v1::PROBLEM_CODE_UNKNOWN_KIND,
     "",
     {"这种记录不认识，请更新程序", "is of a kind that is not known; update the program"}},
    {v1::PROBLEM_CODE_ALREADY_EXISTS, "", {"这个编号已被另一条记录使用", "another record bears this id"}},
    {v1::PROBLEM_CODE_DEVICE_ONLY_SERVICE,
     "",
     {"这种记录只能由服务端产生", "only the service makes records of this kind"}},
    {v1::PROBLEM_CODE_TOO_LATE,
     "",
     {"补录太晚[，超过 {0} 天]；请写明补录原因", "is entered too late[, more than {0} days after]; give the reason"}},
    {v1::PROBLEM_CODE_SOURCE_MISSING, "", {"需要写明消息来源", "needs its source: who says so"}},
    {v1::PROBLEM_CODE_LADDER_ENDED, "", {"这位老人已经确认平安", "the elder is already accounted for"}},
    {v1::PROBLEM_CODE_WAITS_FOR_PARENT, "", {"它所属的记录还在待查", "what it belongs to was put aside"}},
    {v1::PROBLEM_CODE_TIME_UNCERTAIN, "", {"设备时间不可信，日期待确认", "the device's clock cannot be trusted"}},
    {v1::PROBLEM_CODE_DEVICE_REVOKED, "", {"由已停用的设备交来，待核对", "handed in by a revoked device"}},
    {v1::PROBLEM_CODE_ALREADY_SETTLED, "", {"已经有人处理过", "somebody has settled it before"}},
    {v1::PROBLEM_CODE_CHANGED_SINCE, "", {"内容已有变化", "it has changed since"}},
    {v1::PROBLEM_CODE_UNSPECIFIED, "", {"有问题，但没有说明原因", "is wrong, for a reason that was not given"}},
});

// "contacts[1].outcome": column "contacts", item "1", part "outcome"; only a column where no list is.
struct Place {
  std::string_view column;
  std::string_view item;
  std::string_view part;
};

Place placeOf(std::string_view field) {
  const std::size_t open = field.find('[');
  const std::size_t close = field.find(']', open);
  if (open == std::string_view::npos || close == std::string_view::npos) {
    return {field, {}, {}};
  }
  const std::string_view part = field.substr(close + 1);
  return {field.substr(0, open), field.substr(open + 1, close - open - 1), part.empty() ? part : part.substr(1)};
}

const CodeWords* wordsFor(v1::ProblemCode code, std::string_view field) {
  for (const CodeWords& row : kCodes) {
    if (row.code == code && (row.field.empty() || row.field == field)) {
      return &row;
    }
  }
  return nullptr;
}

}  // namespace

std::string fieldName(std::string_view field, Language language) {
  const Place place = placeOf(field);
  std::string name = columnName(place.column, language);
  if (const auto item = integerFrom(place.item)) {
    const std::string number = std::to_string(*item + 1);
    name += language == Language::kChinese ? concat({"第 ", number, " 项"}) : concat({" ", number});
  }
  if (!place.part.empty()) {
    name += concat({language == Language::kChinese ? "的" : ", ", columnName(place.part, language)});
  }
  return name;
}

std::string problemText(const v1::Problem& problem, Language language) {
  const Place place = placeOf(problem.field());
  const CodeWords* words = wordsFor(problem.code(), place.part.empty() ? place.column : place.part);
  if (words == nullptr) {
    words = wordsFor(v1::PROBLEM_CODE_UNSPECIFIED, "");
  }
  return filledIn(words->words.in(language), {problem.details().begin(), problem.details().end()});
}

std::string problemSentence(const v1::Problem& problem, Language language) {
  if (problem.field().empty()) {
    return problemText(problem, language);
  }
  const bool chinese = language == Language::kChinese;
  return concat({fieldName(problem.field(), language), chinese ? "：" : ": ", problemText(problem, language)});
}

bool hasWords(v1::ProblemCode code) {
  const CodeWords* words = wordsFor(code, "");
  return words != nullptr && !words->words.zh.empty() && !words->words.en.empty();
}

}  // namespace doorstep::ctl
