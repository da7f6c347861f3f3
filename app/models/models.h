#pragma once

#include "app/models/caseload_model.h"
#include "app/models/coverage_model.h"
#include "app/models/desk.h"
#include "app/models/elder_model.h"
#include "app/models/elders_model.h"
#include "app/models/missed_model.h"
#include "app/models/risks_model.h"
#include "app/models/session_model.h"
#include "app/models/sync_model.h"
#include "app/models/today_model.h"
#include "app/models/visit_model.h"

class QQmlEngine;

namespace doorstep::models {

// All models, made once; QML reaches each as the singleton of its type in Doorstep.Models.
struct Models {
  Models(Gate& gate, Preferences& preferences);
  ~Models();
  Models(const Models&) = delete;
  Models& operator=(const Models&) = delete;

  // The models serve this engine from now on; to be called before it loads anything, and to
  // outlive it.
  void serve(QQmlEngine& engine);
  static Models& of(QQmlEngine* engine);

  Desk desk;
  SessionModel session;
  TodayModel today;
  EldersModel elders;
  ElderModel elder;
  VisitModel visit;
  CaseloadModel caseload;
  RisksModel risks;
  CoverageModel coverage;
  MissedModel missed;
  SyncModel sync;
};

}  // namespace doorstep::models
