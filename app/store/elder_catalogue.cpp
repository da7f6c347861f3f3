#include "app/store/elder_catalogue.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <span>
#include <utility>

#include "absl/strings/str_cat.h"
#include "app/store/day.h"
#include "app/store/door.h"
#include "app/store/rows.h"
#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

// Columns: id, household, elder's record, household's record, last contact, last attempt, its outcome and
// precision, what the elder is found by.
std::string selectElders() {
  return absl::StrCat(
      "SELECT e.id, e.household, r.content, h.content, e.last_contact_day, e.last_attempt_ms, e.last_attempt_outcome,"
      " e.last_attempt_precision, e.search"
      " FROM elder e JOIN held_household held ON held.id = e.household JOIN record r ON r.kind = ",
      static_cast<int>(v1::RECORD_KIND_ELDER),
      " AND r.id = e.id LEFT JOIN record h ON h.kind = ", static_cast<int>(v1::RECORD_KIND_HOUSEHOLD),
      " AND h.id = e.household WHERE e.merged_into = x''");
}

bool areSame(std::span<const care::QualifyingContact> left, std::span<const care::QualifyingContact> right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const care::QualifyingContact& one, const care::QualifyingContact& other) {
                      return one.on == other.on && one.mode == other.mode;
                    });
}

std::span<const care::QualifyingContact> contactsOf(const std::string& elder, const ListFacts& facts) {
  const auto found = facts.contacts.find(elder);
  return found == facts.contacts.end() ? std::span<const care::QualifyingContact>() : found->second;
}

// What an elder's own records say on a day.
void describe(const v1::Elder& elder, std::span<const care::QualifyingContact> contacts, const v1::DistrictRules& rules,
              absl::CivilDay today, ListedElder& listed) {
  ElderRow& row = listed.row;
  row.name = elder.name();
  row.age = elder.birth_year() > 0 ? static_cast<int>(today.year()) - elder.birth_year() : 0;
  row.gender = elder.gender();
  row.tier = care::tierOn(elder, today);
  const std::set<v1::ElderKind> kinds = care::kindsOn(elder, today);
  row.kinds.assign(kinds.begin(), kinds.end());
  row.status = care::statusOn(elder, today, care::rulesOn(rules, today));
  listed.in_care = care::isInCare(row.status);
  row.due = care::dueOn(elder, contacts, rules, today);
  for (const care::QualifyingContact& contact : contacts) {
    row.visited_today = row.visited_today || contact.on == today;
    listed.contacted_this_month =
        listed.contacted_this_month || absl::CivilMonth(contact.on) == absl::CivilMonth(today);
  }
}

// What changes more often than an elder's records do.
class RestOfRow {
 public:
  RestOfRow(const Directory& directory, const ListFacts& facts, absl::CivilDay today)
      : directory_(directory), facts_(facts), today_(today) {}

  void add(const sqlite::Statement& selected, const std::string& area_id, ListedElder& listed) const {
    ElderRow& row = listed.row;
    if (!selected.isNull(4)) {
      row.last_contact_on = dayOfNumber(selected.integer(4));
    }
    if (!selected.isNull(5)) {
      row.last_attempt_at = absl::FromUnixMillis(selected.integer(5));
      row.last_attempt = static_cast<v1::ContactOutcome>(selected.integer(6));
      row.last_attempt_precision = static_cast<v1::Precision>(selected.integer(7));
    }
    listed.search = std::string(selected.text(8));
    row.area = directory_.pathOf(area_id);
    const v1::Area* area = directory_.area(area_id);
    listed.area_code = area == nullptr ? std::string() : area->code();
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

 private:
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
};

// By grid and door; whole rows are moved once.
std::vector<ListedElder> inOrder(std::vector<ListedElder> elders) {
  std::vector<std::size_t> order(elders.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&elders](std::size_t left, std::size_t right) { return standsBefore(elders[left], elders[right]); });
  std::vector<ListedElder> sorted;
  sorted.reserve(elders.size());
  for (const std::size_t at : order) {
    sorted.push_back(std::move(elders[at]));
  }
  return sorted;
}

}  // namespace

absl::StatusOr<std::reference_wrapper<const std::vector<ListedElder>>> ElderCatalogue::read(sqlite::Database& database,
                                                                                            const Directory& directory,
                                                                                            absl::CivilDay today,
                                                                                            std::int64_t version) {
  if (version_ != version || today_ != today) {
    version_.reset();
    DOORSTEP_TRY(readAgain(database, directory, today));
    version_ = version;
  }
  return std::cref(listed_);
}

absl::Status ElderCatalogue::readAgain(sqlite::Database& database, const Directory& directory, absl::CivilDay today) {
  if (std::string rules = replication::encode(directory.rules()); rules != rules_ || today != today_) {
    known_.clear();
    rules_ = std::move(rules);
    today_ = today;
  }
  ++readings_;
  DOORSTEP_ASSIGN(const ListFacts facts, ListFacts::load(database, today));
  const RestOfRow rest(directory, facts, today);
  std::vector<ListedElder> elders;
  elders.reserve(known_.size());
  DOORSTEP_TRY(forEachRow(database, selectElders(), [&](const sqlite::Statement& selected) {
    if (const Known* known = recall(selected, facts, directory)) {
      rest.add(selected, known->area_id, elders.emplace_back(known->listed));
    }
  }));
  std::erase_if(known_, [this](const auto& entry) { return entry.second.seen != readings_; });
  listed_ = inOrder(std::move(elders));
  return absl::OkStatus();
}

// Nothing for what cannot be decoded.
ElderCatalogue::Known* ElderCatalogue::recall(const sqlite::Statement& selected, const ListFacts& facts,
                                              const Directory& directory) {
  std::string id = bytesOf(selected, 0);
  const std::span<const care::QualifyingContact> contacts = contactsOf(id, facts);
  Known& known = known_[id];
  if (known.seen != 0 && known.elder == selected.blob(2) && known.household == selected.blob(3) &&
      areSame(known.contacts, contacts)) {
    known.seen = readings_;
    return &known;
  }
  const absl::StatusOr<v1::Record> elder = replication::decodeRecord(selected.blob(2));
  const absl::StatusOr<v1::Record> household = replication::decodeRecord(selected.blob(3));
  if (!elder.ok() || !elder->has_elder() || !household.ok()) {
    return nullptr;
  }
  known = Known{std::string(selected.blob(2)),
                std::string(selected.blob(3)),
                {contacts.begin(), contacts.end()},
                household->household().area_id(),
                ListedElder(),
                readings_};
  known.listed.row.elder_id = std::move(id);
  known.listed.row.household_id = bytesOf(selected, 1);
  known.listed.row.door = doorOf(household->household());
  known.listed.door_key = doorSortKey(known.listed.row.door);
  describe(elder->elder(), contacts, directory.rules(), today_, known.listed);
  return &known;
}

}  // namespace doorstep::store
