#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <span>

#include "app/models/elder_parts.h"
#include "app/models/enums.h"

// The rows on a visit's page.
namespace doorstep::models {

// One elder behind the door and how they were met.
class MetElder {
  Q_GADGET
  Q_PROPERTY(QString elderId MEMBER elder_id)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(int age MEMBER age)
  Q_PROPERTY(doorstep::models::care_enums::Met met MEMBER met)
  Q_PROPERTY(int proposal MEMBER proposal)
  Q_PROPERTY(bool proxyPossible MEMBER proxy_possible)  // a confirmed absence, and somebody on file

 public:
  QString elder_id;
  QString name;
  int age = 0;
  care_enums::Met met = care_enums::Met::NotAnswered;
  int proposal = 0;
  bool proxy_possible = false;

  bool operator==(const MetElder&) const = default;
};

// One thing a visit looks at.
class ChecklistRow {
  Q_GADGET
  Q_PROPERTY(QString code MEMBER code)
  Q_PROPERTY(QString label MEMBER label)
  Q_PROPERTY(QStringList options MEMBER options)
  Q_PROPERTY(int chosen MEMBER chosen)  // index of the option, -1: not answered
  Q_PROPERTY(int last MEMBER last)      // last time's, -1: none
  Q_PROPERTY(int suggestedRisk MEMBER suggested_risk)

 public:
  QString code;
  QString label;
  QStringList options;
  int chosen = -1;
  int last = -1;
  int suggested_risk = 0;  // RiskKind the chosen option speaks for, 0: none

  bool operator==(const ChecklistRow&) const = default;
};

class ServiceRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int kind MEMBER kind)
  Q_PROPERTY(bool chosen MEMBER chosen)
  Q_PROPERTY(int minutes MEMBER minutes)

 public:
  QString key;
  int kind = 0;
  bool chosen = false;
  int minutes = 0;

  bool operator==(const ServiceRow&) const = default;
};

class DraftRisk {
  Q_GADGET
  Q_PROPERTY(QString flagId MEMBER flag_id)
  Q_PROPERTY(QString elderName MEMBER elder_name)
  Q_PROPERTY(int kind MEMBER kind)
  Q_PROPERTY(int level MEMBER level)
  Q_PROPERTY(QString note MEMBER note)
  Q_PROPERTY(QString called MEMBER called)

 public:
  QString flag_id;
  QString elder_name;
  int kind = 0;
  int level = 0;
  QString note;
  QString called;

  bool operator==(const DraftRisk&) const = default;
};

// Something about the visit that keeps it from being saved, and where.
class VisitProblem {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int code MEMBER code)
  Q_PROPERTY(QString field MEMBER field)  // path in the record, e.g. "visit.ended_at"
  Q_PROPERTY(QString detail MEMBER detail)

 public:
  QString key;
  int code = 0;
  QString field;
  QString detail;

  bool operator==(const VisitProblem&) const = default;
};

// Somebody who may have come along.
class Colleague {
  Q_GADGET
  Q_PROPERTY(QString workerId MEMBER worker_id)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(int occupation MEMBER occupation)
  Q_PROPERTY(bool chosen MEMBER chosen)

 public:
  QString worker_id;
  QString name;
  int occupation = 0;
  bool chosen = false;

  bool operator==(const Colleague&) const = default;
};

// In the order visitors use them most; the rest as in domain.md §4.
std::span<const v1::ServiceKind> servicesInOrder();

Colleague colleagueOf(const v1::Worker& worker);

}  // namespace doorstep::models
