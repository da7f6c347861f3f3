#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "doorstep/v1/checklist.pb.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/duty.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/ladder.pb.h"
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
  DeviceOnlyService,
  TooLate,
  SourceMissing,
  LadderEnded,
  WaitsForParent,
  TimeUncertain,
  DeviceRevoked,
  AlreadySettled,
  ChangedSince
};
Q_ENUM_NS(Problem)

enum class LadderStep { None, SecondTry, Phone, Neighbour, EmergencyContact, Hospital, Supervisor, Community, Police };
Q_ENUM_NS(LadderStep)

enum class LadderResult { Unknown, NotReached, NoNews, Told, AccountedFor };
Q_ENUM_NS(LadderResult)

enum class AccountedBy { Unknown, Seen, Spoke, Family, Neighbour, Hospital, Institution, Community, Police };
Q_ENUM_NS(AccountedBy)

enum class WarningSign { Unknown, Cry, Smell, RunningWater, PiledUpPost, IllLastTime };
Q_ENUM_NS(WarningSign)

enum class Duty { Unknown, Supervisor, Community, Hospital, Police };
Q_ENUM_NS(Duty)

enum class ColourTier { Unknown, Green, Yellow, Red };
Q_ENUM_NS(ColourTier)

enum class HoursSource { Unknown, Measured, Entered, Imputed };
Q_ENUM_NS(HoursSource)

enum class EntryState { Unknown, Draft, Submitted, Confirmed, Disputed, Corrected, Voided };
Q_ENUM_NS(EntryState)

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
  Unexpected,
  ServiceFull,
  NotKnown,
  Revoked
};
Q_ENUM_NS(Failure)

enum class Stage { Starting, NotEnrolled, Locked, Open };
Q_ENUM_NS(Stage)

enum class Appearance { System, Light, Dark };
Q_ENUM_NS(Appearance)

enum class SyncPhase { Idle, Hello, Pushing, Pulling, WaitingToRetry, Transferring, Comparing };
Q_ENUM_NS(SyncPhase)

// The one word on the strip: everything is up, something waits here, or a person is needed.
enum class Truth { AllUploaded, Waiting, Exchanging, NeedsYou, NeverSynced };
Q_ENUM_NS(Truth)

enum class VisitStage { None, Loading, Recording, Summary, Saving, Saved };
Q_ENUM_NS(VisitStage)

// What waits for a supervisor, in this order.
enum class OpenSection { Ladders, Risks, Proposals, Unassigned, Missed, Hours, Conflicts, Duplicates, Quarantined };
Q_ENUM_NS(OpenSection)

// Why one of two values stands.
enum class MergeRule { Unknown, RiskNeverLower, DeceasedStays, WithdrawalStays, Role, ServiceOrder };
Q_ENUM_NS(MergeRule)

// Why two files may be of one person.
enum class DuplicateReason { Unknown, IdNumber, NameAndBirthYear };
Q_ENUM_NS(DuplicateReason)

// How a field's value is put into words (given_value.h).
enum class ValueShape { Nothing, Text, Status, Tier, Kinds, ColourTier, Gender, Relation, Day, YesNo, Other };
Q_ENUM_NS(ValueShape)

// A file of rows on its way into the service.
enum class ImportStage { None, Reading, Read, Unreadable, Sending, Stopped, Done };
Q_ENUM_NS(ImportStage)

// Which rows a file holds.
enum class FileKind {
  Unknown,
  Areas,
  Workers,
  Roster,
  Assignments,
  Duty,
  Facilities,
  Targets,
  Programmes,
  PaperVisits
};
Q_ENUM_NS(FileKind)

// Why a file of rows cannot be read.
enum class FileTrouble {
  None,
  Unreadable,
  TooLarge,
  Empty,
  NotText,
  OpenQuote,
  RowTooLong,
  UnknownColumns,
  ColumnMissing,
  ColumnTwice
};
Q_ENUM_NS(FileTrouble)

// Where a picture stands, and why one cannot be added.
enum class PictureState { Staged, Waiting, Here, Elsewhere, Fetching };
Q_ENUM_NS(PictureState)
enum class PictureTrouble { None, Unreadable, NotAPicture, TooLarge };
Q_ENUM_NS(PictureTrouble)

// What is still wrong with a line copied from paper.
enum class PaperTrouble { None, NoWorker, NoDay, ReasonMissing, UnknownNumber, UnknownOutcome, MinutesMissing, Twice };
Q_ENUM_NS(PaperTrouble)

// Why a sealed file was refused: sync/bundle's refusals, after None.
enum class BundleTrouble {
  None,
  NotABundle,
  NewerFormat,
  Truncated,
  Changed,
  TooLarge,
  WrongKind,
  OtherService,
  OtherDistrict,
  UnknownDevice,
  OtherReplica,
  Gap,
  Forked,
  Busy
};
Q_ENUM_NS(BundleTrouble)

// What is done with sealed files: written, receipts read, carried from a stick, sent from the lock, copied there.
enum class BundleErrand { None, Write, Receipts, Carry, Send, Copy };
Q_ENUM_NS(BundleErrand)

}  // namespace doorstep::models::app_enums
