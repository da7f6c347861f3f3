// Who was met behind the door, and how things are with them.
#include <algorithm>
#include <string_view>

#include "app/models/erase_if.h"
#include "app/models/visit_editor.h"
#include "sync/care/elder_history.h"

namespace doorstep::models {
namespace {

using care_enums::Met;

// An answer of the app's own beside the checklist's: where they talked.
constexpr std::string_view kMetItem = "met";
constexpr std::string_view kAtDoor = "at_door";

}  // namespace

const v1::VisitContact* VisitEditor::contactOf(const std::string& elder_id) const {
  for (const v1::VisitContact& contact : draft_.visit().contacts()) {
    if (contact.elder_id() == elder_id)
      return &contact;
  }
  return nullptr;
}

v1::VisitContact* VisitEditor::contactOf(const std::string& elder_id) {
  return const_cast<v1::VisitContact*>(std::as_const(*this).contactOf(elder_id));
}

Met VisitEditor::met(const std::string& elder_id) const {
  const v1::VisitContact* contact = contactOf(elder_id);
  if (contact == nullptr)
    return Met::NotAnswered;
  return metOf(contact->mode(), contact->outcome(), answer(elder_id, std::string(kMetItem)) == kAtDoor);
}

void VisitEditor::setMet(const std::string& elder_id, Met met) {
  setAnswer(elder_id, std::string(kMetItem), met == Met::AtTheDoor ? std::string(kAtDoor) : std::string(), false);
  if (!wasMet(met))
    dropAnswers(elder_id);
  if (met == Met::NotAnswered) {
    eraseIf(draft_.mutable_visit()->mutable_contacts(),
            [&](const v1::VisitContact& contact) { return contact.elder_id() == elder_id; });
    return;
  }
  v1::VisitContact* contact = contactOf(elder_id);
  if (contact == nullptr) {
    contact = draft_.mutable_visit()->add_contacts();
    contact->set_elder_id(elder_id);
  }
  const ModeAndOutcome meaning = modeAndOutcome(met);
  contact->set_mode(meaning.mode);
  contact->set_outcome(meaning.outcome);
  if (met != Met::ProxyConfirmed)
    contact->clear_proxy_contact_id();
}

void VisitEditor::setProposal(const std::string& elder_id, v1::StatusProposal proposal) {
  if (v1::VisitContact* contact = contactOf(elder_id))
    contact->set_proposal(proposal);
}

bool VisitEditor::proxyPossible(const std::string& elder_id, absl::CivilDay today) const {
  const auto elder =
      std::find_if(elders_.begin(), elders_.end(), [&](const v1::Elder& one) { return one.id() == elder_id; });
  if (elder == elders_.end() || !care::confirmedAbsenceOn(*elder, today, care::rulesOn(session_.rules, today))) {
    return false;
  }
  return std::any_of(file_.contacts.begin(), file_.contacts.end(),
                     [&](const v1::Contact& contact) { return contact.elder_id() == elder_id; });
}

void VisitEditor::setProxy(const std::string& elder_id, const std::string& contact_id) {
  setMet(elder_id, Met::ProxyConfirmed);
  if (v1::VisitContact* contact = contactOf(elder_id))
    contact->set_proxy_contact_id(contact_id);
}

std::string VisitEditor::answerOwner(const std::string& elder_id) const {
  return elders_.size() > 1 ? elder_id : std::string();
}

std::string VisitEditor::answer(const std::string& elder_id, const std::string& item) const {
  const std::string owner = answerOwner(elder_id);
  for (const v1::Answer& given : draft_.visit().answers()) {
    if (given.item_code() == item && given.elder_id() == owner)
      return given.option_code();
  }
  return {};
}

std::string VisitEditor::lastAnswer(const std::string& elder_id, const std::string& item) const {
  for (const v1::Answer& given : file_.last_answers) {
    const bool theirs = given.elder_id() == elder_id || (given.elder_id().empty() && elder_id == file_.elder.id());
    if (theirs && given.item_code() == item)
      return given.option_code();
  }
  return {};
}

void VisitEditor::setAnswer(const std::string& elder_id, const std::string& item, const std::string& option) {
  setAnswer(elder_id, item, option, false);
}

void VisitEditor::setAnswer(const std::string& elder_id, const std::string& item, const std::string& option,
                            bool same) {
  const std::string owner = answerOwner(elder_id);
  auto* answers = draft_.mutable_visit()->mutable_answers();
  const auto found = std::find_if(answers->begin(), answers->end(), [&](const v1::Answer& given) {
    return given.item_code() == item && given.elder_id() == owner;
  });
  if (option.empty()) {
    if (found != answers->end())
      answers->erase(found);
    return;
  }
  v1::Answer* answer = found != answers->end() ? &*found : answers->Add();
  answer->set_item_code(item);
  answer->set_elder_id(owner);
  answer->set_option_code(option);
  answer->set_same_as_last_time(same);
}

void VisitEditor::dropAnswers(const std::string& elder_id) {
  const std::string owner = answerOwner(elder_id);
  eraseIf(draft_.mutable_visit()->mutable_answers(),
          [&](const v1::Answer& given) { return given.elder_id() == owner; });
}

void VisitEditor::asLastTime() {
  for (const v1::Elder& elder : elders_) {
    if (!wasMet(met(elder.id())))
      continue;
    for (const v1::ChecklistItem& item : checklist_.items()) {
      const std::string last = lastAnswer(elder.id(), item.code());
      if (!last.empty())
        setAnswer(elder.id(), item.code(), last, true);
    }
  }
}

void VisitEditor::asUsual() {
  for (const v1::Elder& elder : elders_) {
    if (!wasMet(met(elder.id())))
      continue;
    for (const v1::ChecklistItem& item : checklist_.items()) {
      if (item.options_size() > 0)
        setAnswer(elder.id(), item.code(), item.options(0).code());
    }
  }
}

void VisitEditor::clearAnswers() {
  eraseIf(draft_.mutable_visit()->mutable_answers(),
          [](const v1::Answer& given) { return given.item_code() != kMetItem; });
}

bool VisitEditor::isAsLastTime() const {
  bool any = false;
  for (const v1::Answer& given : draft_.visit().answers()) {
    if (given.item_code() == kMetItem)
      continue;
    if (!given.same_as_last_time())
      return false;
    any = true;
  }
  return any;
}

}  // namespace doorstep::models
