// Who came along, what was noticed at a closed door, and what was promised.
#include <algorithm>

#include "app/models/erase_if.h"
#include "app/models/visit_editor.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

template <typename Repeated, typename Value>
bool contains(const Repeated& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

bool VisitEditor::wasThere(const std::string& worker_id) const {
  return contains(draft_.visit().worker_ids(), worker_id);
}

void VisitEditor::setWorker(const std::string& worker_id, bool there) {
  if (there == wasThere(worker_id) || (!there && draft_.visit().worker_ids_size() == 1))
    return;
  v1::Visit& visit = *draft_.mutable_visit();
  if (there)
    visit.add_worker_ids(worker_id);
  else
    eraseIf(visit.mutable_worker_ids(), [&](const std::string& one) { return one == worker_id; });
  for (v1::ServiceEntry& service : *draft_.mutable_services()) {
    const std::uint32_t minutes = service.workers(0).minutes();
    service.clear_workers();
    for (const std::string& worker : visit.worker_ids()) {
      v1::WorkerMinutes* line = service.add_workers();
      line->set_worker_id(worker);
      line->set_minutes(minutes);
    }
  }
}

bool VisitEditor::noticed(v1::WarningSign sign) const {
  return contains(draft_.warning_signs(), sign);
}

void VisitEditor::setSign(v1::WarningSign sign, bool noticed) {
  eraseIf(draft_.mutable_warning_signs(), [sign](int one) { return one == sign; });
  if (noticed)
    draft_.add_warning_signs(sign);
}

void VisitEditor::addPromise(const std::string& what, std::optional<absl::CivilDay> due_on) {
  if (what.empty())
    return;
  v1::Promise* promise = draft_.mutable_visit()->add_promises();
  promise->set_id(new_id_());
  promise->set_what(what);
  if (due_on)
    *promise->mutable_due_on() = care::toDate(*due_on);
}

void VisitEditor::removePromise(const std::string& promise_id) {
  eraseIf(draft_.mutable_visit()->mutable_promises(),
          [&](const v1::Promise& promise) { return promise.id() == promise_id; });
}

bool VisitEditor::isKept(const std::string& promise_id) const {
  return contains(draft_.visit().kept_promise_ids(), promise_id);
}

void VisitEditor::setKept(const std::string& promise_id, bool kept) {
  auto* kept_ones = draft_.mutable_visit()->mutable_kept_promise_ids();
  eraseIf(kept_ones, [&](const std::string& one) { return one == promise_id; });
  if (kept)
    *kept_ones->Add() = promise_id;
}

}  // namespace doorstep::models
