#include "tests/contract/ledger_contract.h"

#include <QtTest>

#include "sync/replication/records.h"

namespace doorstep::tests {
namespace {

using service::DistrictReader;
using service::DistrictWriter;
using service::Fact;
using service::FactKind;
using service::Index;
using service::StoredRecord;

const std::string kDistrict(16, 'd');
const std::string kOther(16, 'o');
const std::string kHousehold(16, 'h');

std::string id(char letter) {
  return std::string(16, letter);
}

// Commits what `work` does; false when any of it failed.
bool write(service::Ledger& ledger, const std::function<bool(DistrictWriter&)>& work,
           const std::string& district = kDistrict) {
  const auto transaction = ledger.write();
  return transaction.ok() && work((*transaction)->district(district)) && (*transaction)->commit().ok();
}

StoredRecord put(DistrictWriter& district, const std::string& record_id, const std::string& household = kHousehold,
                 const std::string& encoded = "encoded") {
  StoredRecord record;
  record.id = record_id;
  record.kind = v1::RECORD_KIND_VISIT;
  record.household_id = household;
  record.revision = *district.nextRevision();
  record.encoded = encoded;
  record.created = {record.revision, id('w'), v1::ROLE_SUPERVISOR, id('c'), id('p')};
  return district.putRecord(record).ok() ? record : StoredRecord();
}

}  // namespace

void LedgerContract::init() {
  open_ = fresh_();
  ledger_ = open_();
  QVERIFY(ledger_ != nullptr);
}

void LedgerContract::cleanup() {
  ledger_.reset();
}

void LedgerContract::aNewLedgerIsEmpty() {
  const auto snapshot = ledger_->read();
  QVERIFY(snapshot.ok());
  DistrictReader& district = (*snapshot)->district(kDistrict);
  QCOMPARE(district.head()->epoch(), std::uint64_t{1});
  QCOMPARE(district.head()->sequence(), std::uint64_t{0});
  QVERIFY(!district.record(id('a'))->has_value());
  QVERIFY(district.find({Index::kElder, ""})->empty());
  QVERIFY(district.feed(kHousehold, 0, 10)->empty());
  QVERIFY((*snapshot)->registry().districts()->empty());
  QVERIFY((*snapshot)->registry().devices()->empty());
  QVERIFY(!(*snapshot)->registry().lastAudit()->has_value());
}

void LedgerContract::revisionsCountFromOneWithoutGaps() {
  for (std::uint64_t commit = 0; commit < 3; ++commit) {
    QVERIFY(write(*ledger_, [commit](DistrictWriter& district) {
      return district.nextRevision()->sequence() == 2 * commit + 1 &&
             district.nextRevision()->sequence() == 2 * commit + 2 && district.head()->sequence() == 2 * commit + 2;
    }));
  }
}

void LedgerContract::whatIsNotCommittedIsGone() {
  {
    const auto transaction = ledger_->write();
    QCOMPARE(put((*transaction)->district(kDistrict), id('a')).id, id('a'));
  }
  const auto snapshot = ledger_->read();
  QVERIFY(!(*snapshot)->district(kDistrict).record(id('a'))->has_value());
  QCOMPARE((*snapshot)->district(kDistrict).head()->sequence(), std::uint64_t{0});
}

void LedgerContract::aSnapshotDoesNotChange() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) { return put(district, id('a')).id == id('a'); }));
  const auto before = ledger_->read();
  QVERIFY((*before)->district(kDistrict).record(id('a'))->has_value());
  QVERIFY(write(*ledger_, [](DistrictWriter& district) { return put(district, id('b')).id == id('b'); }));
  QVERIFY(!(*before)->district(kDistrict).record(id('b'))->has_value());
  const auto after = ledger_->read();  // while the other is still held
  QVERIFY((*after)->district(kDistrict).record(id('b'))->has_value());
}

void LedgerContract::aTransactionSeesItsOwnWrites() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    put(district, id('a'));
    return district.addKey({Index::kElder, ""}, id('a')).ok() && district.record(id('a'))->has_value() &&
           district.find({Index::kElder, ""})->size() == 1;
  }));
}

void LedgerContract::committedIsThereAfterARestart() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) { return put(district, id('a')).id == id('a'); }));
  ledger_.reset();
  ledger_ = open_();
  const auto snapshot = ledger_->read();
  QVERIFY((*snapshot)->district(kDistrict).record(id('a'))->has_value());
  QCOMPARE((*snapshot)->district(kDistrict).head()->sequence(), std::uint64_t{1});
  QVERIFY(write(*ledger_, [](DistrictWriter& district) { return district.nextRevision()->sequence() == 2; }));
}

void LedgerContract::recordsComeBackAsTheyWerePut() {
  const std::string bytes("\x00\x01 with a zero", 14);
  StoredRecord put_record;
  QVERIFY(write(*ledger_, [&](DistrictWriter& district) {
    put_record = put(district, id('a'), kHousehold, bytes);
    return true;
  }));
  const auto snapshot = ledger_->read();
  const auto found = (*snapshot)->district(kDistrict).record(id('a'));
  QVERIFY(found->has_value());
  QCOMPARE((*found)->encoded, bytes);
  QCOMPARE((*found)->kind, v1::RECORD_KIND_VISIT);
  QCOMPARE((*found)->household_id, kHousehold);
  QCOMPARE((*found)->revision.sequence(), std::uint64_t{1});
  QCOMPARE((*found)->created.worker_id, id('w'));
  QCOMPARE((*found)->created.role, v1::ROLE_SUPERVISOR);
  QCOMPARE((*found)->created.change_id, id('c'));
  QCOMPARE((*found)->created.replica_id, id('p'));
  QCOMPARE((*found)->created.revision.epoch(), std::uint64_t{1});
}

void LedgerContract::fieldRevisionsAreKeptByField() {
  const auto set = [](std::uint64_t sequence, char change) {
    replication::FieldRevision revision;
    revision.revision.set_epoch(1);
    revision.revision.set_sequence(sequence);
    revision.worker_id = id('w');
    revision.role = v1::ROLE_VISITOR;
    revision.change_id = id(change);
    revision.replica_id = id('p');
    return revision;
  };
  QVERIFY(write(*ledger_, [&](DistrictWriter& district) {
    return district.putFieldRevisions(id('a'), {{"name", set(1, 'x')}, {"phone", set(1, 'x')}}).ok() &&
           district.putFieldRevisions(id('a'), {{"phone", set(2, 'y')}}).ok();
  }));
  const auto snapshot = ledger_->read();
  const auto fields = (*snapshot)->district(kDistrict).fieldRevisions(id('a'));
  QCOMPARE(fields->size(), std::size_t{2});
  QCOMPARE(fields->at("name").change_id, id('x'));
  QCOMPARE(fields->at("phone").change_id, id('y'));
  QCOMPARE(fields->at("phone").replica_id, id('p'));
  QCOMPARE(fields->at("phone").revision.sequence(), std::uint64_t{2});
}

void LedgerContract::theFeedIsInOrderAndKnowsRemovals() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    put(district, id('b'));
    put(district, id('a'));
    put(district, id('x'), id('z'));
    return district.putRemoval(kHousehold, v1::RECORD_KIND_ELDER, id('e'), *district.nextRevision()).ok() &&
           put(district, id('c')).id == id('c');
  }));
  const auto snapshot = ledger_->read();
  const auto steps = (*snapshot)->district(kDistrict).feed(kHousehold, 0, 10);
  QCOMPARE(steps->size(), std::size_t{4});
  QCOMPARE((*steps)[0].record.id, id('b'));
  QCOMPARE((*steps)[1].record.id, id('a'));
  QVERIFY((*steps)[2].removed);
  QCOMPARE((*steps)[2].record.id, id('e'));
  QCOMPARE((*steps)[2].record.kind, v1::RECORD_KIND_ELDER);
  QCOMPARE((*steps)[3].record.revision.sequence(), std::uint64_t{5});
  const auto later = (*snapshot)->district(kDistrict).feed(kHousehold, 2, 2);
  QCOMPARE(later->size(), std::size_t{2});
  QCOMPARE((*later)[0].record.id, id('e'));
}

void LedgerContract::aRecordThatChangedStandsOnceInTheFeed() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    put(district, id('a'), kHousehold, "first");
    put(district, id('b'));
    return put(district, id('a'), kHousehold, "second").id == id('a');
  }));
  const auto snapshot = ledger_->read();
  const auto steps = (*snapshot)->district(kDistrict).feed(kHousehold, 0, 10);
  QCOMPARE(steps->size(), std::size_t{2});
  QCOMPARE((*steps)[1].record.encoded, std::string("second"));
  QCOMPARE((*steps)[1].record.revision.sequence(), std::uint64_t{3});
}

void LedgerContract::householdsAddUpToWhatStandsInThem() {
  const auto sumOf = [](const std::vector<StoredRecord>& records) {
    replication::Digest digest;
    for (const StoredRecord& record : records) {
      digest.toggle(record.kind, record.id, record.revision);
    }
    return digest;
  };
  std::vector<StoredRecord> stand;
  QVERIFY(write(*ledger_, [&](DistrictWriter& district) {
    put(district, id('a'));
    stand = {put(district, id('b')), put(district, id('a'))};  // a second time: it stands once
    const auto sums = district.digests(kHousehold);            // within the transaction, too
    return sums.ok() && sums->size() == 1 && sums->front().count == 2 && sums->front().digest == sumOf(stand);
  }));
  QVERIFY(write(*ledger_, [&](DistrictWriter& district) {
    stand = {stand[1]};
    return put(district, id('b'), id('z')).id == id('b');  // it moves to another door
  }));
  {
    const auto lost = ledger_->write();
    put((*lost)->district(kDistrict), id('c'));
    QVERIFY((*lost)->district(kDistrict).digests(kHousehold).ok());  // and is never committed
  }
  const auto snapshot = ledger_->read();
  const auto here = (*snapshot)->district(kDistrict).digests(kHousehold);
  QCOMPARE(here->size(), std::size_t{1});
  QCOMPARE(here->front().kind, v1::RECORD_KIND_VISIT);
  QCOMPARE(here->front().count, std::uint64_t{1});
  QVERIFY(here->front().digest == sumOf(stand));
  QCOMPARE((*snapshot)->district(kDistrict).digests(id('z'))->front().count, std::uint64_t{1});
  QVERIFY((*snapshot)->district(kOther).digests(kHousehold)->empty());
}

void LedgerContract::keysFindByDayAndInOrder() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    for (const char letter : {'c', 'a', 'b'}) {  // the order of revisions
      put(district, id(letter));
    }
    return district.addKey({Index::kVisitOfElder, "e", -1}, id('a')).ok() &&
           district.addKey({Index::kVisitOfElder, "e", 7}, id('b')).ok() &&
           district.addKey({Index::kVisitOfElder, "e", 7}, id('c')).ok() &&
           district.addKey({Index::kVisitOfElder, "e", 7}, id('c')).ok() &&  // once more changes nothing
           district.addKey({Index::kVisitOfWorker, "e", 7}, id('a')).ok() &&
           district.addKey({Index::kVisitOfElder, "f", 7}, id('a')).ok();
  }));
  const auto snapshot = ledger_->read();
  DistrictReader& district = (*snapshot)->district(kDistrict);
  const auto ids = [](const absl::StatusOr<std::vector<StoredRecord>>& found) {
    std::string letters;
    for (const StoredRecord& record : *found) {
      letters.push_back(record.id[0]);
    }
    return letters;
  };
  QCOMPARE(ids(district.find({Index::kVisitOfElder, "e"})), std::string("acb"));
  QCOMPARE(ids(district.find({Index::kVisitOfElder, "e", 0, 7})), std::string("cb"));
  QCOMPARE(ids(district.find({Index::kVisitOfElder, "e", -5, 6})), std::string("a"));
  service::IndexRange latest{Index::kVisitOfElder, "e"};
  latest.latest_first = true;
  latest.limit = 2;
  QCOMPARE(ids(district.find(latest)), std::string("bc"));
  std::string shown;
  QVERIFY(district
              .forEachFound({Index::kVisitOfElder, "e", -1, 6},
                            [&shown](std::string_view found, std::string_view encoded) {
                              shown.append(found.substr(0, 1)).append(encoded);
                              return absl::OkStatus();
                            })
              .ok());
  QCOMPARE(shown, "a" + district.record(id('a'))->value().encoded);
  QVERIFY(write(*ledger_, [](DistrictWriter& writer) {
    return writer.addKey({Index::kVisitOfElder, "g", 1}, id('b'), "in short").ok();
  }));
  QCOMPARE(ids((*ledger_->read())->district(kDistrict).find({Index::kVisitOfElder, "g"})), std::string("b"));
  shown.clear();
  QVERIFY((*ledger_->read())
              ->district(kDistrict)
              .forEachFound({Index::kVisitOfElder, "g"},
                            [&shown](std::string_view, std::string_view excerpt) {
                              shown = excerpt;
                              return absl::OkStatus();
                            })
              .ok());
  QCOMPARE(shown, std::string("in short"));
  int stopped_after = 0;
  QVERIFY(absl::IsAborted(district.forEachFound(latest, [&stopped_after](std::string_view, std::string_view) {
    ++stopped_after;
    return absl::AbortedError("enough");
  })));
  QCOMPARE(stopped_after, 1);
  QVERIFY(write(*ledger_, [](DistrictWriter& writer) {
    return writer.removeKey({Index::kVisitOfElder, "e", 7}, id('c')).ok();
  }));
  const auto after = ledger_->read();
  QCOMPARE(ids((*after)->district(kDistrict).find({Index::kVisitOfElder, "e"})), std::string("ab"));
}

void LedgerContract::idsAloneAreFoundToo() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    return district.addKey({Index::kHouseholdOfArea, "a"}, id('y')).ok() &&
           district.addKey({Index::kHouseholdOfArea, "a"}, id('x')).ok();
  }));
  const auto snapshot = ledger_->read();
  const auto ids = (*snapshot)->district(kDistrict).findIds({Index::kHouseholdOfArea, "a"});
  QVERIFY(*ids == (std::vector<std::string>{id('x'), id('y')}));
}

void LedgerContract::recordsAreVisitedInTheOrderOfRevisions() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    put(district, id('c'));
    put(district, id('a'), id('z'));
    return put(district, id('b')).id == id('b');
  }));
  const auto snapshot = ledger_->read();
  std::string letters;
  QVERIFY((*snapshot)
              ->district(kDistrict)
              .forEachRecord([&letters](const StoredRecord& record) {
                letters.push_back(record.id[0]);
                return absl::OkStatus();
              })
              .ok());
  QCOMPARE(letters, std::string("cab"));
  QCOMPARE((*snapshot)
               ->district(kDistrict)
               .forEachRecord([](const StoredRecord&) { return absl::CancelledError("enough"); })
               .code(),
           absl::StatusCode::kCancelled);
}

void LedgerContract::districtsDoNotSeeEachOther() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    put(district, id('a'));
    return district.putNote("n", "1").ok() && district.addKey({Index::kElder, ""}, id('a')).ok();
  }));
  QVERIFY(write(
      *ledger_, [](DistrictWriter& district) { return district.nextRevision()->sequence() == 1; }, kOther));
  const auto snapshot = ledger_->read();
  DistrictReader& other = (*snapshot)->district(kOther);
  QVERIFY(!other.record(id('a'))->has_value());
  QVERIFY(!other.note("n")->has_value());
  QVERIFY(other.findIds({Index::kElder, ""})->empty());
  QVERIFY(*(*snapshot)->registry().districts() == (std::vector<std::string>{kDistrict, kOther}));
}

void LedgerContract::changesAreConsumedOnce() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    return district.putConsumed({id('r'), 1, "hash", "change", "receipt"}).ok() &&
           district.putReplica({id('r'), "owner", 1, "hash", true}).ok();
  }));
  QVERIFY(!write(*ledger_, [](DistrictWriter& district) {
    return district.putConsumed({id('r'), 1, "other", "change", "receipt"}).ok();
  }));
  const auto snapshot = ledger_->read();
  const auto consumed = (*snapshot)->district(kDistrict).consumed(id('r'), 1);
  QCOMPARE((*consumed)->hash, std::string("hash"));
  QCOMPARE((*consumed)->encoded, std::string("change"));
  QCOMPARE((*consumed)->receipt, std::string("receipt"));
  QVERIFY(!(*snapshot)->district(kDistrict).consumed(id('r'), 2)->has_value());
  const auto replica = (*snapshot)->district(kDistrict).replica(id('r'));
  QCOMPARE((*replica)->owner, std::string("owner"));
  QCOMPARE((*replica)->last_sequence, std::uint64_t{1});
  QVERIFY((*replica)->forked);
  QVERIFY(!(*snapshot)->district(kDistrict).replica(id('s'))->has_value());
}

void LedgerContract::consumedChangesAreFoundByTime() {
  const absl::Time noon = absl::FromUnixSeconds(1'795'000'000);
  QVERIFY(write(*ledger_, [noon](DistrictWriter& district) {
    return district.putConsumed({id('r'), 1, "h", "c", "r", noon, v1::RECEIPT_OUTCOME_APPLIED, v1::RECORD_KIND_VISIT})
               .ok() &&
           district
               .putConsumed({id('s'), 1, "h", "c", "r", noon - absl::Seconds(1), v1::RECEIPT_OUTCOME_QUARANTINED,
                             v1::RECORD_KIND_ELDER})
               .ok() &&
           district
               .putConsumed({id('r'), 2, "h", "c", "r", noon + absl::Minutes(1), v1::RECEIPT_OUTCOME_APPLIED,
                             v1::RECORD_KIND_VISIT})
               .ok();
  }));
  const auto snapshot = ledger_->read();
  std::vector<service::ConsumedLine> lines;
  const auto take = [&lines](const service::ConsumedLine& line) {
    lines.push_back(line);
    return absl::OkStatus();
  };
  // The beginning is included, the end is not; in order of time.
  QVERIFY(
      (*snapshot)->district(kDistrict).forEachConsumed(noon - absl::Seconds(1), noon + absl::Minutes(1), take).ok());
  QCOMPARE(lines.size(), std::size_t{2});
  QCOMPARE(lines[0].replica_id, id('s'));
  QCOMPARE(lines[0].outcome, v1::RECEIPT_OUTCOME_QUARANTINED);
  QCOMPARE(lines[0].kind, v1::RECORD_KIND_ELDER);
  QCOMPARE(lines[1].sequence, std::uint64_t{1});
  QVERIFY(lines[1].received_at == noon);
  QVERIFY((*(*snapshot)->district(kDistrict).consumed(id('r'), 2))->received_at == noon + absl::Minutes(1));
  lines.clear();
  QVERIFY((*snapshot)->district(kOther).forEachConsumed(absl::UnixEpoch(), absl::InfiniteFuture(), take).ok());
  QVERIFY(lines.empty());
}

void LedgerContract::replicasAreListed() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    return district.putReplica({id('s'), "owner", 2, "head", false}).ok() &&
           district.putReplica({id('r'), "other", 1, "head", true}).ok();
  }));
  const auto snapshot = ledger_->read();
  const auto replicas = (*snapshot)->district(kDistrict).replicas();
  QCOMPARE(replicas->size(), std::size_t{2});
  QCOMPARE((*replicas)[0].replica_id, id('r'));
  QVERIFY((*replicas)[0].forked);
  QCOMPARE((*replicas)[1].owner, std::string("owner"));
  QVERIFY((*snapshot)->district(kOther).replicas()->empty());
}

void LedgerContract::quarantineIsListedAndEmptied() {
  const absl::Time at = absl::FromUnixMillis(1'000);
  QVERIFY(write(*ledger_, [at](DistrictWriter& district) {
    return district.putQuarantined({id('b'), id('r'), 2, at + absl::Seconds(1)}).ok() &&
           district.putQuarantined({id('a'), id('r'), 1, at}).ok();
  }));
  {
    const auto snapshot = ledger_->read();
    const auto rows = (*snapshot)->district(kDistrict).quarantined();
    QCOMPARE(rows->size(), std::size_t{2});
    QCOMPARE((*rows)[0].change_id, id('a'));
    QCOMPARE((*rows)[0].received_at, at);
    QCOMPARE(*(*snapshot)->district(kDistrict).quarantinedCount(), std::uint64_t{2});
  }
  QVERIFY(write(*ledger_, [](DistrictWriter& district) { return district.removeQuarantined(id('a')).ok(); }));
  const auto snapshot = ledger_->read();
  QCOMPARE(*(*snapshot)->district(kDistrict).quarantinedCount(), std::uint64_t{1});
}

void LedgerContract::factsAreFoundBySubjectAndGroup() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    return district.putFact({FactKind::kElderMonth, "e1", "2026-11", "missed", "one"}).ok() &&
           district.putFact({FactKind::kElderMonth, "e1", "2026-10", "", "two"}).ok() &&
           district.putFact({FactKind::kElderMonth, "e2", "2026-11", "missed", "three"}).ok() &&
           district.putFact({FactKind::kMinutes, "e1", "w", "missed", "four"}).ok() &&
           district.putFact({FactKind::kElderMonth, "e2", "2026-11", "missed", "five"}).ok();  // replaces
  }));
  const auto snapshot = ledger_->read();
  DistrictReader& district = (*snapshot)->district(kDistrict);
  const auto of_subject = district.facts(FactKind::kElderMonth, "e1");
  QCOMPARE(of_subject->size(), std::size_t{2});
  QCOMPARE((*of_subject)[0].encoded, std::string("two"));  // in the order of parts
  const auto from_november = district.factsFrom(FactKind::kElderMonth, "e1", "2026-11");
  QCOMPARE(from_november->size(), std::size_t{1});
  QCOMPARE(from_november->front().encoded, std::string("one"));
  const auto of_group = district.factsInGroup(FactKind::kElderMonth, "missed");
  QCOMPARE(of_group->size(), std::size_t{2});
  QCOMPARE((*of_group)[1].encoded, std::string("five"));
  QVERIFY(district.factsInGroup(FactKind::kElderMonth, "")->empty());  // no group is no group
  int seen = 0;
  QVERIFY(district
              .forEachFact(FactKind::kElderMonth,
                           [&seen](const Fact&) {
                             ++seen;
                             return absl::OkStatus();
                           })
              .ok());
  QCOMPARE(seen, 3);
  QVERIFY(write(*ledger_,
                [](DistrictWriter& writer) { return writer.removeFact(FactKind::kElderMonth, "e1", "2026-11").ok(); }));
  const auto after = ledger_->read();
  QCOMPARE((*after)->district(kDistrict).factsInGroup(FactKind::kElderMonth, "missed")->size(), std::size_t{1});
}

void LedgerContract::rollupsAreFoundByAreaAndBySequence() {
  const auto row = [](DistrictWriter& district, char area, std::int64_t contacted) {
    service::RollupRow row{id(area), 24322, *district.nextRevision(), {}, std::nullopt};
    row.figures.set_contacted(contacted);
    return district.putRollup(row).ok();
  };
  QVERIFY(write(*ledger_, [&](DistrictWriter& district) {
    return row(district, 'a', 1) && row(district, 'b', 2) && row(district, 'a', 3);
  }));
  const auto snapshot = ledger_->read();
  DistrictReader& district = (*snapshot)->district(kDistrict);
  QCOMPARE((*district.rollup(id('a'), 24322))->figures.contacted(), std::int64_t{3});
  QVERIFY(!district.rollup(id('a'), 24323)->has_value());
  const auto all = district.rollupsAfter(0, 10);
  QCOMPARE(all->size(), std::size_t{2});
  QCOMPARE((*all)[0].area_id, id('b'));
  QCOMPARE((*all)[1].revision.sequence(), std::uint64_t{3});
  QCOMPARE(district.rollupsAfter(2, 10)->size(), std::size_t{1});
  QCOMPARE(district.rollupsAfter(0, 1)->size(), std::size_t{1});
}

namespace {

constexpr std::int64_t kMonth = 24322;

service::FreezeRow freezeRow(DistrictWriter& district, std::int64_t month) {
  service::FreezeRow row;
  row.month = month;
  row.revision = *district.nextRevision();
  row.frozen_at = absl::FromUnixSeconds(1'796'486'400);
  row.rules_revision.set_epoch(1);
  row.rules_revision.set_sequence(7);
  row.rules = "rules";
  row.digest = "digest";
  row.has_facts = true;
  return row;
}

}  // namespace

void LedgerContract::aMonthIsFrozenOnce() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    return district.putFreeze(freezeRow(district, kMonth + 1)).ok() &&
           district.putFreeze(freezeRow(district, kMonth)).ok();
  }));
  QVERIFY(
      !write(*ledger_, [](DistrictWriter& district) { return district.putFreeze(freezeRow(district, kMonth)).ok(); }));
  const auto snapshot = ledger_->read();
  const auto freezes = (*snapshot)->district(kDistrict).freezes();
  QCOMPARE(freezes->size(), std::size_t{2});
  const service::FreezeRow& first = freezes->front();
  QCOMPARE(first.month, kMonth);
  QCOMPARE(first.revision.sequence(), std::uint64_t{2});
  QCOMPARE(absl::ToUnixSeconds(first.frozen_at), std::int64_t{1'796'486'400});
  QCOMPARE(first.rules_revision.sequence(), std::uint64_t{7});
  QCOMPARE(first.rules, std::string("rules"));
  QCOMPARE(first.digest, std::string("digest"));
  QVERIFY(first.has_facts);
  QVERIFY((*snapshot)->district(kOther).freezes()->empty());
}

void LedgerContract::frozenFiguresStandBesideTheRollups() {
  const auto put = [](DistrictWriter& district, char area, std::int64_t contacted) {
    service::RollupRow row{id(area), kMonth, *district.nextRevision(), {}, std::nullopt};
    row.figures.set_contacted(contacted);
    return district.putRollup(row).ok();
  };
  QVERIFY(write(*ledger_, [&](DistrictWriter& district) {
    service::FrozenRow frozen{id('a'), id('p'), {}};
    frozen.figures.set_contacted(1);
    return put(district, 'a', 1) && district.putFreeze(freezeRow(district, kMonth)).ok() &&
           district.putFrozenRow(kMonth, frozen).ok() && put(district, 'a', 2) && put(district, 'b', 3);
  }));
  const auto snapshot = ledger_->read();
  DistrictReader& district = (*snapshot)->district(kDistrict);
  const auto restated = district.rollup(id('a'), kMonth);
  QCOMPARE((*restated)->figures.contacted(), std::int64_t{2});
  QCOMPARE((*restated)->frozen->figures.contacted(), std::int64_t{1});
  QCOMPARE((*restated)->frozen->sequence, std::uint64_t{2});
  QCOMPARE(absl::ToUnixSeconds((*restated)->frozen->frozen_at), std::int64_t{1'796'486'400});
  // An area that came with a restatement had nothing then.
  const auto rows = district.rollupsAfter(0, 10);
  QCOMPARE(rows->size(), std::size_t{2});
  QCOMPARE((*rows)[1].area_id, id('b'));
  QCOMPARE((*rows)[1].frozen->figures.contacted(), std::int64_t{0});
  const auto frozen = district.frozenRows(kMonth);
  QCOMPARE(frozen->size(), std::size_t{1});
  QCOMPARE(frozen->front().parent_id, id('p'));
  QVERIFY(district.frozenRows(kMonth + 1)->empty());
}

void LedgerContract::frozenFactsStayInOrder() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    return district.putFrozenFact(kMonth, {FactKind::kRisk, id('a'), "", "", "third"}).ok() &&
           district.putFrozenFact(kMonth, {FactKind::kElderMonth, id('b'), "p", "", "second"}).ok() &&
           district.putFrozenFact(kMonth, {FactKind::kElderMonth, id('a'), "p", "", "first"}).ok() &&
           district.putFrozenFact(kMonth + 1, {FactKind::kElderMonth, id('a'), "p", "", "other"}).ok();
  }));
  const auto snapshot = ledger_->read();
  std::string encoded;
  QVERIFY((*snapshot)
              ->district(kDistrict)
              .forEachFrozenFact(kMonth,
                                 [&encoded](const Fact& fact) {
                                   encoded += fact.encoded + " ";
                                   return absl::OkStatus();
                                 })
              .ok());
  QCOMPARE(encoded, std::string("first second third "));
}

void LedgerContract::notesAreReplaced() {
  QVERIFY(write(*ledger_, [](DistrictWriter& district) {
    return district.putNote("n", "1").ok() && district.putNote("n", "2").ok();
  }));
  const auto snapshot = ledger_->read();
  QVERIFY(*(*snapshot)->district(kDistrict).note("n") == std::optional<std::string>("2"));
  QVERIFY(!(*snapshot)->district(kDistrict).note("m")->has_value());
}

void LedgerContract::devicesAndCodesAreReplaced() {
  service::DeviceRow device;
  device.fingerprint = "f";
  device.replica_id = id('r');
  device.district_id = kDistrict;
  device.worker_id = id('w');
  device.device_name = "平板 3";
  device.enrolled_at = absl::FromUnixMillis(5);
  service::CodeRow code{"ABCD", "key", kDistrict, id('w'), absl::FromUnixMillis(9), 0, false};
  const auto transaction = ledger_->write();
  QVERIFY((*transaction)->registry().putDevice(device).ok());
  device.revoked = true;
  device.last_hello_at = absl::FromUnixMillis(7);
  device.waiting = 3;
  QVERIFY((*transaction)->registry().putDevice(device).ok());
  QVERIFY((*transaction)->registry().putCode(code).ok());
  code.wrong_proofs = 2;
  code.used = true;
  QVERIFY((*transaction)->registry().putCode(code).ok());
  QVERIFY((*transaction)->commit().ok());
  const auto snapshot = ledger_->read();
  const auto found = (*snapshot)->registry().device("f");
  QVERIFY((*found)->revoked);
  QVERIFY(!(*found)->is_operator);
  QCOMPARE((*found)->device_name, std::string("平板 3"));
  QVERIFY((*found)->last_hello_at == device.last_hello_at);
  QCOMPARE((*found)->enrolled_at, device.enrolled_at);
  QCOMPARE((*found)->waiting, std::uint64_t{3});
  QCOMPARE((*snapshot)->registry().devices()->size(), std::size_t{1});
  const auto kept = (*snapshot)->registry().code("ABCD");
  QCOMPARE((*kept)->wrong_proofs, 2U);
  QVERIFY((*kept)->used);
  QCOMPARE((*kept)->expires_at, code.expires_at);
  QVERIFY(!(*snapshot)->registry().code("EFGH")->has_value());
}

void LedgerContract::theAuditHasNoSecondRowOfANumber() {
  {
    const auto transaction = ledger_->write();
    QVERIFY((*transaction)->registry().appendAudit({1, "first"}).ok());
    QVERIFY((*transaction)->registry().appendAudit({2, "second"}).ok());
    QCOMPARE((*transaction)->registry().lastAudit()->value().number, std::uint64_t{2});
    QVERIFY((*transaction)->commit().ok());
  }
  {
    const auto transaction = ledger_->write();
    QCOMPARE((*transaction)->registry().appendAudit({2, "again"}).code(), absl::StatusCode::kAlreadyExists);
  }
  const auto snapshot = ledger_->read();
  std::string all;
  QVERIFY((*snapshot)
              ->registry()
              .forEachAudit([&all](const service::AuditRow& row) {
                all += row.encoded + " ";
                return absl::OkStatus();
              })
              .ok());
  QCOMPARE(all, std::string("first second "));
}

}  // namespace doorstep::tests
