#include "app/reports/sheet.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QPageSize>
#include <QSaveFile>
#include <algorithm>

#include "app/reports/inks.h"

namespace doorstep::reports {
namespace {

constexpr int kDotsPerInch = 254;  // a dot is a tenth of a millimetre
constexpr int kPageWidth = 2100;
constexpr int kPageHeight = 2970;
constexpr int kMargin = 160;
constexpr int kBottom = 200;
constexpr int kCellPadding = 14;

constexpr int kTitle = 64;
constexpr int kSection = 44;
constexpr int kBody = 35;
constexpr int kSmall = 30;

const QColor kShade(0xf3, 0xee, 0xe5);

constexpr int kWrap = static_cast<int>(Qt::TextWordWrap) | static_cast<int>(Qt::AlignTop);

}  // namespace

Sheet::Sheet(QIODevice& out, const QString& title, const QString& footer, int pages_in_all)
    : writer_(&out), footer_(footer), pages_in_all_(pages_in_all) {
  writer_.setResolution(kDotsPerInch);
  writer_.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
  writer_.setTitle(title);
  writer_.setCreator(QStringLiteral("Doorstep"));
  painter_.begin(&writer_);
  startPage();
}

QFont Sheet::font(int height, bool strong) {
  QFont font(QStringLiteral("Noto Sans CJK SC"));
  font.setStyleHint(QFont::SansSerif);
  font.setPixelSize(height);
  font.setBold(strong);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

int Sheet::width() const {
  return kPageWidth - 2 * kMargin;
}

bool Sheet::finish() {
  return painter_.end();
}

void Sheet::startPage() {
  if (pages_ > 0)
    writer_.newPage();
  ++pages_;
  y_ = kMargin;
  painter_.setFont(font(kSmall));
  painter_.setPen(kQuiet);
  const QRectF foot(kMargin, kPageHeight - kBottom + 50, width(), 60);
  painter_.drawText(foot, Qt::AlignLeft | Qt::AlignTop, footer_);
  painter_.drawText(foot, Qt::AlignRight | Qt::AlignTop,
                    QStringLiteral("第 %1 页 · 共 %2 页").arg(pages_).arg(pages_in_all_));
}

void Sheet::makeRoom(int height) {
  if (y_ + height > kPageHeight - kBottom && y_ > kMargin)
    startPage();
}

qreal Sheet::heightOf(const QFont& font, const QString& text, qreal width) const {
  const QFontMetricsF metrics(font, const_cast<QPdfWriter*>(&writer_));
  return metrics.boundingRect(QRectF(0, 0, width, kPageHeight), kWrap, text).height();
}

void Sheet::text(const QFont& font, const QString& words, const QColor& ink) {
  const qreal height = heightOf(font, words, width());
  makeRoom(static_cast<int>(height));
  painter_.setFont(font);
  painter_.setPen(ink);
  painter_.drawText(QRectF(kMargin, y_, width(), height), kWrap, words);
  y_ += height;
}

void Sheet::title(const QString& words, const QString& below) {
  text(font(kTitle, true), words, kInk);
  text(font(kBody), below, kQuiet);
  space(20);
}

void Sheet::section(const QString& words) {
  space(36);
  makeRoom(kSection * 4);
  text(font(kSection, true), words, kInk);
  space(12);
}

void Sheet::paragraph(const QString& words, bool strong) {
  text(font(kBody, strong), words, kInk);
  space(8);
}

void Sheet::quiet(const QString& words) {
  text(font(kSmall), words, kQuiet);
  space(8);
}

void Sheet::space(int height) {
  y_ += height;
}

void Sheet::table(const QVector<Column>& columns, const QVector<QStringList>& rows) {
  QStringList head;
  for (const Column& column : columns)
    head << column.head;
  makeRoom(kBody * 6);
  tableRow(columns, head, true);
  for (const QStringList& row : rows) {
    const int page = pages_;
    makeRoom(rowHeight(columns, row, false));
    if (pages_ != page)
      tableRow(columns, head, true);
    tableRow(columns, row, false);
  }
  space(16);
}

qreal Sheet::cellWidth(const QVector<Column>& columns, int at) const {
  int shares = 0;
  for (const Column& column : columns)
    shares += column.share;
  return static_cast<qreal>(width()) * columns[at].share / shares;
}

int Sheet::rowHeight(const QVector<Column>& columns, const QStringList& cells, bool head) const {
  qreal height = 0;
  for (int at = 0; at < columns.size(); ++at) {
    const qreal inside = cellWidth(columns, at) - 2 * kCellPadding;
    height = std::max(height, heightOf(font(kSmall, head), cells.value(at), inside));
  }
  return static_cast<int>(height) + 2 * kCellPadding;
}

void Sheet::tableRow(const QVector<Column>& columns, const QStringList& cells, bool head) {
  const int height = rowHeight(columns, cells, head);
  if (head)
    painter_.fillRect(QRectF(kMargin, y_, width(), height), kShade);
  painter_.setFont(font(kSmall, head));
  painter_.setPen(head ? kQuiet : kInk);
  qreal x = kMargin;
  for (int at = 0; at < columns.size(); ++at) {
    const QRectF cell(x, y_, cellWidth(columns, at), height);
    painter_.drawText(cell.adjusted(kCellPadding, kCellPadding, -kCellPadding, -kCellPadding),
                      kWrap | static_cast<int>(columns[at].alignment), cells.value(at));
    x += cell.width();
  }
  y_ += height;
  painter_.setPen(QPen(kLine, 2));
  painter_.drawLine(QPointF(kMargin, y_), QPointF(kMargin + width(), y_));
}

void Sheet::block(int height, const std::function<void(QPainter&, const QRectF&)>& draw) {
  makeRoom(height);
  painter_.save();
  painter_.setPen(kInk);
  draw(painter_, QRectF(kMargin, y_, width(), height));
  painter_.restore();
  y_ += height;
}

absl::Status writePdf(const std::string& path, const QString& title, const QString& footer,
                      const std::function<void(Sheet&)>& fill) {
  QBuffer trial;
  trial.open(QIODevice::WriteOnly);
  Sheet counted(trial, title, footer, 0);
  fill(counted);
  counted.finish();
  QSaveFile file(QString::fromStdString(path));
  if (!file.open(QIODevice::WriteOnly))
    return absl::PermissionDeniedError("the file cannot be written");
  Sheet sheet(file, title, footer, counted.pages());
  fill(sheet);
  return sheet.finish() && file.commit() ? absl::OkStatus()
                                         : absl::ResourceExhaustedError("the file could not be written whole");
}

}  // namespace doorstep::reports
