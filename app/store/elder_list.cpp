#include "app/store/elder_list.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "app/store/day.h"
#include "app/store/door.h"
#include "app/store/list_facts.h"
#include "app/store/rows.h"
#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

// Columns: id, household, elder's record, household's record, last contact, last attempt, its outcome and precision.
std::string selectElders() {
  return absl::StrCat(
      "SELECT e.id, e.household, r.content, h.content, e.last_contact_day, e.last_attempt_ms, e.last_attempt_outcome,"
      " e.last_attempt_precision"
      " FROM elder e JOIN held_household held ON held.id = e.household JOIN record r ON r.kind = ",
      static_cast<int>(v1::RECORD_KIND_ELDER),
      " AND r.id = e.id LEFT JOIN record h ON h.kind = ", static_cast<int>(v1::RECORD_KIND_HOUSEHOLD),
      " AND h.id = e.household WHERE e.merged_into = x''");
}

class Lister {
 public:
  Lister(const Directory& directory, const ListFacts& facts, absl::CivilDay today)
      : directory_(directory), facts_(facts), today_(today), rules_(care::rulesOn(directory.rules(), today)) {}

  void add(const sqlite::Statement& selected) {
    const absl::StatusOr<v1::Record> elder = replication::decodeRecord(selected.blob(2));
    const absl::StatusOr<v1::Record> household = replication::decodeRecord(selected.blob(3));
    if (!elder.ok() || !elder->has_elder() || !household.ok()) {
      return;
    }
    ListedElder listed;
    listed.row.elder_id = bytesOf(selected, 0);
    listed.row.household_id = bytesOf(selected, 1);
    if (!selected.isNull(4)) {
      listed.row.last_contact_on = dayOfNumber(selected.integer(4));
    }
    if (!selected.isNull(5)) {
      listed.row.last_attempt_at = absl::FromUnixMillis(selected.integer(5));
      listed.row.last_attempt = static_cast<v1::ContactOutcome>(selected.integer(6));
      listed.row.last_attempt_precision = static_cast<v1::Precision>(selected.integer(7));
    }
    describe(elder->elder(), listed);
    place(household->household(), listed);
    addFacts(elder->elder(), listed);
    elders_.push_back(std::move(listed));
  }

  std::vector<ListedElder> take() { return std::move(elders_); }

 private:
  void describe(const v1::Elder& elder, ListedElder& listed) const {
    ElderRow& row = listed.row;
    row.name = elder.name();
    row.age = elder.birth_year() > 0 ? static_cast<int>(today_.year()) - elder.birth_year() : 0;
    row.gender = elder.gender();
    row.tier = care::tierOn(elder, today_);
    const std::set<v1::ElderKind> kinds = care::kindsOn(elder, today_);
    row.kinds.assign(kinds.begin(), kinds.end());
    row.status = care::statusOn(elder, today_, rules_);
    listed.in_care = care::isInCare(row.status);
  }

  void place(const v1::Household& household, ListedElder& listed) const {
    listed.row.door = doorOf(household);
    listed.row.area = directory_.pathOf(household.area_id());
    const v1::Area* area = directory_.area(household.area_id());
    listed.area_code = area == nullptr ? std::string() : area->code();
    listed.door_key = doorSortKey(listed.row.door);
  }

  void addFacts(const v1::Elder& elder, ListedElder& listed) const {
    ElderRow& row = listed.row;
    std::span<const care::QualifyingContact> contacts;
    if (const auto found = facts_.contacts.find(row.elder_id); found != facts_.contacts.end()) {
      contacts = found->second;
    }
    row.due = care::dueOn(elder, contacts, directory_.rules(), today_);
    for (const care::QualifyingContact& contact : contacts) {
      row.visited_today = row.visited_today || contact.on == today_;
      listed.contacted_this_month =
          listed.contacted_this_month || absl::CivilMonth(contact.on) == absl::CivilMonth(today_);
    }
    if (const auto found = facts_.open_risks.find(row.elder_id); found != facts_.open_risks.end()) {
      row.open_risk = found->second;
    }
    addOpen(row);
    row.draft = facts_.drafts.contains(row.household_id);
    row.waiting = facts_.waiting.contains(row.household_id);
    if (const auto found = facts_.workers.find(row.household_id); found != facts_.workers.end()) {
      listed.workers = found->second;
      row.worker_name = directory_.workerName(listed.workers.front());
    }
  }

  void addOpen(ElderRow& row) const {
    if (const auto found = facts_.ladders.find(row.elder_id); found != facts_.ladders.end()) {
      row.ladder_next = found->second.next;
      row.ladder_due_at = found->second.due_at;
    }
    if (const auto found = facts_.rechecks.find(row.elder_id); found != facts_.rechecks.end()) {
      row.recheck_on = found->second;
    }
    if (const auto found = facts_.promises.find(row.household_id); found != facts_.promises.end()) {
      addPromise(found->second, row);
    }
  }

  // The one that is due by today, the earliest of several; else the oldest.
  void addPromise(const std::vector<ListedPromise>& promises, ElderRow& row) const {
    const ListedPromise* shown = nullptr;
    for (const ListedPromise& promise : promises) {
      const bool due = promise.due_on && *promise.due_on <= today_;
      const bool more_pressing = shown == nullptr || (due && (!shown->due_on || *shown->due_on > *promise.due_on));
      if (promise.elder == row.elder_id && more_pressing) {
        shown = &promise;
      }
    }
    if (shown != nullptr) {
      row.promise = shown->what;
      row.promise_on = shown->due_on;
    }
  }

  const Directory& directory_;
  const ListFacts& facts_;
  const absl::CivilDay today_;
  const v1::RuleSet rules_;
  std::vector<ListedElder> elders_;
};

}  // namespace

absl::StatusOr<std::vector<ListedElder>> listElders(sqlite::Database& database, const Directory& directory,
                                                    absl::CivilDay today, const std::vector<std::string>& words) {
  DOORSTEP_ASSIGN(const ListFacts facts, ListFacts::load(database, today));
  std::string sql = selectElders();
  for (std::size_t i = 0; i < words.size(); ++i) {
    absl::StrAppend(&sql, " AND instr(e.search, ?", i + 1, ") > 0");
  }
  DOORSTEP_ASSIGN(sqlite::Statement select, database.prepare(sql));
  for (std::size_t i = 0; i < words.size(); ++i) {
    select.bind(static_cast<int>(i + 1), words[i]);
  }
  Lister lister(directory, facts, today);
  absl::StatusOr<bool> row = select.step();
  for (; row.ok() && *row; row = select.step()) {
    lister.add(select);
  }
  DOORSTEP_TRY(row.status());
  return lister.take();
}

bool isInScope(const ListedElder& elder, const Directory& directory) {
  return directory.seesAll() ||
         std::find(elder.workers.begin(), elder.workers.end(), directory.workerId()) != elder.workers.end();
}

bool standsBefore(const ListedElder& left, const ListedElder& right) {
  return std::tie(left.area_code, left.door_key, left.row.name, left.row.elder_id) <
         std::tie(right.area_code, right.door_key, right.row.name, right.row.elder_id);
}

std::vector<ElderRow> rowsOf(std::vector<ListedElder> elders) {
  std::vector<ElderRow> rows;
  rows.reserve(elders.size());
  for (ListedElder& elder : elders) {
    rows.push_back(std::move(elder.row));
  }
  return rows;
}

}  // namespace doorstep::store
