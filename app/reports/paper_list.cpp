#include "app/reports/paper_list.h"

#include "app/reports/inks.h"
#include "app/reports/sheet.h"
#include "app/reports/words.h"

namespace doorstep::reports {
namespace {

constexpr int kFormHeight = 228;
constexpr int kNumberWidth = 120;
constexpr int kRight = 700;  // the blanks

QString dueText(const PaperForm& form) {
  if (!form.due)
    return {};
  if (form.days_left < 0)
    return QStringLiteral("超期 %1 天").arg(-form.days_left);
  return form.days_left == 0 ? QStringLiteral("今天到期") : QStringLiteral("还剩 %1 天").arg(form.days_left);
}

// "孙玉珍 (a) FM-12 · 周国强 (b) FM-13"
QString peopleText(const PaperForm& form) {
  QStringList people;
  for (std::size_t at = 0; at < form.people.size(); ++at) {
    QString person = text(form.people[at].name);
    if (form.people.size() > 1)
      person += QStringLiteral("（%1）").arg(QChar('a' + static_cast<int>(at)));
    people << person;
  }
  return people.join(QStringLiteral(" · "));
}

QString fileNumbers(const PaperForm& form) {
  QStringList numbers;
  for (const PaperPerson& person : form.people)
    numbers << text(person.file_number);
  return numbers.join(QStringLiteral(" · "));
}

class FormPainter {
 public:
  FormPainter(QPainter& painter, const QRectF& place) : painter_(painter), place_(place) {}

  void draw(const PaperForm& form) {
    painter_.setPen(QPen(kLine, 2));
    painter_.drawLine(place_.topLeft(), place_.topRight());
    write(60, true, QString::number(form.number), QRectF(place_.left(), place_.top() + 24, kNumberWidth, 80), kInk);
    const qreal left = place_.left() + kNumberWidth;
    const qreal width = place_.width() - kNumberWidth - kRight - 30;
    const QString due = dueText(form);
    const QString people = peopleText(form);
    write(lineWidth(38, people) > width ? 30 : 38, true, people, QRectF(left, place_.top() + 16, width, 52), kInk);
    const QString where = QStringList{text(form.area), text(form.door)}.join(QLatin1Char(' '));
    // A long address takes two lines: who does not find the door cannot visit.
    const qreal second = lineWidth(30, where) > width ? 36 : 0;
    wrapped(30, where, QRectF(left, place_.top() + 70 - second / 3, width, 44 + second));
    write(30, false,
          QStringLiteral("电话 %1　档案 %2")
              .arg(form.phone.empty() ? QStringLiteral("—") : text(form.phone), fileNumbers(form)),
          QRectF(left, place_.top() + 114 + second * 0.66, width, 44), kInk);
    write(30, !form.safety_note.empty(),
          form.safety_note.empty() ? due : due + QStringLiteral("　注意：") + text(form.safety_note),
          QRectF(left, place_.top() + 158 + second * 0.66, width, 44), form.safety_note.empty() ? kQuiet : kInk);
    blanks();
  }

 private:
  void write(int height, bool strong, const QString& words, const QRectF& box, const QColor& ink) {
    painter_.setFont(Sheet::font(height, strong));
    painter_.setPen(ink);
    const QFontMetricsF metrics(painter_.font(), painter_.device());
    painter_.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(words, Qt::ElideRight, box.width()));
  }

  qreal lineWidth(int height, const QString& words) const {
    return QFontMetricsF(Sheet::font(height), painter_.device()).horizontalAdvance(words);
  }

  void wrapped(int height, const QString& words, const QRectF& box) {
    painter_.setFont(Sheet::font(height));
    painter_.setPen(kInk);
    painter_.drawText(box, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | static_cast<int>(Qt::TextWordWrap),
                      words);
  }

  void blanks() {
    const qreal left = place_.right() - kRight;
    const QStringList labels{QStringLiteral("月 / 日"), QStringLiteral("结果 1–6"), QStringLiteral("分钟")};
    constexpr qreal kBox = 220;
    for (int at = 0; at < labels.size(); ++at) {
      const QRectF box(left + at * (kBox + 20), place_.top() + 56, kBox, 74);
      write(26, false, labels[at], QRectF(box.left(), place_.top() + 16, kBox, 36), kQuiet);
      painter_.setPen(QPen(kQuiet, 2));
      painter_.drawRect(box);
    }
    write(26, false, QStringLiteral("备注"), QRectF(left, place_.top() + 158, 80, 40), kQuiet);
    painter_.setPen(QPen(kQuiet, 2));
    painter_.drawLine(QPointF(left + 80, place_.top() + 196), QPointF(place_.right(), place_.top() + 196));
  }

  QPainter& painter_;
  QRectF place_;
};

}  // namespace

absl::Status writePaperList(const PaperListHead& head, const std::vector<PaperForm>& forms, const std::string& path) {
  const QString day = dayText(head.on);
  const QString who = head.worker_name.empty() ? QStringLiteral("探访人员：____________")
                                               : QStringLiteral("探访人员：%1").arg(text(head.worker_name));
  return writePdf(
      path, QStringLiteral("走访清单"),
      QStringLiteral("遇到危险先打 120 / 110 / 119，再告诉督导。本清单请随身保管，录入后交回销毁。"),
      [&](Sheet& sheet) {
        sheet.title(QStringLiteral("%1走访清单").arg(text(head.district_name)),
                    QStringLiteral("%1 · %2 · 共 %3 户").arg(day, who).arg(forms.size()));
        sheet.quiet(QStringLiteral(
            "结果填号：1 见到本人　2 见到，谢绝走访　3 电话联系上　4 电话中谢绝　5 无人应答　6 未见到，但确认平安。"
            "两人同住只见到一位时，在备注写 a 或 b。"));
        sheet.space(10);
        for (const PaperForm& form : forms) {
          sheet.block(kFormHeight,
                      [&form](QPainter& painter, const QRectF& place) { FormPainter(painter, place).draw(form); });
        }
      });
}

std::string paperListFileName(absl::CivilDay on) {
  return "走访清单-" + absl::FormatCivilTime(on) + ".pdf";
}

}  // namespace doorstep::reports
