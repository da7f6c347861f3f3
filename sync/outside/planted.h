#pragma once

// Faults that are planted to prove that the simulation would find them (tests/simulation). Every program that
// is delivered is compiled without them: planted() is false there, and the compiler drops what hangs on it.
// With DOORSTEP_PLANTED one of them, chosen by a test, is real.
namespace doorstep::outside {

enum class Fault {
  kNone,
  kReceiptNotKept,         // the tablet counts a receipt and does not write it down
  kCursorBeforePage,       // the tablet keeps a page's cursor first, then the page
  kScopeRemovalForgotten,  // the tablet keeps what is somebody else's now
  kSentFromTheBeginning,   // a push does not go on behind the last receipt
  kSavedWithoutSync,       // a save does not wait for the disk
  kEpochNotTakenOver,      // a tablet that is told of a new epoch does not send again what is missing
  kAppliedTwice,           // what was consumed is applied once more when it comes again
  kBaseIgnored,            // an edit is merged as if its editor had seen everything
  kDeviceClockOrders,      // of two values the one with the later device's time stands
  kConflictLoserDropped,   // the value that does not stand is not kept
  kQuarantineBlocks,       // a change that is put aside is not consumed
  kAcknowledgedTooEarly,   // a receipt is given whether the commit worked or not
  kRollupsApart,           // sums are written in a commit of their own, after the records'
  kNewEpochIgnored,        // the service welcomes who has seen more than it holds
  kEndedAssignmentCounts,  // an assignment that has ended still gives a household
  kKindsNotChecked,        // a pull gives every kind of a household's records
  kHandInApplied,          // what a revoked device hands in is applied
  kFreezeLostByRestore,    // what is noted beside the ledger is not put back
  kDigestTooLittle,        // what is held counts as equal though nobody has compared the records
  kAuditUnchained,         // an audit event does not name the one before
  kForkNotNoticed,         // what stands in a change's place already is taken for it
  kDecisionNotKept,        // a conflict that was settled is not marked so
  kContentHalfSent,        // a content counts as sent once it was asked about
};

#ifdef DOORSTEP_PLANTED
inline namespace with_planted_faults {
extern Fault planted_fault;  // the test's choice
inline bool planted(Fault fault) {
  return fault == planted_fault;
}
}  // namespace with_planted_faults
#else
constexpr bool planted(Fault) {
  return false;
}
#endif

}  // namespace doorstep::outside
