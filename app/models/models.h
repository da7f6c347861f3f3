#pragma once

#include "app/models/aloud_model.h"
#include "app/models/aside_model.h"
#include "app/models/bundle_model.h"
#include "app/models/caseload_model.h"
#include "app/models/comparison_model.h"
#include "app/models/coverage_model.h"
#include "app/models/desk.h"
#include "app/models/elder_model.h"
#include "app/models/elders_model.h"
#include "app/models/end_of_day_model.h"
#include "app/models/ladder_model.h"
#include "app/models/missed_model.h"
#include "app/models/month_model.h"
#include "app/models/numbers_model.h"
#include "app/models/open_work_model.h"
#include "app/models/paper_entry_model.h"
#include "app/models/pictures_model.h"
#include "app/models/rules_model.h"
#include "app/models/service_model.h"
#include "app/models/session_model.h"
#include "app/models/set_up_model.h"
#include "app/models/sync_model.h"
#include "app/models/targets_model.h"
#include "app/models/today_model.h"
#include "app/models/visit_model.h"

class QQmlEngine;

namespace doorstep::models {

// All models, made once; QML reaches each as the singleton of its type in Doorstep.Models.
struct Models {
  // Without a reader nothing is read aloud, without papers nothing is printed or read from files, without bundles
  // nothing goes by a stick.
  Models(Gate& gate, Preferences& preferences, Reader* reader = nullptr, Papers* papers = nullptr,
         Bundles* bundles = nullptr, Pictures* picture_source = nullptr);
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
  LadderModel ladder;
  VisitModel visit;
  ServiceModel service;
  MonthModel month;
  NumbersModel numbers;
  CaseloadModel caseload;
  CoverageModel coverage;
  MissedModel missed;
  SyncModel sync;
  ComparisonModel comparison;
  OpenWorkModel open_work;
  AsideModel aside;
  EndOfDayModel end_of_day;
  RulesModel rules;
  TargetsModel targets;
  SetUpModel set_up;
  PaperEntryModel paper_entry;
  AloudModel aloud;
  BundleModel bundle;
  PicturesModel pictures;
};

}  // namespace doorstep::models
