// What holds of the merge whatever several tablets wrote without a network and in whatever order it arrives.
#include <rapidcheck.h>

#include <QtTest>
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "sync/replication/merge.h"
#include "sync/replication/merge_rules.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"

using namespace doorstep;
using replication::FieldRevision;
using replication::FieldRevisions;

namespace {

const std::string kId(16, 'e');
const char* const kFields[] = {"phone", "how_to_approach", "statuses", "tiers", "merged_into"};

v1::Revision revision(std::uint64_t sequence) {
  v1::Revision out;
  out.set_epoch(1);
  out.set_sequence(sequence);
  return out;
}

// One edit of one field as a tablet made it.
struct Written {
  int tablet;
  std::string field;
  v1::Record value;  // the record after it, as far as this field is concerned
  v1::Patch patch;
  std::string change_id;
  std::uint64_t taken = 0;
};

v1::Record plainElder() {
  v1::Record record;
  record.mutable_elder()->set_id(kId);
  record.mutable_elder()->set_phone("0");
  record.mutable_elder()->add_tiers()->set_tier(v1::TIER_B);
  return record;
}

// No two writes give the same value, but that a merge may be taken back.
void setField(v1::Record& record, const std::string& field, int number) {
  v1::Elder& elder = *record.mutable_elder();
  if (field == "phone") {
    elder.set_phone(std::to_string(number));
  } else if (field == "how_to_approach") {
    elder.set_how_to_approach(std::to_string(number));
  } else if (field == "statuses") {
    v1::StatusSpan& span = *elder.add_statuses();
    elder.mutable_statuses()->DeleteSubrange(0, elder.statuses_size() - 1);
    span.set_status(*rc::gen::element(v1::CARE_STATUS_AT_HOME, v1::CARE_STATUS_AWAY, v1::CARE_STATUS_DECEASED));
    span.mutable_from_on()->set_year(number);
  } else if (field == "tiers") {
    elder.clear_tiers();
    v1::TierSpan& span = *elder.add_tiers();
    span.set_tier(*rc::gen::element(v1::TIER_A, v1::TIER_B, v1::TIER_C));
    span.mutable_from_on()->set_year(number);
  } else {
    elder.set_merged_into(*rc::gen::arbitrary<bool>() ? std::string() : std::string(16, static_cast<char>(number)));
  }
}

// The service's side of it, and what every tablet last saw of it.
class Meeting {
 public:
  Meeting()
      : tablets_(static_cast<std::size_t>(*rc::gen::inRange(2, 5)), Tablet{current_, revision(1), v1::ROLE_VISITOR}) {
    for (Tablet& tablet : tablets_) {
      tablet.role = *rc::gen::element(v1::ROLE_VISITOR, v1::ROLE_SUPERVISOR, v1::ROLE_DISTRICT_STAFF);
    }
  }

  // Tablets write, then everything arrives, each tablet's in its order; sometimes one pulls in between.
  void run(bool pulls) {
    const int steps = *rc::gen::inRange(2, 16);
    for (int step = 0; step < steps; ++step) {
      const auto tablet = *rc::gen::inRange<std::size_t>(0, tablets_.size());
      switch (*rc::gen::inRange(0, pulls ? 3 : 2)) {
        case 0:
          write(tablet);
          break;
        case 1:
          push(tablet);
          break;
        default:
          pull(tablet);
      }
    }
    while (std::any_of(tablets_.begin(), tablets_.end(), [](const Tablet& one) { return !one.waiting.empty(); })) {
      push(*rc::gen::inRange<std::size_t>(0, tablets_.size()));
    }
  }

  const std::vector<Written>& taken() const { return taken_; }
  const v1::Record& current() const { return current_; }
  std::size_t tablets() const { return tablets_.size(); }

  bool isInAConflict(const Written& written) const {
    const std::string value = replication::fieldValue(written.value, written.field);
    return std::any_of(conflicts_.begin(), conflicts_.end(), [&](const v1::Conflict& conflict) {
      return conflict.field() == written.field && (conflict.chosen_value() == value || conflict.other_value() == value);
    });
  }

  replication::MergeResult mergeAgain(const Written& written) const { return merged(written, 1000); }

 private:
  struct Tablet {
    v1::Record seen;
    v1::Revision seen_at;
    v1::Role role;
    std::vector<Written> waiting = {};
    v1::Record own = seen;  // with what it wrote itself
  };

  void write(std::size_t index) {
    Tablet& tablet = tablets_[index];
    Written written{static_cast<int>(index),
                    *rc::gen::elementOf(std::vector<std::string>(std::begin(kFields), std::end(kFields))),
                    {},
                    {},
                    {}};
    v1::Record after = tablet.own;
    setField(after, written.field, ++number_);
    const auto patch = replication::difference(tablet.own, after, tablet.seen_at);
    if (!patch) {
      return;
    }
    written.patch = *patch;
    written.value = tablet.own = after;
    written.change_id = std::string(15, 'c') + static_cast<char>(number_);
    tablet.waiting.push_back(written);
  }

  replication::MergeResult merged(const Written& written, std::uint64_t sequence) const {
    const std::string replica(16, static_cast<char>('a' + written.tablet));
    const FieldRevision author{revision(sequence), replica, tablets_[static_cast<std::size_t>(written.tablet)].role,
                               written.change_id, replica};
    std::vector<v1::Conflict> unseen;
    for (std::size_t at = 0; at < conflicts_.size(); ++at) {
      if (found_at_[at] > written.patch.base().sequence()) {
        unseen.push_back(conflicts_[at]);
      }
    }
    const FieldRevision created{revision(1), {}, v1::ROLE_OPERATOR, {}, std::string(16, 's')};
    return replication::merge({current_, fields_, created, written.patch, author, unseen}).value();
  }

  void push(std::size_t index) {
    Tablet& tablet = tablets_[index];
    if (tablet.waiting.empty()) {
      return;
    }
    Written written = tablet.waiting.front();
    tablet.waiting.erase(tablet.waiting.begin());
    const replication::MergeResult result = merged(written, ++head_);
    written.taken = head_;
    current_ = result.record;
    const std::string replica(16, static_cast<char>('a' + written.tablet));
    for (const std::string& field : result.changed_fields) {
      fields_[field] = {revision(head_), replica, tablet.role, written.change_id, replica};
    }
    for (const v1::Conflict& conflict : result.conflicts) {
      conflicts_.push_back(conflict);
      found_at_.push_back(++head_);
    }
    taken_.push_back(written);
  }

  void pull(std::size_t index) {
    Tablet& tablet = tablets_[index];
    if (tablet.waiting.empty()) {  // otherwise its own lies on top, as the store's tests show
      tablet.seen = tablet.own = current_;
      tablet.seen_at = revision(head_);
    }
  }

  v1::Record current_ = plainElder();
  FieldRevisions fields_;
  std::vector<Tablet> tablets_;
  std::vector<v1::Conflict> conflicts_;
  std::vector<std::uint64_t> found_at_;
  std::vector<Written> taken_;
  std::uint64_t head_ = 1;
  int number_ = 0;
};

bool supersededByItsOwn(const Meeting& meeting, std::size_t at) {
  const std::vector<Written>& all = meeting.taken();
  return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(at) + 1, all.end(), [&](const Written& later) {
    return later.tablet == all[at].tablet && later.field == all[at].field;
  });
}

// By somebody who had seen it: no merge, but an edit.
bool overwrittenKnowingly(const Meeting& meeting, std::size_t at) {
  const std::vector<Written>& all = meeting.taken();
  return std::any_of(all.begin(), all.end(), [&](const Written& later) {
    return later.field == all[at].field && later.patch.base().sequence() >= all[at].taken;
  });
}

}  // namespace

class MergePropertiesTest : public QObject {
  Q_OBJECT

 private slots:
  // Some orders that matter are rare.
  void initTestCase() {
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) {
      qputenv("RC_PARAMS", "max_success=2000");
    }
  }
  void noValueIsLost_data() {
    QTest::addColumn<bool>("pulls");
    QTest::newRow("nobody saw what the others wrote") << false;
    QTest::newRow("some pulled in between") << true;
  }
  void noValueIsLost() {
    QFETCH(bool, pulls);
    QVERIFY(rc::check([pulls] {
      Meeting meeting;
      meeting.run(pulls);
      for (std::size_t at = 0; at < meeting.taken().size(); ++at) {
        const Written& written = meeting.taken()[at];
        const bool stands = replication::sameValue(meeting.current(), written.value, written.field);
        RC_ASSERT(stands || supersededByItsOwn(meeting, at) || meeting.isInAConflict(written) ||
                  (pulls && overwrittenKnowingly(meeting, at)));
      }
    }));
  }

  void whatIsProtectedStandsInWhateverOrder() {
    QVERIFY(rc::check([] {
      Meeting meeting;
      meeting.run(false);
      for (std::size_t at = 0; at < meeting.taken().size(); ++at) {
        const Written& written = meeting.taken()[at];
        if (!supersededByItsOwn(meeting, at)) {  // a tablet's last word
          RC_ASSERT(!replication::outweighs(written.value, meeting.current(), written.field));
        }
      }
    }));
  }

  void mergedAgainNothingChanges() {
    QVERIFY(rc::check([] {
      Meeting meeting;
      meeting.run(false);
      if (meeting.taken().empty()) {
        return;
      }
      const Written& last = meeting.taken().back();
      const replication::MergeResult again = meeting.mergeAgain(last);
      RC_ASSERT(replication::encode(again.record) == replication::encode(meeting.current()));
    }));
  }

  void everyRuleIsOneOfTheTable() {
    using replication::FieldRule;
    QCOMPARE(replication::ruleOf(v1::RECORD_KIND_ELDER, "statuses"), FieldRule::kDeceasedStays);
    QCOMPARE(replication::ruleOf(v1::RECORD_KIND_ELDER, "merged_into"), FieldRule::kEmptiedStays);
    QCOMPARE(replication::ruleOf(v1::RECORD_KIND_HOUSEHOLD, "colour_tier"), FieldRule::kNeverLower);
    QCOMPARE(replication::ruleOf(v1::RECORD_KIND_ELDER, "phone"), FieldRule::kRoleThenOrder);
    QCOMPARE(replication::ruleOf(v1::RECORD_KIND_CONTACT, "statuses"), FieldRule::kRoleThenOrder);
  }
};

QTEST_GUILESS_MAIN(MergePropertiesTest)
#include "merge_properties_test.moc"
