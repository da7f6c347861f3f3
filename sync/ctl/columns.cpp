#include "sync/ctl/columns.h"

#include "sync/ctl/failure.h"
#include "sync/ctl/text.h"

namespace doorstep::ctl {

namespace {

constexpr auto kAreas = std::to_array<Column>({
    {"code", "区域代码", "代码,编码,area code", true},
    {"parent_code", "上级代码", "上级编码,上级区域代码,parent", true},
    {"kind", "级别", "类别,区域级别,type", true},
    {"name", "名称", "区域名称,area name", true},
});

constexpr auto kWorkers = std::to_array<Column>({
    {"staff_number", "工号", "编号,staff no", true},
    {"name", "姓名", "", true},
    {"roles", "角色", "role", true},
    {"area_codes", "负责区域", "区域代码,areas", false},
    {"occupation", "身份", "人员类别", false},
    {"phone", "电话", "手机,手机号,联系电话,telephone", false},
    {"supervisor_staff_number", "督导工号", "督导,supervisor", false},
});

constexpr auto kRoster = std::to_array<Column>({
    {"file_number", "档案号", "档案编号,file no", true},
    {"household_number", "户号", "户编号,household", false},
    {"name", "姓名", "老人姓名", true},
    {"gender", "性别", "sex", false},
    {"id_number", "身份证号", "身份证,身份证号码,公民身份号码,identity number", false},
    {"birth_year", "出生年", "出生年份,year of birth", false},
    {"area_code", "区域代码", "网格代码,社区代码,area", true},
    {"building", "楼栋", "楼号", false},
    {"unit", "单元", "单元号", false},
    {"dwelling", "房号", "房屋,门牌,door", false},
    {"address", "地址", "住址,详细地址", false},
    {"kinds", "老人类别", "类别,对象类别,人员类别", true},
    {"tier", "分级", "等级,层级", true},
    {"status", "状态", "", false},
    {"status_from_on", "状态起始日", "状态日期,status from", false},
    {"care_from_on", "纳入日期", "建档日期,care from", true},
    {"phone", "电话", "手机,手机号,联系电话,telephone", false},
    {"language", "语言", "方言", false},
    {"hearing", "听力", "", false},
    {"how_to_approach", "沟通要点", "敲门要点,approach", false},
    {"safety_note", "安全提示", "safety", false},
    {"family", "家属", "联系人,紧急联系人,family contacts", false},
    {"contacts", "此前探访", "探访记录,earlier contacts", false},
});

constexpr auto kAssignments = std::to_array<Column>({
    {"staff_number", "工号", "探访人员工号,staff no", true},
    {"household_number", "户号", "户编号,household", true},
    {"from_on", "起始日", "开始日期,from", true},
    {"until_on", "截止日", "结束日期,until", false},
});

constexpr auto kDuty = std::to_array<Column>({
    {"area_code", "区域代码", "area", true},
    {"duty_kind", "值守类别", "类别,岗位,kind", true},
    {"name", "名称", "姓名,单位", true},
    {"phone", "电话", "手机,手机号,联系电话,telephone", true},
    {"weekdays", "星期", "周几,值守日,days", false},
    {"hours", "时段", "时间,值守时间,time", false},
    {"from_on", "起始日", "开始日期,from", false},
    {"until_on", "截止日", "结束日期,until", false},
});

constexpr auto kFacilities = std::to_array<Column>({
    {"code", "设施编号", "编号,代码,编码", true},
    {"facility_kind", "设施类别", "类别,类型,kind,type", true},
    {"name", "名称", "设施名称", true},
    {"area_code", "区域代码", "area", true},
    {"verified_on", "核验日期", "现场核验日期,验收日期,verified", false},
    {"signed_on", "挂牌日期", "signed", false},
    {"closed_on", "关闭日期", "停用日期,closed", false},
});

constexpr auto kTargets = std::to_array<Column>({
    {"indicator", "指标", "", true},
    {"area_code", "区域代码", "area", true},
    {"from_on", "起始日", "开始日期,from", true},
    {"until_on", "截止日", "结束日期,until", true},
    {"value", "目标值", "目标,数值,target", true},
    {"document", "依据文件", "文件,依据,source", false},
    {"programme_code", "项目代码", "项目,programme", false},
});

constexpr auto kProgrammes = std::to_array<Column>({
    {"code", "项目代码", "代码,编号,编码", true},
    {"name", "项目名称", "名称", true},
    {"contractor_code", "承接机构代码", "机构代码", false},
    {"contractor_name", "承接机构", "承接机构名称,机构名称,contractor", false},
    {"from_on", "起始日", "开始日期,from", true},
    {"until_on", "截止日", "结束日期,until", false},
});

constexpr auto kPaperVisits = std::to_array<Column>({
    {"file_number", "档案号", "档案编号,file no", true},
    {"staff_number", "工号", "探访人员工号,staff no", true},
    {"on", "日期", "探访日期,date", true},
    {"start", "开始时间", "时间,time", false},
    {"minutes", "分钟", "时长,分钟数,duration", false},
    {"mode", "方式", "探访方式", true},
    {"outcome", "结果", "探访结果", true},
    {"programme_code", "项目代码", "项目,programme", false},
    {"late_reason", "补录原因", "逾期原因,why late", false},
});

std::string normalised(std::string_view heading) {
  std::string text(trimmed(heading));
  for (const std::string_view ignored : {"_", "-", " ", "\u3000"}) {
    text = replaceAll(std::move(text), ignored, "");
  }
  return text;
}

bool names(const Column& column, std::string_view heading) {
  const std::string wanted = normalised(heading);
  if (sameIgnoringCase(wanted, normalised(column.name)) || wanted == normalised(column.zh)) {
    return true;
  }
  for (const std::string_view alias : split(column.aliases, ',')) {
    if (!alias.empty() && sameIgnoringCase(wanted, normalised(alias))) {
      return true;
    }
  }
  return false;
}

const Column* columnNamed(FileKind kind, std::string_view heading) {
  for (const Column& column : columnsOf(kind)) {
    if (names(column, heading)) {
      return &column;
    }
  }
  return names(kReasonColumn, heading) ? &kReasonColumn : nullptr;
}

}  // namespace

std::span<const Column> columnsOf(FileKind kind) {
  switch (kind) {
    case FileKind::kAreas:
      return kAreas;
    case FileKind::kWorkers:
      return kWorkers;
    case FileKind::kRoster:
      return kRoster;
    case FileKind::kAssignments:
      return kAssignments;
    case FileKind::kDuty:
      return kDuty;
    case FileKind::kFacilities:
      return kFacilities;
    case FileKind::kTargets:
      return kTargets;
    case FileKind::kProgrammes:
      return kProgrammes;
    case FileKind::kPaperVisits:
      return kPaperVisits;
  }
  return {};
}

absl::StatusOr<ColumnMap> ColumnMap::fromHeader(FileKind kind, const std::vector<std::string>& header) {
  ColumnMap map;
  map.width_ = header.size();
  for (std::size_t index = 0; index < header.size(); ++index) {
    const Column* column = columnNamed(kind, header[index]);
    if (column == nullptr) {
      map.unknown_.push_back(header[index]);
      continue;
    }
    if (map.indexOf(column->name).has_value()) {
      return failure(Failure::kColumnTwice, {header[index]});
    }
    map.places_.emplace_back(column->name, index);
  }
  for (const Column& column : columnsOf(kind)) {
    if (column.required && !map.indexOf(column.name).has_value()) {
      return failure(Failure::kColumnMissing, {std::string(column.zh) + " / " + std::string(column.name)});
    }
  }
  return map;
}

std::optional<std::size_t> ColumnMap::indexOf(std::string_view column) const {
  for (const auto& [name, index] : places_) {
    if (name == column) {
      return index;
    }
  }
  return std::nullopt;
}

}  // namespace doorstep::ctl
