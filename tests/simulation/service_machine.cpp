#include "tests/simulation/service_machine.h"

#include <array>
#include <filesystem>
#include <utility>

#include "sync/care/calendar.h"
#include "sync/escrow/escrow.h"
#include "sync/outside/attempt.h"
#include "sync/service/apply.h"
#include "sync/service/exchange/hello.h"
#include "sync/service/exchange/hello_marks.h"
#include "sync/service/reconcile/compare.h"
#include "tests/simulation/signatures.h"

namespace doorstep::simulation {
namespace {

constexpr absl::Duration kGathering = absl::Milliseconds(2);

}  // namespace

sqlite::Key ServiceMachine::ledgerKey() {
  std::array<std::uint8_t, sqlite::Key::kSize> bytes{};
  bytes.fill(5);
  return sqlite::Key(bytes);
}

absl::Status ServiceMachine::down() {
  return absl::UnavailableError("the service is down");
}

absl::Status ServiceMachine::stillWelcome(service::RegistryReader& registry, const service::Caller& caller) {
  DOORSTEP_ASSIGN(const auto device, registry.device(caller.fingerprint));
  return device.has_value() && !device->revoked ? absl::OkStatus() : absl::PermissionDeniedError("revoked");
}

ServiceMachine::ServiceMachine(Timeline& timeline, std::string folder, std::uint64_t seed)
    : timeline_(timeline), machine_(timeline, std::move(folder), seed) {
  identity_.authority_der = signatures().authority;
  identity_.bundle_signer = signatures().service;
  identity_.bundle_secret_key = std::make_shared<const escrow::Secret>(*escrow::Secret::of(std::string(32, 'k')));
  identity_.bundle_public_key = escrow::publicKeyOf(*identity_.bundle_secret_key);
}

ServiceMachine::~ServiceMachine() {
  stop(Stop::kProgram);
}

void ServiceMachine::begin(const VirtualDisk::Image& image) {
  machine_.disk.load(image);
  std::filesystem::remove(notesPath());
  std::filesystem::remove_all(contentsFolder());
}

absl::Status ServiceMachine::start() {
  machine_.disk.start();
  identifiers_.emplace(machine_.clock, machine_.random);
  absl::Status started = open();
  if (!started.ok()) {
    stop(Stop::kProgram);
  }
  return started;
}

// In the order of sync/service/daemon.
absl::Status ServiceMachine::open() {
  DOORSTEP_ASSIGN(ledger_, service::EmbeddedLedger::open(machine_.disk.folder() + "/ledger.db", ledgerKey()));
  DOORSTEP_ASSIGN(notes_, service::SealedNotes::open(notesPath(), "an authority's key"));
  DOORSTEP_TRY(notes_->applyTo(*ledger_));
  DOORSTEP_TRY(openContents());
  writer_ = std::make_unique<service::Writer>(*ledger_, machine_.clock, *identifiers_, service::Writer::Turn::kByHand);
  DOORSTEP_TRY(writer_->start());
  return notes_->catchUp(*ledger_);
}

void ServiceMachine::stop(Stop how) {
  machine_.disk.stop(how);  // first, so that nothing of what follows reaches it
  ++life_;
  machine_.executor.drop();
  turning_ = false;
  writer_.reset();
  notes_.reset();
  contents_.reset();
  ledger_.reset();
}

void ServiceMachine::shutDown() {
  writer_.reset();
  ledger_.reset();
  stop(Stop::kProgram);
}

bool ServiceMachine::wentDown() {
  if (isUp() && machine_.disk.hasStopped()) {
    stop(Stop::kProgram);
  }
  return !isUp();
}

absl::StatusOr<service::Caller> ServiceMachine::admit(const std::string& fingerprint) {
  if (wentDown()) {
    return down();
  }
  auto caller = callerOf(fingerprint);
  return wentDown() ? down() : caller;
}

absl::StatusOr<service::Caller> ServiceMachine::callerOf(const std::string& fingerprint) {
  DOORSTEP_ASSIGN(const auto snapshot, ledger_->read());
  DOORSTEP_ASSIGN(const auto device, snapshot->registry().device(fingerprint));
  if (!device.has_value()) {
    return absl::UnauthenticatedError("this certificate is not known");
  }
  return service::callerOf(*device, writer_->directory(), machine_.clock.now());
}

absl::StatusOr<std::string> ServiceMachine::hello(const std::string& fingerprint, const std::string& request) {
  DOORSTEP_ASSIGN(const service::Caller caller, admit(fingerprint));
  v1::HelloRequest asked;
  if (!asked.ParseFromString(request)) {
    return absl::InvalidArgumentError("hello");
  }
  writer_->post(
      [caller, asked](service::CommitWork& commit) {
        return service::keepHelloMark(commit.district(caller.district_id).ledger, caller.fingerprint, asked,
                                      commit.now());
      },
      [](const absl::Status&) {});
  turnSoon();
  DOORSTEP_TRY(beginEpochFor(caller, asked));
  DOORSTEP_ASSIGN(const auto snapshot, ledger_->read());
  DOORSTEP_ASSIGN(v1::HelloReply reply,
                  service::answerHello(snapshot->district(caller.district_id), writer_->directory(), caller, asked,
                                       machine_.clock.now()));
  if (!asked.reply_key().empty()) {
    reply.set_bundle_key(identity_.bundle_public_key);
  }
  return reply.SerializeAsString();
}

// Who has seen more than is here shows that this ledger was set back.
absl::Status ServiceMachine::beginEpochFor(const service::Caller& caller, const v1::HelloRequest& asked) {
  {
    DOORSTEP_ASSIGN(const auto snapshot, ledger_->read());
    DOORSTEP_ASSIGN(const bool behind, service::isBehind(snapshot->district(caller.district_id), caller, asked));
    if (!behind) {
      return absl::OkStatus();
    }
  }
  return run([&](service::CommitWork& commit) { return service::beginEpoch(commit, caller, asked); });
}

absl::StatusOr<service::Admission> ServiceMachine::admitToHandIn(const std::string& fingerprint) {
  if (wentDown()) {
    return down();
  }
  DOORSTEP_ASSIGN(const auto snapshot, ledger_->read());
  return service::admitSender(snapshot->registry(), writer_->directory(), fingerprint, notes_->isRevoked(fingerprint),
                              machine_.clock.now());
}

absl::Status ServiceMachine::whyToHandIn(const std::string& fingerprint) {
  DOORSTEP_ASSIGN(const service::Admission admission, admitToHandIn(fingerprint));
  return admission.reason;
}

absl::StatusOr<std::string> ServiceMachine::handIn(const std::string& fingerprint, const std::string& request) {
  DOORSTEP_ASSIGN(const service::Admission admission, admitToHandIn(fingerprint));
  v1::HandInRequest asked;
  if (!asked.ParseFromString(request)) {
    return absl::InvalidArgumentError("hand in");
  }
  std::vector<service::ArrivedChange> changes;
  for (const std::string& change : asked.changes()) {
    changes.push_back(service::arrived(change, identity_));
  }
  service::HandedIn handed;
  DOORSTEP_TRY(run([&](service::CommitWork& commit) -> absl::Status {
    DOORSTEP_ASSIGN(handed, service::takeAside(commit, admission.sender, asked.replica_id(), changes));
    return handed.taken > 0 ? service::auditHandIn(commit, admission.sender, asked.replica_id()) : absl::OkStatus();
  }));
  DOORSTEP_TRY(handed.stopped);
  v1::HandInReply reply;
  reply.set_last_sequence(handed.last_sequence);
  return reply.SerializeAsString();
}

absl::StatusOr<std::string> ServiceMachine::reconcile(const std::string& fingerprint, const std::string& request) {
  DOORSTEP_ASSIGN(const service::Caller caller, admit(fingerprint));
  v1::ReconcileRequest asked;
  if (!asked.ParseFromString(request)) {
    return absl::InvalidArgumentError("reconcile");
  }
  DOORSTEP_ASSIGN(const auto snapshot, ledger_->read());
  service::DistrictReader& ledger = snapshot->district(caller.district_id);
  const service::Directory known = writer_->directory();
  DOORSTEP_ASSIGN(
      service::Sight sight,
      service::Sight::of(ledger, known, caller, care::dayOf(machine_.clock.now(), known.zone(caller.district_id))));
  DOORSTEP_ASSIGN(v1::ReconcileReply reply, service::compare(ledger, known, caller, sight, asked));
  if (service::isFirstQuestion(asked)) {
    DOORSTEP_TRY(countContents(ledger, caller, sight, reply));
  }
  return reply.SerializeAsString();
}

void ServiceMachine::push(const std::string& fingerprint, const std::string& request,
                          std::function<void(Pushed)> done) {
  const auto caller = admit(fingerprint);
  auto asked = std::make_shared<v1::PushRequest>();
  if (!caller.ok() || !asked->ParseFromString(request)) {
    done({{}, caller.ok() ? absl::InvalidArgumentError("push") : caller.status()});
    return;
  }
  const auto outcome = std::make_shared<service::BatchOutcome>();
  writer_->post(
      [this, outcome, asked, caller = *caller](service::CommitWork& commit) -> absl::Status {
        *outcome = service::BatchOutcome();
        if (absl::Status welcome = stillWelcome(commit.registry(), caller); !welcome.ok()) {
          outcome->stopped = welcome;
          return absl::OkStatus();
        }
        std::vector<service::ArrivedChange> changes;
        for (const std::string& change : asked->changes()) {
          changes.push_back(service::arrived(change, identity_));
        }
        service::Applier applier(commit.district(caller.district_id), caller);
        DOORSTEP_ASSIGN(*outcome, applier.applyBatch(changes));
        return applier.finish();
      },
      [this, life = life_, outcome, done = std::move(done)](const absl::Status& committed) {
        if (life != life_ || machine_.disk.hasStopped()) {
          return;  // it went down meanwhile and answers nobody
        }
        v1::PushReply reply;
        if (committed.ok()) {
          reply.mutable_receipts()->Add(outcome->receipts.begin(), outcome->receipts.end());
        }
        done({reply.SerializeAsString(), committed.ok() ? outcome->stopped : committed});
      });
  turnSoon();
}

void ServiceMachine::turnSoon() {
  if (turning_) {
    return;
  }
  turning_ = true;
  machine_.executor.postAfter(kGathering, [this] {
    turning_ = false;
    while (!wentDown() && writer_->commitPosted()) {
      if (!wentDown() && observer_) {
        observer_();
      }
    }
  });
}

absl::StatusOr<std::shared_ptr<ServiceMachine::Pull>> ServiceMachine::pull(const std::string& fingerprint,
                                                                           const std::string& request) {
  DOORSTEP_ASSIGN(const service::Caller caller, admit(fingerprint));
  v1::PullRequest asked;
  if (!asked.ParseFromString(request)) {
    return absl::InvalidArgumentError("pull");
  }
  DOORSTEP_TRY(lookAtTheDay());
  auto pull = std::make_shared<Pull>();
  pull->service = this;
  pull->life = life_;
  pull->caller = caller;
  pull->stream.emplace(caller, asked, care::dayOf(machine_.clock.now(), writer_->directory().zone(caller.district_id)));
  return pull;
}

absl::StatusOr<std::optional<std::string>> ServiceMachine::Pull::next() {
  if (service->wentDown() || service->life_ != life) {
    return down();
  }
  DOORSTEP_ASSIGN(const auto snapshot, service->ledger_->read());
  DOORSTEP_TRY(stillWelcome(snapshot->registry(), caller));
  DOORSTEP_ASSIGN(const auto page, stream->next(snapshot->district(caller.district_id), service->directory()));
  return page.has_value() ? std::optional(page->SerializeAsString()) : std::nullopt;
}

absl::Status ServiceMachine::run(service::Writer::Work work) {
  if (wentDown()) {
    return down();
  }
  absl::Status done = writer_->run(std::move(work));
  if (wentDown()) {
    return down();
  }
  if (done.ok() && observer_) {
    observer_();
  }
  return done;
}

absl::Status ServiceMachine::lookAtTheDay() {
  absl::Status current;
  writer_->whenCurrent(districtId(), [&current](const absl::Status& status) { current = status; });
  bool committed = false;
  while (!wentDown() && writer_->commitPosted()) {
    committed = true;
  }
  if (wentDown()) {
    return down();
  }
  if (committed && observer_) {
    observer_();
  }
  return committed && current.ok() ? noteBeside() : current;
}

std::unique_ptr<service::Snapshot> ServiceMachine::look() {
  if (wentDown()) {
    return nullptr;
  }
  auto snapshot = ledger_->read();
  return snapshot.ok() ? *std::move(snapshot) : nullptr;
}

}  // namespace doorstep::simulation
