#include "sync/ctl/evening_text.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"
#include "sync/ctl/coverage_standing.h"
#include "sync/ctl/evening_words.h"
#include "sync/ctl/figures_json.h"
#include "sync/ctl/refused_rows.h"
#include "sync/ctl/table.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

std::string timeText(const google::protobuf::Timestamp& at) {
  return absl::FormatTime("%Y-%m-%d %H:%M", care::toTime(at), care::districtZone());
}

class Writer {
 public:
  Writer(const v1::EndOfDay& day, Language language) : day_(day), language_(language) {}

  std::string text() {
    heading();
    sums();
    devices();
    parked();
    figures();
    openMatters();
    targets();
    return text_;
  }

 private:
  std::string pick(std::string_view zh, std::string_view en) const {
    return std::string(language_ == Language::kChinese ? zh : en);
  }
  template <typename... Parts>
  void line(const Parts&... parts) {
    absl::StrAppend(&text_, parts..., "\n");
  }

  void heading() {
    line(day_.district_name(), pick("（", " ("), day_.district_code(), pick("） ", ") "), dateText(day_.on()),
         pick(" 日终，制表 ", ", end of day, made at "), timeText(day_.made_at()));
    const std::string unheard =
        day_.devices_silent() == 0
            ? pick("。", ".")
            : absl::StrCat(pick("；", "; devices not heard from that day: "), day_.devices_silent(),
                           pick(" 台设备当天没有联系，其上有什么不得而知。", "; what they hold is not known."));
    line(day_.reconciles() ? pick("对账：已对平", "It reconciles") : pick("对账：没有对平", "It does NOT reconcile"),
         unheard);
  }

  void sums() {
    line("  ", changesEquation(day_, language_));
    line("  ", visitsEquation(day_, language_));
    line("  ", pick("仍有未传数据的设备：", "devices that still hold something: "), day_.devices_holding(),
         pick("；当天未联系的设备：", "; devices not heard from that day: "), day_.devices_silent());
    line("  ", pick("待处理的隔离变更：", "changes put aside: "), day_.parked_size(),
         pick("；待处理的冲突：", "; conflicts open: "), day_.conflicts_open());
  }

  std::string standing(const v1::DeviceDay& device) const {
    if (device.revoked()) {
      return device.waiting() > 0
                 ? pick("已吊销，仍有未传：遗失或待交回", "revoked, still holding: lost or to be handed in")
                 : pick("已吊销", "revoked");
    }
    return device.waiting() > 0 ? pick("仍有未传", "still holding") : pick("已传完", "all sent");
  }

  // What both sides counted last: the device's records beside those it should hold.
  std::string counted(const v1::DeviceDay& device) const {
    if (!device.has_compared_at()) {
      return pick("未对数", "not counted");
    }
    const bool same = device.records_held() == device.records_due();
    std::string text = absl::StrCat(device.records_held(), same ? " = " : " ≠ ", device.records_due());
    if (device.records_differing() > 0) {
      absl::StrAppend(&text, pick("，曾改正 ", ", put right: "), device.records_differing());
    }
    return text;
  }

  void devices() {
    if (day_.devices().empty()) {
      line("\n", pick("没有登记的设备。", "No device is enrolled."));
      return;
    }
    Table table({{pick("设备", "device")},
                 {pick("工号", "staff number")},
                 {pick("人员", "worker")},
                 {pick("状态", "state")},
                 {pick("最近联系", "last sync")},
                 {pick("对数", "holds = due")},
                 {pick("仍持有", "still holds"), Alignment::kRight},
                 {pick("收到", "received"), Alignment::kRight},
                 {pick("记入", "applied"), Alignment::kRight},
                 {pick("其中被取代", "superseded"), Alignment::kRight},
                 {pick("隔离", "quarantined"), Alignment::kRight},
                 {pick("探访", "visits"), Alignment::kRight}});
    for (const v1::DeviceDay& device : day_.devices()) {
      table.add({device.device_name(), device.staff_number(), device.worker_name(), standing(device),
                 device.has_last_hello_at() ? timeText(device.last_hello_at()) : pick("从未", "never"), counted(device),
                 absl::StrCat(device.waiting()), absl::StrCat(device.received()), absl::StrCat(device.applied()),
                 absl::StrCat(device.superseded()), absl::StrCat(device.quarantined()),
                 absl::StrCat(device.visits_received())});
    }
    line("\n", pick("设备", "Devices"), "\n", table.text().substr(0, table.text().size() - 1));
  }

  void parked() {
    if (day_.parked().empty()) {
      return;
    }
    line("\n", pick("隔离的变更（数据都在，没有丢失）", "Changes put aside (nothing of them is lost)"));
    for (const v1::ParkedChange& change : day_.parked()) {
      line("  ", timeText(change.received_at()), "  ", change.device_name(), "  ", change.worker_name(), "  ",
           std::string(wordOf(change.kind(), language_)), pick("：", ": "),
           reasonText({change.problems().begin(), change.problems().end()}, language_));
    }
  }

  void figures() {
    v1::GetCoverageReply coverage;
    coverage.mutable_area()->set_area_name(day_.district_name());
    *coverage.mutable_area()->mutable_row() = day_.coverage();
    *coverage.mutable_evaluated_on() = day_.on();
    coverage.set_waiting(static_cast<std::uint64_t>(day_.parked_size()));
    const v1::Figures& now = day_.coverage().figures();
    const std::string frozen = isFrozen(day_.coverage())
                                   ? absl::StrCat(pick("冻结时 ", "frozen "), share(day_.coverage().frozen()),
                                                  pick("，重述后 ", ", restated "))
                                   : std::string();
    line("\n", standingText(coverage, language_));
    line("  ", pick("月探访率 ", "visit rate "), frozen, share(now), pick("，漏访 ", ", missed "),
         now.denominator() - now.contacted());
    line("  ", pick("人次 ", "person-times "), personTimes(now), pick("，服务时长 ", ", hours "),
         care::hoursText(now.delivered_minutes_certified() + now.delivered_minutes_provisional()));
  }

  std::string share(const v1::Figures& figures) const {
    return absl::StrCat(care::percentText(figures.contacted(), figures.denominator()), pick("（", " ("),
                        figures.contacted(), "/", figures.denominator(), pick("）", ")"));
  }

  static std::int64_t personTimes(const v1::Figures& figures) {
    return figures.person_times_in_person() + figures.person_times_phone() + figures.person_times_video() +
           figures.person_times_proxy() + figures.person_times_remote_monitoring();
  }

  void openMatters() {
    line("  ", pick("进行中的无人应答流程 ", "ladders running "), day_.ladders_running(),
         pick("；未结隐患：红 ", "; risks open: red "), day_.risks_open_red(), pick("、橙 ", ", orange "),
         day_.risks_open_orange(), pick("、黄 ", ", yellow "), day_.risks_open_yellow(),
         pick("，其中超时 ", "; overdue "), day_.risks_overdue());
  }

  void targets() {
    if (day_.targets().empty()) {
      line("\n", pick("没有设定目标。", "No target is set."));
      return;
    }
    Table table({{pick("指标", "indicator")},
                 {pick("区域", "area")},
                 {pick("期间", "period")},
                 {pick("完成/目标", "done/target"), Alignment::kRight},
                 {pick("完成率", "share"), Alignment::kRight},
                 {pick("时间进度", "time elapsed"), Alignment::kRight},
                 {pick("依据", "document")}});
    for (const v1::TargetProgress& target : day_.targets()) {
      const v1::Target& set = target.target();
      table.add({std::string(wordOf(set.indicator(), language_)), target.area_name(),
                 absl::StrCat(dateText(set.from_on()), " – ", dateText(set.until_on())), progressText(target),
                 care::percentText(target.verified(), set.value()), perMilleText(target.elapsed_per_mille()),
                 set.document()});
    }
    line("\n", pick("目标", "Targets"), "\n", table.text().substr(0, table.text().size() - 1));
  }

  const v1::EndOfDay& day_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string endOfDayText(const v1::EndOfDay& day, Language language) {
  return Writer(day, language).text();
}

}  // namespace doorstep::ctl
