#pragma once

#include <QFont>
#include <QIODevice>
#include <QPainter>
#include <QPdfWriter>
#include <QString>
#include <QStringList>
#include <QVector>
#include <functional>
#include <string>

#include "absl/status/status.h"

namespace doorstep::reports {

// A4 pages filled from top to bottom. Lengths are tenths of a millimetre. What does not fit goes on the
// next page; a table repeats its head there. Needs a QGuiApplication, for its fonts.
class Sheet {
 public:
  struct Column {
    QString head;
    int share = 1;  // of the width, in proportion to the others'
    Qt::Alignment alignment = Qt::AlignLeft;
  };

  Sheet(QIODevice& out, const QString& title, const QString& footer, int pages_in_all);
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  void title(const QString& text, const QString& below);
  void section(const QString& text);
  void paragraph(const QString& text, bool strong = false);
  void quiet(const QString& text);
  void space(int height);
  void table(const QVector<Column>& columns, const QVector<QStringList>& rows);
  // A block of this height that is not torn apart; `draw` is given its place.
  void block(int height, const std::function<void(QPainter&, const QRectF&)>& draw);

  int pages() const { return pages_; }
  int width() const;
  bool finish();

  static QFont font(int height, bool strong = false);

 private:
  void startPage();
  void makeRoom(int height);
  qreal heightOf(const QFont& font, const QString& text, qreal width) const;
  void text(const QFont& font, const QString& words, const QColor& ink);
  qreal cellWidth(const QVector<Column>& columns, int at) const;
  int rowHeight(const QVector<Column>& columns, const QStringList& cells, bool head) const;
  void tableRow(const QVector<Column>& columns, const QStringList& cells, bool head);

  QPdfWriter writer_;
  QPainter painter_;
  QString footer_;
  int pages_in_all_;
  int pages_ = 0;
  qreal y_ = 0;
};

// Writes a PDF at once or not at all, with "page of pages" on every page: `fill` is called twice, first to
// count. RESOURCE_EXHAUSTED or PERMISSION_DENIED when the file cannot be written; it is then untouched.
absl::Status writePdf(const std::string& path, const QString& title, const QString& footer,
                      const std::function<void(Sheet&)>& fill);

}  // namespace doorstep::reports
