#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "sync/outside/clock.h"
#include "sync/outside/identifier.h"
#include "sync/service/commit_work.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// The one thread that writes to a ledger (architecture decision 17). What was posted while a commit
// was under way goes into the next one together. post() may be called from any thread; work and done
// run on the writer's.
class Writer {
 public:
  // Non-OK: the ledger failed; nothing of this work holds. May run again after a failed commit, so
  // it sets its results afresh each time.
  using Work = std::function<absl::Status(CommitWork&)>;
  // OK: on the disk. Otherwise nothing of it holds.
  using Done = std::function<void(absl::Status)>;

  // On a thread of its own; or by hand, where nothing may depend on threads: then commitPosted() does the work.
  enum class Turn { kOwnThread, kByHand };

  Writer(Ledger& ledger, const outside::Clock& clock, outside::IdentifierSource& identifiers,
         Turn turn = Turn::kOwnThread);
  ~Writer();  // finishes what was posted
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Reads the directory, freezes what fell due while nobody was there, and evaluates each district; before
  // anything else.
  absl::Status start();

  void post(Work work, Done done);
  // What nobody waits for: goes with the next commit, before all else in it, or a second later by itself.
  void postAlong(Work work);
  absl::Status run(Work work);  // waits; never from the writer's own thread
  // By hand only: one group of what was posted, on the caller's thread. False when nothing was.
  bool commitPosted();
  // When a new local day has begun the district is evaluated first, and a month that is due is frozen;
  // else `then` runs at once.
  void whenCurrent(const std::string& district_id, Done then);

  Directory directory() const;  // as of the last commit
  // The clock is too far after this district's last evaluation to be believed (evaluation.h).
  bool doubtsClock(const std::string& district_id) const;

 private:
  struct Posted {
    Work work;
    Done done;
  };
  void loop();
  std::vector<Posted> takeGroup();  // with the lock held
  void commitGroup(std::vector<Posted>& group);
  absl::Status commit(const std::vector<Posted*>& group);
  absl::Status evaluateApart(CommitWork& committed);
  bool isCurrent(const std::string& district_id) const;
  std::vector<std::string> withFreezeDue(const Directory& directory, absl::Time now) const;

  Ledger& ledger_;
  const outside::Clock& clock_;
  outside::IdentifierSource& identifiers_;
  Turn turn_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Posted> posted_;
  std::deque<Posted> along_;
  bool stopping_ = false;
  Directory published_;
  std::map<std::string, CommitWork::Standing> standings_;
  std::thread thread_;
};

}  // namespace doorstep::service
