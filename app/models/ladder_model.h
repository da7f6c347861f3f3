#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/elder_model.h"
#include "app/models/ladder_parts.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// The search for the elder shown, after nobody answered: what was done, what comes next and until
// when, whom to ring, and what each try brought. Its deadlines run on without a network.
class LadderModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool running READ running NOTIFY changed)
  Q_PROPERTY(doorstep::models::Moment startedAt READ startedAt NOTIFY changed)
  Q_PROPERTY(bool atOnce READ atOnce NOTIFY changed)  // a warning sign was noticed
  Q_PROPERTY(int next READ next NOTIFY changed)       // LadderStep
  Q_PROPERTY(doorstep::models::Moment dueAt READ dueAt NOTIFY changed)
  Q_PROPERTY(int minutesLeft READ minutesLeft NOTIFY changed)  // negative: late
  Q_PROPERTY(QList<int> signs READ signs NOTIFY changed)       // WarningSign, of the beginning
  Q_PROPERTY(int accountedBy READ accountedBy NOTIFY changed)  // of one that ended today; 0: none did
  Q_PROPERTY(doorstep::models::Moment endedAt READ endedAt NOTIFY changed)
  Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
  Q_PROPERTY(doorstep::models::app_enums::Failure saveFailure READ saveFailure NOTIFY savingChanged)
  Q_PROPERTY(int problem READ problem NOTIFY savingChanged)  // ProblemCode, 0: none
  Q_PROPERTY(doorstep::models::RowModel* rungs READ rungs CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* numbers READ numbers CONSTANT)

 public:
  LadderModel(Desk& desk, ElderModel& elder);
  static LadderModel* create(QQmlEngine* engine, QJSEngine* script);

  // What a step brought. accounted_by with AccountedFor only.
  Q_INVOKABLE void record(int step, int result, int accounted_by, const QString& note);
  // Noticed at the door since the search began: one more try there that nobody answered.
  Q_INVOKABLE void notice(const QList<int>& signs);
  Q_INVOKABLE void dismissFailure();

  bool running() const { return ladder() != nullptr; }
  Moment startedAt() const;
  bool atOnce() const;
  int next() const;
  Moment dueAt() const;
  int minutesLeft() const;
  QList<int> signs() const;
  int accountedBy() const;
  Moment endedAt() const;
  bool saving() const { return saving_; }
  Failure saveFailure() const { return save_failure_; }
  int problem() const { return problem_; }
  RowModel* rungs() { return &rungs_; }
  RowModel* numbers() { return &numbers_; }

 signals:
  void changed();
  void savingChanged();
  void recorded();

 private:
  const store::LadderRow* ladder() const;
  const store::LadderRow* endedToday() const;
  v1::LadderEvent newEvent(const v1::Ladder& ladder) const;
  void append(const v1::LadderEvent& event);
  void setSaving(bool saving, Failure failure, int problem);
  void show();
  void showRungs();
  void showNumbers();

  ElderModel& elder_;
  bool saving_ = false;
  Failure save_failure_ = Failure::None;
  int problem_ = 0;
  Rows<LadderRung> rungs_{&LadderRung::key};
  Rows<CallNumber> numbers_{&CallNumber::key};
};

// The step on which somebody on duty is rung.
v1::LadderStep stepOf(v1::DutyKind kind);

}  // namespace doorstep::models
