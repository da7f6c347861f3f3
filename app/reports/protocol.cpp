#include "app/reports/protocol.h"

#include "app/reports/sheet.h"
#include "app/reports/words.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"

namespace doorstep::reports {
namespace {

QString yesNo(bool yes) {
  return yes ? QStringLiteral("相符") : QStringLiteral("不符");
}

QString sentence(const v1::EndOfDay& evening) {
  QStringList reasons;
  if (evening.received() != evening.applied() + evening.quarantined())
    reasons << QStringLiteral("收到数与处理数不等");
  if (evening.visits_received() != evening.visits_standing() + evening.visits_quarantined())
    reasons << QStringLiteral("探访收到数与在册数不等");
  if (evening.devices_holding() > 0)
    reasons << QStringLiteral("%1 台设备上还有未上传的内容").arg(evening.devices_holding());
  if (evening.parked_size() > 0)
    reasons << QStringLiteral("%1 条变更待人处理").arg(evening.parked_size());
  if (evening.reconciles())
    return QStringLiteral("账实相符：当日收到 %1 条 = 已记入 %2 条，没有遗留。")
        .arg(evening.received())
        .arg(evening.applied());
  return QStringLiteral("尚未对平：当日收到 %1 条 = 已记入 %2 条 + 待处理 %3 条。原因：%4。")
      .arg(evening.received())
      .arg(evening.applied())
      .arg(evening.quarantined())
      .arg(reasons.isEmpty() ? QStringLiteral("见下表") : reasons.join(QStringLiteral("；")));
}

void addReconciliation(Sheet& sheet, const v1::EndOfDay& evening) {
  sheet.section(QStringLiteral("一、对账"));
  sheet.paragraph(QStringLiteral("对平：%1").arg(evening.reconciles() ? QStringLiteral("是") : QStringLiteral("否")),
                  true);
  sheet.paragraph(sentence(evening));
  const bool changes_meet = evening.received() == evening.applied() + evening.quarantined();
  const bool visits_meet = evening.visits_received() == evening.visits_standing() + evening.visits_quarantined();
  sheet.table({{QStringLiteral("项目"), 3},
               {QStringLiteral("当日收到"), 2, Qt::AlignRight},
               {QStringLiteral("已记入"), 2, Qt::AlignRight},
               {QStringLiteral("待处理"), 2, Qt::AlignRight},
               {QStringLiteral("收到 = 记入 + 待处理"), 3, Qt::AlignRight}},
              {{QStringLiteral("全部变更"), count(evening.received()), count(evening.applied()),
                count(evening.quarantined()), yesNo(changes_meet)},
               {QStringLiteral("其中探访"), count(evening.visits_received()), count(evening.visits_standing()),
                count(evening.visits_quarantined()), yesNo(visits_meet)}});
}

void addDevices(Sheet& sheet, const v1::EndOfDay& evening, absl::TimeZone zone) {
  sheet.section(QStringLiteral("二、设备（%1 台，其中 %2 台当日未联系）")
                    .arg(evening.devices_size())
                    .arg(evening.devices_silent()));
  QVector<QStringList> rows;
  for (const v1::DeviceDay& device : evening.devices()) {
    const QString last =
        device.has_last_hello_at() ? timeText(care::toTime(device.last_hello_at()), zone) : QStringLiteral("从未");
    rows << QStringList{text(device.device_name()),
                        text(device.worker_name()),
                        device.revoked() ? last + QStringLiteral("（已停用）") : last,
                        count(device.received()),
                        count(device.visits_received()),
                        count(device.quarantined()),
                        count(device.waiting())};
  }
  sheet.table({{QStringLiteral("设备"), 4},
               {QStringLiteral("人员"), 3},
               {QStringLiteral("最近联系"), 4},
               {QStringLiteral("收到"), 2, Qt::AlignRight},
               {QStringLiteral("探访"), 2, Qt::AlignRight},
               {QStringLiteral("待处理"), 2, Qt::AlignRight},
               {QStringLiteral("设备上尚存"), 3, Qt::AlignRight}},
              rows);
}

void addParked(Sheet& sheet, const v1::EndOfDay& evening, absl::TimeZone zone, const ProblemWords& words) {
  sheet.section(QStringLiteral("三、待处理的变更（%1 条）").arg(evening.parked_size()));
  if (evening.parked().empty()) {
    sheet.paragraph(QStringLiteral("没有。"));
    return;
  }
  QVector<QStringList> rows;
  for (const v1::ParkedChange& change : evening.parked()) {
    QStringList reasons;
    for (const v1::Problem& problem : change.problems())
      reasons << text(words(problem));
    rows << QStringList{text(change.device_name()), text(change.worker_name()), kindText(change.kind()),
                        timeText(care::toTime(change.received_at()), zone), reasons.join(QStringLiteral("；"))};
  }
  sheet.table({{QStringLiteral("设备"), 3},
               {QStringLiteral("人员"), 2},
               {QStringLiteral("内容"), 2},
               {QStringLiteral("收到"), 3},
               {QStringLiteral("原因"), 6}},
              rows);
}

void addMonth(Sheet& sheet, const v1::EndOfDay& evening) {
  const v1::CoverageRow& row = evening.coverage();
  const v1::Figures& figures = row.figures();
  QString mark;
  if (row.partial())
    mark = QStringLiteral("（上线当月，仅部分计入，不定稿）");
  else if (row.provisional())
    mark = QStringLiteral("（暂行，未定稿）");
  sheet.section(QStringLiteral("四、%1年%2月探访%3").arg(row.month().year()).arg(row.month().month()).arg(mark));
  const std::int64_t person_times = figures.person_times_in_person() + figures.person_times_phone() +
                                    figures.person_times_video() + figures.person_times_proxy() +
                                    figures.person_times_remote_monitoring();
  sheet.table({{QStringLiteral("指标"), 4},
               {QStringLiteral("数值"), 2, Qt::AlignRight},
               {QStringLiteral("分子 / 分母"), 4, Qt::AlignRight}},
              {{QStringLiteral("月探访率"), percent(figures.contacted(), figures.denominator()),
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
                    text(care::hoursText(figures.delivered_minutes_provisional()))}});
}

void addOpenWork(Sheet& sheet, const v1::EndOfDay& evening) {
  sheet.section(QStringLiteral("五、未了事项"));
  sheet.table({{QStringLiteral("无人应答寻访中"), 2, Qt::AlignRight},
               {QStringLiteral("红色风险"), 2, Qt::AlignRight},
               {QStringLiteral("橙色风险"), 2, Qt::AlignRight},
               {QStringLiteral("黄色风险"), 2, Qt::AlignRight},
               {QStringLiteral("其中超时"), 2, Qt::AlignRight},
               {QStringLiteral("两处填写不一样"), 2, Qt::AlignRight}},
              {{count(evening.ladders_running()), count(evening.risks_open_red()), count(evening.risks_open_orange()),
                count(evening.risks_open_yellow()), count(evening.risks_overdue()), count(evening.conflicts_open())}});
}

void addTargets(Sheet& sheet, const v1::EndOfDay& evening) {
  if (evening.targets().empty())
    return;
  sheet.section(QStringLiteral("六、目标进度"));
  QVector<QStringList> rows;
  for (const v1::TargetProgress& progress : evening.targets()) {
    const v1::Target& target = progress.target();
    const bool minutes = target.indicator() == v1::INDICATOR_SERVICE_MINUTES;
    const auto shown = [minutes](std::int64_t value) { return minutes ? text(care::hoursText(value)) : count(value); };
    rows << QStringList{indicatorText(target.indicator()),
                        text(progress.area_name()),
                        dateText(target.from_on()) + QStringLiteral(" 至 ") + dateText(target.until_on()),
                        shown(progress.verified()) + QStringLiteral(" / ") + shown(target.value()),
                        percent(progress.verified(), target.value()),
                        QStringLiteral("%1 %").arg(progress.elapsed_per_mille() / 10.0, 0, 'f', 1)};
  }
  sheet.table({{QStringLiteral("指标"), 4},
               {QStringLiteral("区域"), 3},
               {QStringLiteral("期间"), 5},
               {QStringLiteral("完成 / 目标"), 4, Qt::AlignRight},
               {QStringLiteral("进度"), 2, Qt::AlignRight},
               {QStringLiteral("时间进度"), 2, Qt::AlignRight}},
              rows);
}

void addSignatures(Sheet& sheet) {
  sheet.space(60);
  sheet.block(150, [](QPainter& painter, const QRectF& place) {
    painter.setFont(Sheet::font(35));
    const QStringList who{QStringLiteral("经办人"), QStringLiteral("复核人"), QStringLiteral("日期")};
    const qreal width = place.width() / static_cast<qreal>(who.size());
    for (int at = 0; at < who.size(); ++at) {
      const qreal x = place.left() + width * at;
      painter.drawText(QRectF(x, place.top() + 70, width, 60), Qt::AlignLeft | Qt::AlignTop, who[at]);
      painter.drawLine(QPointF(x + 150, place.top() + 116), QPointF(x + width - 60, place.top() + 116));
    }
  });
}

}  // namespace

absl::Status writeProtocol(const v1::EndOfDay& evening, absl::TimeZone zone, const ProblemWords& words,
                           const std::string& path) {
  const QString name = text(evening.district_name());
  const QString day = dayText(care::civilDay(evening.on()));
  return writePdf(
      path, QStringLiteral("日终记录"), QStringLiteral("日终记录 · %1 · %2").arg(name, day), [&](Sheet& sheet) {
        sheet.title(QStringLiteral("%1日终记录").arg(name),
                    QStringLiteral("%1 · 区划代码 %2 · 生成于 %3 · 服务序号 %4")
                        .arg(day, text(evening.district_code()), timeText(care::toTime(evening.made_at()), zone),
                             count(evening.at().sequence())));
        addReconciliation(sheet, evening);
        addDevices(sheet, evening, zone);
        addParked(sheet, evening, zone, words);
        addMonth(sheet, evening);
        addOpenWork(sheet, evening);
        addTargets(sheet, evening);
        addSignatures(sheet);
      });
}

std::string protocolFileName(const v1::EndOfDay& evening) {
  return "日终记录-" + evening.district_code() + "-" + dateText(evening.on()).toStdString() + ".pdf";
}

}  // namespace doorstep::reports
