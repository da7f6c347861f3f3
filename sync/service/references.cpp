#include "sync/service/references.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"
#include "sync/service/keys.h"
#include "sync/service/reference_lookup.h"

namespace doorstep::service {
namespace {

std::string at(const char* list, int index, const char* field) {
  return absl::StrCat(list, "[", index, "].", field);
}

class Check : public ReferenceLookup {
 public:
  using ReferenceLookup::ReferenceLookup;

  absl::Status of(const v1::Record& record) {
    switch (record.body_case()) {
      case v1::Record::kArea:
        return of(record.area());
      case v1::Record::kWorker:
        return of(record.worker());
      case v1::Record::kHousehold:
        area(record.household().area_id(), "area_id");
        return absl::OkStatus();
      case v1::Record::kElder:
        return of(record.elder());
      case v1::Record::kElderIdentity:
        return needs(record.elder_identity().elder_id(), v1::RECORD_KIND_ELDER, "elder_id");
      case v1::Record::kContact:
        return elderAt(record.contact().elder_id(), record.contact().household_id(), "elder_id");
      case v1::Record::kAssignment:
        worker(record.assignment().worker_id(), "worker_id");
        return needs(record.assignment().household_id(), v1::RECORD_KIND_HOUSEHOLD, "household_id");
      case v1::Record::kVisit:
        return of(record.visit());
      case v1::Record::kServiceEntry:
        return of(record.service_entry());
      case v1::Record::kRiskFlag:
        return of(record.risk_flag());
      case v1::Record::kRestrictedRiskFlag:
        return of(record.restricted_risk_flag());
      case v1::Record::kServiceEntryEvent:
        return of(record.service_entry_event());
      case v1::Record::kRiskEvent:
        return of(record.risk_event(), v1::RECORD_KIND_RISK_FLAG);
      case v1::Record::kRestrictedRiskEvent:
        return of(record.restricted_risk_event(), v1::RECORD_KIND_RESTRICTED_RISK_FLAG);
      case v1::Record::kLadder:
        return of(record.ladder());
      case v1::Record::kLadderEvent:
        return of(record.ladder_event());
      case v1::Record::kAttachment:
        return of(record.attachment());
      case v1::Record::kProgramme:
        return named(record.programme().contractor_id(), v1::RECORD_KIND_ORGANISATION, "contractor_id");
      case v1::Record::kDutyRoster:
        area(record.duty_roster().area_id(), "area_id");
        return absl::OkStatus();
      case v1::Record::kFacility:
        area(record.facility().area_id(), "area_id");
        return named(record.facility().operator_id(), v1::RECORD_KIND_ORGANISATION, "operator_id");
      case v1::Record::kTarget:
        area(record.target().area_id(), "area_id");
        return named(record.target().programme_id(), v1::RECORD_KIND_PROGRAMME, "programme_id");
      default:
        return absl::OkStatus();
    }
  }

  // A key of files stands for one record; an ID number for one person.
  absl::Status standsOnce(const v1::Record& record) {
    const std::string key = naturalKeyOf(record);
    if (key.empty()) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto ids, work().ledger.findIds({Index::kNaturalKey, key}));
    const std::string& id = replication::idOf(record);
    // Areas and workers are known over all districts.
    const Directory::Place* place = record.has_area() ? work().directory.placeByCode(record.area().code()) : nullptr;
    const Directory::Person* person =
        record.has_worker() ? work().directory.personByStaffNumber(record.worker().staff_number()) : nullptr;
    if ((place != nullptr && place->area.id() != id) || (person != nullptr && person->worker.id() != id)) {
      report(v1::PROBLEM_CODE_DUPLICATE, keyField(record));
      return absl::OkStatus();
    }
    if (std::any_of(ids.begin(), ids.end(), [&id](const std::string& other) { return other != id; })) {
      const bool identity = record.has_elder_identity();
      if (identity && std::find(ids.begin(), ids.end(), id) != ids.end()) {
        return absl::OkStatus();  // it had this number before; the pair has been shown to somebody
      }
      report(identity ? v1::PROBLEM_CODE_DUPLICATE_IDENTITY : v1::PROBLEM_CODE_DUPLICATE, keyField(record));
    }
    return absl::OkStatus();
  }

 private:
  static std::string_view keyField(const v1::Record& record) {
    switch (record.body_case()) {
      case v1::Record::kWorker:
        return "staff_number";
      case v1::Record::kHousehold:
        return "household_number";
      case v1::Record::kElder:
        return "file_number";
      case v1::Record::kElderIdentity:
        return "id_number";
      case v1::Record::kDutyRoster:
        return "name";
      case v1::Record::kTarget:
        return "from_on";
      default:
        return "code";
    }
  }

  absl::Status of(const v1::Area& record) {
    const Directory::Place* parent = work().directory.place(record.parent_id());
    if (record.parent_id().empty()) {
      if (record.kind() > v1::AREA_KIND_DISTRICT) {
        report(v1::PROBLEM_CODE_ORPHAN, "parent_id");
      }
      return absl::OkStatus();
    }
    if (parent == nullptr) {
      report(v1::PROBLEM_CODE_ORPHAN, "parent_id");
    } else if (work().directory.isWithin(parent->area.id(), record.id())) {
      report(v1::PROBLEM_CODE_CIRCLE, "parent_id");
    } else if (parent->area.kind() >= record.kind()) {
      report(v1::PROBLEM_CODE_OUT_OF_RANGE, "kind");
    }
    return absl::OkStatus();
  }

  absl::Status of(const v1::Worker& record) {
    for (int index = 0; index < record.area_ids_size(); ++index) {
      if (work().directory.place(record.area_ids(index)) == nullptr) {
        report(v1::PROBLEM_CODE_UNKNOWN_AREA, absl::StrCat("area_ids[", index, "]"));
      }
    }
    if (!record.supervisor_id().empty()) {
      worker(record.supervisor_id(), "supervisor_id");
    }
    return absl::OkStatus();
  }

  absl::Status of(const v1::Elder& record) {
    for (int index = 0; index < record.residences_size(); ++index) {
      DOORSTEP_TRY(needs(record.residences(index).household_id(), v1::RECORD_KIND_HOUSEHOLD,
                         at("residences", index, "household_id")));
    }
    for (int index = 0; index < record.statuses_size(); ++index) {
      if (!record.statuses(index).confirmed_by().empty()) {
        worker(record.statuses(index).confirmed_by(), at("statuses", index, "confirmed_by"));
      }
    }
    return mergedInto(record);
  }

  // The chain of merges must end at somebody else.
  absl::Status mergedInto(const v1::Elder& record) {
    for (std::string next = record.merged_into(); !next.empty();) {
      if (next == record.id()) {
        report(v1::PROBLEM_CODE_CIRCLE, "merged_into");
        return absl::OkStatus();
      }
      DOORSTEP_ASSIGN(const auto elder, work().find(next, v1::RECORD_KIND_ELDER));
      if (!elder.has_value()) {
        report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "merged_into");
        return absl::OkStatus();
      }
      next = elder->elder().merged_into();
    }
    return absl::OkStatus();
  }

  absl::Status of(const v1::Visit& record) {
    DOORSTEP_TRY(needs(record.household_id(), v1::RECORD_KIND_HOUSEHOLD, "household_id"));
    for (int index = 0; index < record.contacts_size(); ++index) {
      const v1::VisitContact& contact = record.contacts(index);
      DOORSTEP_TRY(elderAt(contact.elder_id(), record.household_id(), at("contacts", index, "elder_id")));
      DOORSTEP_TRY(
          named(contact.proxy_contact_id(), v1::RECORD_KIND_CONTACT, at("contacts", index, "proxy_contact_id")));
    }
    for (int index = 0; index < record.worker_ids_size(); ++index) {
      worker(record.worker_ids(index), absl::StrCat("worker_ids[", index, "]"));
    }
    worker(record.recorded_by(), "recorded_by");
    DOORSTEP_TRY(named(record.programme_id(), v1::RECORD_KIND_PROGRAMME, "programme_id"));
    if (record.corrects_id().empty()) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto corrected, work().find(record.corrects_id(), v1::RECORD_KIND_VISIT));
    if (!corrected.has_value()) {
      report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "corrects_id");
    } else if (corrected->visit().household_id() != record.household_id()) {
      report(v1::PROBLEM_CODE_OUT_OF_SCOPE, "corrects_id");
    }
    return absl::OkStatus();
  }

  absl::Status of(const v1::ServiceEntry& record) {
    if (!record.elder_id().empty()) {
      DOORSTEP_TRY(elderAt(record.elder_id(), record.household_id(), "elder_id"));
    }
    DOORSTEP_TRY(named(record.organisation_id(), v1::RECORD_KIND_ORGANISATION, "organisation_id"));
    DOORSTEP_TRY(named(record.programme_id(), v1::RECORD_KIND_PROGRAMME, "programme_id"));
    for (int index = 0; index < record.workers_size(); ++index) {
      worker(record.workers(index).worker_id(), at("workers", index, "worker_id"));
    }
    worker(record.recorded_by(), "recorded_by");
    return visitOf(record.visit_id(), record.household_id());
  }

  absl::Status of(const v1::RiskFlag& record) {
    DOORSTEP_TRY(needs(record.household_id(), v1::RECORD_KIND_HOUSEHOLD, "household_id"));
    if (!record.elder_id().empty()) {
      DOORSTEP_TRY(elderAt(record.elder_id(), record.household_id(), "elder_id"));
    }
    worker(record.reported_by(), "reported_by");
    return visitOf(record.visit_id(), record.household_id());
  }

  absl::Status of(const v1::ServiceEntryEvent& record) {
    worker(record.by(), "by");
    for (int index = 0; index < record.corrected_workers_size(); ++index) {
      worker(record.corrected_workers(index).worker_id(), at("corrected_workers", index, "worker_id"));
    }
    return header(record.entry_id(), v1::RECORD_KIND_SERVICE_ENTRY, record.household_id(), "entry_id");
  }

  absl::Status of(const v1::RiskEvent& record, v1::RecordKind flag_kind) {
    worker(record.by(), "by");
    DOORSTEP_TRY(named(record.referred_to(), v1::RECORD_KIND_ORGANISATION, "referred_to"));
    DOORSTEP_TRY(named(record.duplicate_of(), flag_kind, "duplicate_of"));
    return header(record.flag_id(), flag_kind, record.household_id(), "flag_id");
  }

  // A ladder begins where this elder did not answer, and nowhere else.
  absl::Status of(const v1::Ladder& record) {
    DOORSTEP_TRY(needs(record.household_id(), v1::RECORD_KIND_HOUSEHOLD, "household_id"));
    DOORSTEP_TRY(elderAt(record.elder_id(), record.household_id(), "elder_id"));
    worker(record.started_by(), "started_by");
    DOORSTEP_TRY(visitOf(record.visit_id(), record.household_id()));
    DOORSTEP_ASSIGN(const auto visit, work().find(record.visit_id(), v1::RECORD_KIND_VISIT));
    const auto unanswered = [&record](const v1::VisitContact& contact) {
      return contact.elder_id() == record.elder_id() && contact.outcome() == v1::CONTACT_OUTCOME_NO_REPLY;
    };
    if (visit.has_value() &&
        std::none_of(visit->visit().contacts().begin(), visit->visit().contacts().end(), unanswered)) {
      report(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "visit_id");
    }
    return absl::OkStatus();
  }

  absl::Status of(const v1::Attachment& record) {
    DOORSTEP_TRY(needs(record.household_id(), v1::RECORD_KIND_HOUSEHOLD, "household_id"));
    if (!record.elder_id().empty()) {
      DOORSTEP_TRY(elderAt(record.elder_id(), record.household_id(), "elder_id"));
    }
    worker(record.added_by(), "added_by");
    return visitOf(record.visit_id(), record.household_id());
  }

  absl::Status of(const v1::LadderEvent& record) {
    worker(record.by(), "by");
    DOORSTEP_TRY(visitOf(record.visit_id(), record.household_id()));
    return header(record.ladder_id(), v1::RECORD_KIND_LADDER, record.household_id(), "ladder_id");
  }
};

}  // namespace

absl::StatusOr<std::vector<v1::Problem>> checkReferences(const DistrictWork& work, const v1::Record& record) {
  Check check(work);
  DOORSTEP_TRY(check.of(record));
  DOORSTEP_TRY(check.standsOnce(record));
  return check.problems();
}

}  // namespace doorstep::service
