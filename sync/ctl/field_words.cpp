#include "sync/ctl/field_words.h"

#include <array>

namespace doorstep::ctl {

namespace {

struct FieldWords {
  std::string_view field;
  Wording words;
};

constexpr auto kFields = std::to_array<FieldWords>({
    {"row", {"整行", "row"}},
    {"code", {"区域代码", "area code"}},
    {"parent_code", {"上级代码", "code of the area above"}},
    {"kind", {"级别", "kind"}},
    {"name", {"姓名或名称", "name"}},
    {"staff_number", {"工号", "staff number"}},
    {"roles", {"角色", "roles"}},
    {"area_codes", {"负责区域", "areas"}},
    {"occupation", {"身份", "occupation"}},
    {"phone", {"电话", "phone"}},
    {"supervisor_staff_number", {"督导工号", "supervisor's staff number"}},
    {"file_number", {"档案号", "file number"}},
    {"household_number", {"户号", "household number"}},
    {"gender", {"性别", "gender"}},
    {"id_number", {"身份证号", "ID number"}},
    {"birth_year", {"出生年", "birth year"}},
    {"area_code", {"区域代码", "area code"}},
    {"building", {"楼栋", "building"}},
    {"unit", {"单元", "unit"}},
    {"dwelling", {"房号", "dwelling"}},
    {"address", {"地址", "address"}},
    {"kinds", {"老人类别", "kinds"}},
    {"tier", {"分级", "tier"}},
    {"status", {"状态", "status"}},
    {"status_from_on", {"状态起始日", "status from"}},
    {"care_from_on", {"纳入日期", "care from"}},
    {"language", {"语言", "language"}},
    {"hearing", {"听力", "hearing"}},
    {"how_to_approach", {"沟通要点", "how to approach"}},
    {"safety_note", {"安全提示", "safety note"}},
    {"family", {"家属", "family"}},
    {"contacts", {"此前探访", "earlier contacts"}},
    {"on", {"日期", "date"}},
    {"mode", {"方式", "mode"}},
    {"outcome", {"结果", "outcome"}},
    {"minutes", {"分钟", "minutes"}},
    {"relation", {"关系", "relation"}},
    {"from_on", {"起始日", "from"}},
    {"until_on", {"截止日", "until"}},
    {"encoding", {"编码", "encoding"}},
    {"bytes", {"编码", "encoding"}},
    {"duty_kind", {"值守类别", "kind of duty"}},
    {"facility_kind", {"设施类别", "kind of facility"}},
    {"weekdays", {"星期", "weekdays"}},
    {"hours", {"时段", "hours"}},
    {"from_minute", {"时段的开始", "start of the hours"}},
    {"until_minute", {"时段的结束", "end of the hours"}},
    {"verified_on", {"核验日期", "verified on"}},
    {"signed_on", {"挂牌日期", "signed on"}},
    {"closed_on", {"关闭日期", "closed on"}},
    {"indicator", {"指标", "indicator"}},
    {"value", {"目标值", "target"}},
    {"hours_value", {"目标值", "target"}},
    {"document", {"依据文件", "document"}},
    {"programme_code", {"项目代码", "programme"}},
    {"contractor_code", {"承接机构代码", "contractor's code"}},
    {"contractor_name", {"承接机构", "contractor"}},
    {"start", {"开始时间", "start"}},
    {"start_minute", {"开始时间", "start"}},
    {"late_reason", {"补录原因", "reason for lateness"}},
});

}  // namespace

std::string columnName(std::string_view column, Language language) {
  for (const FieldWords& row : kFields) {
    if (row.field == column) {
      return std::string(row.words.in(language));
    }
  }
  return std::string(column);
}

}  // namespace doorstep::ctl
