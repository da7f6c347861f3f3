#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "doorstep/v1/checklist.pb.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/risk.pb.h"
#include "doorstep/v1/service_entry.pb.h"
#include "doorstep/v1/visit.pb.h"

// The records' enumerations as QML sees them: Care.RiskLevel.Red. Their numbers are the protos'
// (checked in enums.cpp), so that a value passes through unchanged; their words are QML's.
namespace doorstep::models::care_enums {
Q_NAMESPACE
QML_NAMED_ELEMENT(Care)
Q_CLASSINFO("RegisterEnumClassesUnscoped", "false")

enum class Gender { Unknown, Female, Male };
Q_ENUM_NS(Gender)

enum class Tier { Unknown, C, B, A };
Q_ENUM_NS(Tier)

enum class Kind {
  Unknown,
  LivingAlone,
  EmptyNest,
  LeftBehind,
  ExtremeHardship,
  AdvancedAge,
  FunctionalLoss,
  SevereDisability,
  FamilyPlanningSpecial,
  Dementia,
  SubsistenceAllowance
};
Q_ENUM_NS(Kind)

enum class Status { Unknown, AtHome, Away, Hospitalised, Institutionalised, MovedOut, Deceased };
Q_ENUM_NS(Status)

enum class Mode { Unknown, InPerson, Phone, Video, Proxy, RemoteMonitoring };
Q_ENUM_NS(Mode)

enum class Outcome {
  Unknown,
  Seen,
  SeenRefused,
  SpokeRemote,
  SpokeRefused,
  ProxyConfirmed,
  NotSeenSafe,
  NoReply,
  AbortedUnsafe,
  Cancelled,
  Signal
};
Q_ENUM_NS(Outcome)

// What a visitor can answer to "did you meet them?": a mode and an outcome at once.
enum class Met {
  NotAnswered,
  InPerson,
  AtTheDoor,
  ByPhone,
  NoReply,
  ByVideo,
  RefusedAtTheDoor,
  RefusedByPhone,
  NotSeenSafe,
  ProxyConfirmed,
  NoReplyByPhone,
  AbortedUnsafe,
  Cancelled
};
Q_ENUM_NS(Met)

enum class Proposal { None, Away, Hospitalised, Institutionalised, MovedOut, Deceased };
Q_ENUM_NS(Proposal)

enum class Relation { Unknown, Spouse, Child, Relative, Neighbour, Guardian, Friend, Carer, Ward };
Q_ENUM_NS(Relation)

enum class Service {
  Unknown,
  Visiting,
  Companionship,
  Errand,
  FreeHaircut,
  FreeClinic,
  SupportLinkage,
  Meal,
  Cleaning,
  Bathing,
  UrgentHelp,
  MedicalEscort,
  Mobility,
  PolicyBriefing
};
Q_ENUM_NS(Service)

enum class RiskKind {
  Unknown,
  Unreachable,
  Fall,
  AcuteIllness,
  Medication,
  GasElectricityFire,
  Housing,
  Nutrition,
  CognitionWandering,
  MoodSelfHarm,
  SuspectedAbuse,
  SuspectedFraud,
  SupportMissing,
  Financial,
  SelfNeglect,
  Other
};
Q_ENUM_NS(RiskKind)

enum class RiskLevel { None, Yellow, Orange, Red };
Q_ENUM_NS(RiskLevel)

enum class RiskState {
  Unknown,
  Open,
  Acknowledged,
  InAction,
  Referred,
  Resolved,
  Rechecked,
  Closed,
  Reopened,
  Dismissed,
  Duplicate
};
Q_ENUM_NS(RiskState)

enum class Missed { Unknown, Unassigned, NoReply, NotSeenSafe, AbortedUnsafe, Away, NotTried };
Q_ENUM_NS(Missed)

enum class Problem {
  Unknown,
  Missing,
  Malformed,
  TooLong,
  OutOfRange,
  EndsBeforeStart,
  LastsTooLong,
  DateImplausible,
  OutcomeModeMismatch,
  ProxyNotAllowed,
  TransitionNotAllowed,
  OwnFlag,
  UnknownReference,
  UnknownArea,
  Orphan,
  Circle,
  Duplicate,
  DuplicateIdentity,
  Checksum,
  NotPermitted,
  OutOfScope,
  NotEditable,
  ChainBroken,
  UnknownKind,
  AlreadyExists,
  DeviceOnlyService
};
Q_ENUM_NS(Problem)

}  // namespace doorstep::models::care_enums

// How the app itself stands, as QML sees it: App.Progress.Ready.
namespace doorstep::models::app_enums {
Q_NAMESPACE
QML_NAMED_ELEMENT(App)
Q_CLASSINFO("RegisterEnumClassesUnscoped", "false")

enum class Progress { Loading, Ready, Failed };
Q_ENUM_NS(Progress)

// What went wrong, in the terms a person needs; its three sentences are QML's.
enum class Failure {
  None,
  NoNetwork,
  Slow,
  Refused,
  AppTooOld,
  ServiceFault,
  DiskFull,
  Damaged,
  NotPermitted,
  NotFound,
  WrongPin,
  TooManyTries,
  WrongRecovery,
  CodeRejected,
  CodeMalformed,
  CodeExpired,
  CodeUsed,
  KeyStoreLost,
  Unexpected
};
Q_ENUM_NS(Failure)

enum class Stage { Starting, NotEnrolled, Locked, Open };
Q_ENUM_NS(Stage)

enum class Appearance { System, Light, Dark };
Q_ENUM_NS(Appearance)

enum class SyncPhase { Idle, Hello, Pushing, Pulling, WaitingToRetry };
Q_ENUM_NS(SyncPhase)

// The one word on the strip: everything is up, something waits here, or a person is needed.
enum class Truth { AllUploaded, Waiting, Exchanging, NeedsYou, NeverSynced };
Q_ENUM_NS(Truth)

enum class VisitStage { None, Loading, Recording, Summary, Saving, Saved };
Q_ENUM_NS(VisitStage)

}  // namespace doorstep::models::app_enums
