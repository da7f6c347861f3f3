// The colours: every pair that is ever read, light and dark, by the formula of WCAG 2.2.

#include <QApplication>
#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>
#include <cmath>
#include <memory>

#include "app/shell/face/face.h"

using namespace doorstep;

namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& one, const QColor& other) {
  const double light = std::max(luminance(one), luminance(other));
  const double dark = std::min(luminance(one), luminance(other));
  return (light + 0.05) / (dark + 0.05);
}

}  // namespace

class ThemeTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    face::prepare(engine_);
    QQmlComponent component(&engine_);
    component.setData("import QtQuick\nimport Doorstep.Controls\nQtObject { property QtObject theme: Theme }", QUrl());
    holder_.reset(component.create());
    QVERIFY2(holder_ != nullptr, qPrintable(component.errorString()));
    theme_ = holder_->property("theme").value<QObject*>();
    QVERIFY(theme_ != nullptr);
  }

  void whatIsReadStandsOut_data() {
    QTest::addColumn<QString>("ink");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<double>("least");
    const auto pair = [](const char* ink, const char* paper, double least = 4.5) {
      QTest::addRow("%s on %s", ink, paper) << QString(ink) << QString(paper) << least;
    };
    for (const char* paper : {"page", "surface", "sunken", "pressed", "primarySoft"}) {
      pair("text", paper);
      pair("quiet", paper);
      pair("primary", paper);
    }
    pair("primaryInk", "primary");
    pair("primaryInk", "primaryPressed");
    pair("surface", "red");
    for (const char* tone : {"red", "orange", "yellow", "green"}) {
      for (const char* paper : {"page", "surface", "primarySoft"})
        pair(tone, paper);
      const QByteArray soft = QByteArray(tone) + "Soft";
      pair(tone, soft.constData());
      pair("text", soft.constData());
    }
    // Lines that must be found, by 1.4.11.
    for (const char* paper : {"page", "surface"}) {
      pair("edge", paper, 3);
      pair("focus", paper, 3);
      pair("chart", paper, 3);
    }
  }

  void whatIsReadStandsOut() {
    QFETCH(QString, ink);
    QFETCH(QString, paper);
    QFETCH(double, least);
    for (const bool dark : {false, true}) {
      theme_->setProperty("dark", dark);
      const double found = contrast(colour(ink), colour(paper));
      QVERIFY2(found >= least, qPrintable(QString("%1:1, %2").arg(found).arg(dark ? "dark" : "light")));
    }
  }

  void sizesFollowThePerson() {
    theme_->setProperty("textScale", 2.0);
    QCOMPARE(theme_->property("body").toInt(), 36);
    QCOMPARE(theme_->property("display").toInt(), 80);
    theme_->setProperty("textScale", 1.0);
    QCOMPARE(theme_->property("small").toInt(), 16);
    QVERIFY(theme_->property("target").toInt() >= 48);
  }

 private:
  QColor colour(const QString& name) const { return theme_->property(name.toLatin1().constData()).value<QColor>(); }

  QQmlEngine engine_;
  std::unique_ptr<QObject> holder_;
  QObject* theme_ = nullptr;
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  ThemeTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "theme_test.moc"
