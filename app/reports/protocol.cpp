#include "app/reports/protocol.h"

#include "app/reports/evening_words.h"
#include "app/reports/sheet.h"
#include "app/reports/words.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"

namespace doorstep::reports {
namespace {

QString yesNo(bool yes) {
  return yes ? QStringLiteral("相符") : QStringLiteral("不符");
}

void addReconciliation(Sheet& sheet, const v1::EndOfDay& evening) {
  sheet.section(QStringLiteral("一、对账"));
  sheet.paragraph(verdict(evening), true);
  sheet.paragraph(reason(evening));
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
                        device.revoked() && device.waiting() > 0 ? last + QStringLiteral("（已停用，遗失或待交回）")
                        : device.revoked()                       ? last + QStringLiteral("（已停用）")
                                                                 : last,
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

void addMonth(Sheet& sheet, const v1::EndOfDay& evening, absl::TimeZone zone) {
  const MonthFigures month = monthFigures(evening, zone);
  sheet.section(month.title);
  for (const QString& note : month.notes)
    sheet.paragraph(note);
  QVector<Sheet::Column> columns{{month.heads.front(), 4}};
  for (int at = 1; at < month.heads.size(); ++at)
    columns.append({month.heads[at], at % 2 == 1 ? 2 : 3, Qt::AlignRight});
  sheet.table(columns, month.rows);
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
        addMonth(sheet, evening, zone);
        addOpenWork(sheet, evening);
        addTargets(sheet, evening);
        addSignatures(sheet);
      });
}

std::string protocolFileName(const v1::EndOfDay& evening) {
  return "日终记录-" + evening.district_code() + "-" + dateText(evening.on()).toStdString() + ".pdf";
}

}  // namespace doorstep::reports
