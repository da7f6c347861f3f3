// What a supervisor decides about two values of one field, and about two files of one person.

#include <algorithm>

#include "app/models/open_work_model.h"
#include "app/models/text.h"

namespace doorstep::models {

void OpenWorkModel::decide(const QString& subject_id, v1::Decision decision) {
  if (!begin())
    return;
  v1::Settlement settlement;
  settlement.set_subject_id(idOf(subject_id));
  settlement.set_decision(decision);
  carryOut([settlement](store::Recorder& recorder) { return recorder.settle(settlement); });
}

void OpenWorkModel::keepChosen(const QString& conflict_id) {
  decide(conflict_id, v1::DECISION_KEEP_CHOSEN);
}

void OpenWorkModel::takeOther(const QString& conflict_id) {
  decide(conflict_id, v1::DECISION_TAKE_OTHER);
}

void OpenWorkModel::keepApart(const QString& pair_id) {
  decide(pair_id, v1::DECISION_SEPARATE);
}

void OpenWorkModel::merge(const QString& pair_id) {
  mergeInto(pair_id, true);
}

void OpenWorkModel::takeApart(const QString& pair_id) {
  mergeInto(pair_id, false);
}

// An edit of one field of the file that is given up, based on what was shown.
void OpenWorkModel::mergeInto(const QString& pair_id, bool merged) {
  const auto row = std::find_if(work_.duplicates.begin(), work_.duplicates.end(),
                                [id = idOf(pair_id)](const auto& one) { return one.pair.id() == id; });
  if (row == work_.duplicates.end() || row->merged == merged)
    return;
  const v1::Elder& elder = row->from_elder_id == row->newer.elder.id() ? row->newer.elder : row->older.elder;
  v1::Record before;
  v1::Record after;
  *before.mutable_elder() = elder;
  *after.mutable_elder() = elder;
  after.mutable_elder()->set_merged_into(merged ? row->into_elder_id : std::string());
  edit(std::move(before), std::move(after));
}

}  // namespace doorstep::models
