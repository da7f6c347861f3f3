#include "app/models/numbers_model.h"

#include <qrencode.h>

#include <memory>

#include "app/models/ladder_model.h"
#include "app/models/models.h"
#include "app/models/text.h"

namespace doorstep::models {

NumbersModel::NumbersModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::opened, this, &NumbersModel::refresh);
  connect(&desk, &Desk::storeChanged, this, &NumbersModel::refresh);
  connect(&desk, &Desk::closed, this, [this] { duty_.replace({}); });
}

NumbersModel* NumbersModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).numbers;
}

void NumbersModel::refresh() {
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<std::vector<store::DutyNumber>>;
  desk().ask<Answer>(
      this, [now = desk().now()](store::Queries& queries) { return queries.dutyNumbers(now); },
      [this, question](const Answer& found) {
        if (!isLatest(question))
          return;
        if (!found.ok()) {
          setProgress(Progress::Failed, failureOf(found.status()));
          return;
        }
        std::vector<CallNumber> rows;
        for (const store::DutyNumber& duty : *found) {
          CallNumber row{{}, stepOf(duty.kind), text(duty.name), 0, text(duty.phone), {}};
          row.key = QStringLiteral("%1 %2 %3").arg(row.step).arg(row.name, row.phone);
          rows.push_back(std::move(row));
        }
        duty_.replace(std::move(rows));
        setProgress(Progress::Ready);
      });
}

QString NumbersModel::link(const QString& phone) {
  QString digits;
  for (const QChar sign : phone) {
    const bool is_digit = sign >= QLatin1Char('0') && sign <= QLatin1Char('9');
    if (is_digit || (sign == QLatin1Char('+') && digits.isEmpty()))
      digits += sign;
  }
  return digits.isEmpty() ? QString() : QStringLiteral("tel:") + digits;
}

QStringList NumbersModel::code(const QString& words) {
  QStringList rows;
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString(words.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  if (code == nullptr)
    return rows;
  for (int row = 0; row < code->width; ++row) {
    QString cells;
    for (int column = 0; column < code->width; ++column) {
      const bool dark = (code->data[row * code->width + column] & 1U) != 0;
      cells += dark ? QLatin1Char('1') : QLatin1Char('0');
    }
    rows << cells;
  }
  return rows;
}

}  // namespace doorstep::models
