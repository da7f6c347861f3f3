#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "sync/service/ledger.h"

namespace doorstep::tests {

// What every ledger has to fulfil. `open` gives the ledger of one fresh place; called again it gives
// the same place anew, as after a restart.
class LedgerContract : public QObject {
  Q_OBJECT

 public:
  using Open = std::function<std::unique_ptr<service::Ledger>()>;
  // `fresh` gives a place of its own for each test.
  explicit LedgerContract(std::function<Open()> fresh) : fresh_(std::move(fresh)) {}

 private slots:
  void init();
  void cleanup();
  void aNewLedgerIsEmpty();
  void revisionsCountFromOneWithoutGaps();
  void whatIsNotCommittedIsGone();
  void aSnapshotDoesNotChange();
  void aTransactionSeesItsOwnWrites();
  void committedIsThereAfterARestart();
  void recordsComeBackAsTheyWerePut();
  void fieldRevisionsAreKeptByField();
  void theFeedIsInOrderAndKnowsRemovals();
  void householdsAddUpToWhatStandsInThem();
  void aRecordThatChangedStandsOnceInTheFeed();
  void keysFindByDayAndInOrder();
  void idsAloneAreFoundToo();
  void recordsAreVisitedInTheOrderOfRevisions();
  void districtsDoNotSeeEachOther();
  void changesAreConsumedOnce();
  void consumedChangesAreFoundByTime();
  void replicasAreListed();
  void quarantineIsListedAndEmptied();
  void factsAreFoundBySubjectAndGroup();
  void rollupsAreFoundByAreaAndBySequence();
  void aMonthIsFrozenOnce();
  void frozenFiguresStandBesideTheRollups();
  void frozenFactsStayInOrder();
  void notesAreReplaced();
  void devicesAndCodesAreReplaced();
  void theAuditHasNoSecondRowOfANumber();

 private:
  std::function<Open()> fresh_;
  Open open_;
  std::unique_ptr<service::Ledger> ledger_;
};

}  // namespace doorstep::tests
