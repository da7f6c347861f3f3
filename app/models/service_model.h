#pragma once

#include <QtQml/qqmlregistration.h>
#include <string>
#include <vector>

#include "app/models/page_model.h"
#include "app/models/row_model.h"
#include "app/models/visit_parts.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// Something done for an elder without a visit: an errand, a ride, a meal brought. Alone or together;
// today or a few days back. Travel is not part of it.
class ServiceModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString elderName READ elderName NOTIFY changed)
  Q_PROPERTY(int daysAgo READ daysAgo WRITE setDaysAgo NOTIFY changed)
  Q_PROPERTY(int mostDaysAgo READ mostDaysAgo NOTIFY changed)
  Q_PROPERTY(int minutes READ minutes NOTIFY changed)  // of all kinds chosen
  Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
  Q_PROPERTY(doorstep::models::app_enums::Failure saveFailure READ saveFailure NOTIFY savingChanged)
  Q_PROPERTY(int problem READ problem NOTIFY savingChanged)  // ProblemCode, 0: none
  Q_PROPERTY(doorstep::models::RowModel* services READ services CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* colleagues READ colleagues CONSTANT)

 public:
  explicit ServiceModel(Desk& desk);
  static ServiceModel* create(QQmlEngine* engine, QJSEngine* script);

  Q_INVOKABLE void begin(const QString& elder_id, const QString& household_id, const QString& elder_name);
  Q_INVOKABLE void setService(int kind, int minutes);
  Q_INVOKABLE void setColleague(const QString& worker_id, bool there);
  // Each kind becomes a record of its own; once, however often it is pressed.
  Q_INVOKABLE void save();

  const QString& elderName() const { return elder_name_; }
  int daysAgo() const { return days_ago_; }
  void setDaysAgo(int days);
  int mostDaysAgo() const;
  int minutes() const;
  bool saving() const { return saving_; }
  Failure saveFailure() const { return save_failure_; }
  int problem() const { return problem_; }
  RowModel* services() { return &services_; }
  RowModel* colleagues() { return &colleagues_; }

 signals:
  void changed();
  void savingChanged();
  void recorded();

 private:
  struct Chosen {
    v1::ServiceKind kind;
    int minutes;
    std::string id;  // given once, so that saving it twice is seen as once
  };
  v1::Record recordOf(const Chosen& chosen) const;
  void show();
  void setSaving(bool saving, Failure failure, int problem);

  std::string elder_id_;
  std::string household_id_;
  QString elder_name_;
  int days_ago_ = 0;
  bool saving_ = false;
  Failure save_failure_ = Failure::None;
  int problem_ = 0;
  std::vector<Chosen> chosen_;
  std::vector<Colleague> known_;
  Rows<ServiceRow> services_{&ServiceRow::key};
  Rows<Colleague> colleagues_{&Colleague::worker_id};
};

}  // namespace doorstep::models
