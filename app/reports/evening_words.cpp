#include "app/reports/evening_words.h"

#include "app/reports/words.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"

namespace doorstep::reports {
namespace {

int revokedHolding(const v1::EndOfDay& evening) {
  int holding = 0;
  for (const v1::DeviceDay& device : evening.devices())
    holding += device.revoked() && device.waiting() > 0 ? 1 : 0;
  return holding;
}

QString markOf(const v1::CoverageRow& row) {
  if (row.partial())
    return QStringLiteral("（上线当月，仅部分计入，不定稿）");
  if (row.frozen_sequence() > 0)
    return QStringLiteral("（已定稿）");
  return row.provisional() ? QStringLiteral("（暂行，未定稿）") : QString();
}

QVector<QStringList> rowsOf(const v1::Figures& figures) {
  const std::int64_t person_times = figures.person_times_in_person() + figures.person_times_phone() +
                                    figures.person_times_video() + figures.person_times_proxy() +
                                    figures.person_times_remote_monitoring();
  return {{QStringLiteral("月探访率"), percent(figures.contacted(), figures.denominator()),
           ratio(figures.contacted(), figures.denominator())},
          {QStringLiteral("其中上门"), percent(figures.contacted_in_person(), figures.denominator()),
           ratio(figures.contacted_in_person(), figures.denominator())},
          {QStringLiteral("仅代为确认"), percent(figures.proxy_only(), figures.contacted()),
           ratio(figures.proxy_only(), figures.contacted())},
          {QStringLiteral("仅谢绝"), count(figures.refused_only()), {}},
          {QStringLiteral("探访人次"), count(person_times), {}},
          {QStringLiteral("去重人数"), count(figures.unduplicated_elders()), {}},
          {QStringLiteral("服务时长（小时，已认证 / 暂计）"),
           text(care::hoursText(figures.delivered_minutes_certified() + figures.delivered_minutes_provisional())),
           text(care::hoursText(figures.delivered_minutes_certified())) + QStringLiteral(" / ") +
               text(care::hoursText(figures.delivered_minutes_provisional()))}};
}

}  // namespace

QString verdict(const v1::EndOfDay& evening) {
  const QString said =
      QStringLiteral("对平：%1").arg(evening.reconciles() ? QStringLiteral("是") : QStringLiteral("否"));
  return evening.devices_silent() == 0
             ? said
             : said + QStringLiteral("；%1 台设备当日没有联系，其上有什么不得而知").arg(evening.devices_silent());
}

QString reason(const v1::EndOfDay& evening) {
  if (evening.reconciles())
    return QStringLiteral("账实相符：当日收到 %1 条 = 已记入 %2 条，%3没有遗留。")
        .arg(evening.received())
        .arg(evening.applied())
        .arg(evening.devices_silent() > 0 ? QStringLiteral("联系过的设备上") : QString());
  QStringList reasons;
  if (evening.received() != evening.applied() + evening.quarantined())
    reasons << QStringLiteral("收到数与处理数不等");
  if (evening.visits_received() != evening.visits_standing() + evening.visits_quarantined())
    reasons << QStringLiteral("探访收到数与在册数不等");
  if (evening.devices_holding() > 0)
    reasons << QStringLiteral("%1 台设备上还有未上传的内容").arg(evening.devices_holding());
  if (const int revoked = revokedHolding(evening); revoked > 0)
    reasons << QStringLiteral("其中 %1 台已停用：遗失或待交回").arg(revoked);
  if (evening.parked_size() > 0)
    reasons << QStringLiteral("%1 条变更待人处理").arg(evening.parked_size());
  return QStringLiteral("尚未对平：当日收到 %1 条 = 已记入 %2 条 + 待处理 %3 条。原因：%4。")
      .arg(evening.received())
      .arg(evening.applied())
      .arg(evening.quarantined())
      .arg(reasons.isEmpty() ? QStringLiteral("见下表") : reasons.join(QStringLiteral("；")));
}

MonthFigures monthFigures(const v1::EndOfDay& evening, absl::TimeZone zone) {
  const v1::CoverageRow& row = evening.coverage();
  MonthFigures month;
  month.title = QStringLiteral("四、%1年%2月探访%3").arg(row.month().year()).arg(row.month().month()).arg(markOf(row));
  month.heads = {QStringLiteral("指标"), QStringLiteral("数值"), QStringLiteral("分子 / 分母")};
  month.rows = rowsOf(row.figures());
  if (row.frozen_sequence() > 0) {
    month.notes << QStringLiteral("定稿日：%1。定稿数不变；此后补报、更正的结果列于“更正后”。")
                       .arg(dayText(care::dayOf(row.frozen_at(), zone)));
    month.heads = {QStringLiteral("指标"), QStringLiteral("定稿"), QStringLiteral("分子 / 分母"),
                   QStringLiteral("更正后"), QStringLiteral("分子 / 分母")};
    const QVector<QStringList> restated = month.rows;
    month.rows = rowsOf(row.frozen());
    for (int at = 0; at < month.rows.size(); ++at)
      month.rows[at] += restated[at].mid(1);
  }
  if (evening.parked_size() > 0)
    month.notes << QStringLiteral("另有 %1 条变更待处理，未计入。").arg(evening.parked_size());
  return month;
}

}  // namespace doorstep::reports
