#include "tests/simulation/world.h"

#include <algorithm>
#include <filesystem>

#include "sync/outside/identifier.h"
#include "sync/replication/records.h"
#include "tests/scenario/must.h"
#include "tests/simulation/deeds.h"
#include "tests/simulation/mishaps.h"
#include "tests/simulation/promises.h"
#include "tests/simulation/signatures.h"
#include "tests/simulation/virtual_vfs.h"

namespace doorstep::simulation {
namespace {

using tests::must;

// Rounds in which everybody exchanges; more are never needed unless something goes on for ever.
constexpr int kMostRounds = 12;

std::string exchangeText(const client::SyncStatus& status) {
  if (status.trouble == client::Trouble::kNone) {
    return "all exchanged";
  }
  return "trouble " + std::to_string(static_cast<int>(status.trouble)) + ", " +
         absl::StatusCodeToString(status.trouble_code);
}

std::vector<v1::Role> rolesOf(const District::Person& person) {
  std::vector<v1::Role> roles;
  for (const int role : person.roles) {
    roles.push_back(static_cast<v1::Role>(role));
  }
  return roles;
}

}  // namespace

World::World(Settings settings)
    : settings_(std::move(settings)),
      district_(simulation::district(settings_.folder)),
      random_(settings_.seed),
      watch_(*this),
      safe_(*this),
      sticks_(*this),
      disk_images_(*this),
      pictures_(*this) {
  seedSqlite(settings_.seed);
  timeline_.clock.setWall(absl::FromUnixSeconds(kFirstMorning));
  service_ = std::make_unique<ServiceMachine>(timeline_, settings_.folder + "/service", random_.below(1U << 30U));
  service_->begin(district_.ledger);
  must(service_->start(), "the service");
  // Most worlds are small and quick; some are crowded.
  giveTablets(happens(70) ? 3 + below(4) : 7 + below(14));
  service_->onCommit([this] { watch_.afterCommit(); });
  watch_.afterCommit();
}

World::~World() {
  tablets_.clear();
  service_.reset();
}

void World::giveTablets(std::size_t count) {
  for (std::size_t number = 0; number < std::min(count, district_.people.size()); ++number) {
    const District::Person& person = district_.people[number];
    const std::string folder = settings_.folder + "/tablet" + std::to_string(number);
    std::filesystem::create_directories(folder);
    const bool second = std::any_of(tablets_.begin(), tablets_.end(), [&person](const auto& other) {
      return other->who().enrolment.worker_id == person.worker_id;
    });
    TabletMachine::Who who{number,
                           person.staff_number + (second ? "'" : ""),
                           Signatures::nameOf(number),
                           {random_.bytes(16), district_.district_id, person.worker_id, person.staff_number,
                            rolesOf(person), "Asia/Shanghai", service_->bundleKey()}};
    must(service_->enrolDevice(who.fingerprint, who.enrolment.replica_id, person.worker_id), "a device");
    auto tablet = std::make_unique<TabletMachine>(timeline_, folder, random_.below(1U << 30U), *service_, *this, who);
    tablet->machine().disk.load(district_.empty_store);
    must(tablet->start(), "a tablet");
    must(tablet->store().keepEnrolment(who.enrolment), "an enrolment");
    tablets_.push_back(std::move(tablet));
    known_rows_.push_back(0);
    last_said_.emplace_back();
  }
}

const std::vector<std::string>& World::run() {
  for (const auto& tablet : tablets_) {
    tablet->engine().syncNow();
  }
  letPass(absl::Minutes(1));
  for (int step = 0; step < settings_.steps && broken_.empty(); ++step) {
    this->step();
  }
  if (broken_.empty()) {
    comeToRest();
  }
  if (broken_.empty()) {
    checkPromises(*this);
  }
  if (broken_.empty()) {
    countTogether();
  }
  if (broken_.empty()) {
    pictures_.check();
  }
  return broken_;
}

void World::step() {
  if (settings_.faults && happens(25)) {
    mishap(*this);
  } else {
    deed(*this);
  }
  const std::uint64_t kind = below(100);
  if (kind < 60) {
    letPass(absl::Milliseconds(static_cast<std::int64_t>(below(40'000))));
  } else if (kind < 92) {
    letPass(absl::Seconds(static_cast<std::int64_t>(below(900))));
  } else {
    for (const auto& tablet : tablets_) {  // put away
      if (tablet->isUp()) {
        tablet->engine().stop();
      }
    }
    letPass(absl::Minutes(1));
    letPass(kind < 99 ? absl::Hours(static_cast<std::int64_t>(1 + below(14)))
                      : absl::Hours(static_cast<std::int64_t>(24 * (1 + below(20)))));
  }
}

void World::letPass(absl::Duration time) {
  timeline_.executor.advance(time);
  noteExchanges();
}

void World::noteExchanges() {
  for (std::size_t number = 0; number < tablets_.size(); ++number) {
    TabletMachine& tablet = *tablets_[number];
    std::string now;
    if (!tablet.isUp()) {
      now = "is off";
    } else if (const client::SyncStatus& status = tablet.status();
               status.phase == client::Phase::kIdle || status.phase == client::Phase::kWaitingToRetry) {
      now = exchangeText(status) + ", " + std::to_string(status.waiting) + " waiting";
    } else {
      continue;
    }
    if (now != last_said_[number]) {
      note(tablet.who().name, now);
      last_said_[number] = now;
    }
  }
}

std::size_t World::noteSaved(TabletMachine& tablet) {
  std::size_t fresh = 0;
  std::int64_t& known = known_rows_[tablet.who().number];
  for (const Queued& queued : tablet.queued(known)) {
    known = queued.row;
    if (!queued.encoded.empty() && model_.saved(tablet.who().number, queued.encoded)) {
      ++fresh;
    }
  }
  return fresh;
}

void World::startTablet(TabletMachine& tablet) {
  tablet.machine().disk.heal();
  tablet.machine().clock.boot(tablet.machine().random.bytes(16));
  if (const absl::Status started = tablet.start(); !started.ok()) {
    broke("P1: " + tablet.who().name + "'s store does not open again: " + std::string(started.message()));
    return;
  }
  noteSaved(tablet);
  checkStillThere(*this, tablet);
}

void World::setBack(TabletMachine& tablet, const VirtualDisk::Image& image) {
  const std::size_t number = tablet.who().number;
  tablet.stop(Stop::kProgram);
  tablet.machine().disk.load(image);
  known_rows_[number] = 0;
  watch_.setBack(number);
  pictures_.setBack(number);
  tablet.machine().disk.heal();
  tablet.machine().clock.boot(tablet.machine().random.bytes(16));
  if (const absl::Status started = tablet.start(); !started.ok()) {
    broke("P1: " + tablet.who().name + "'s copied store does not open: " + std::string(started.message()));
    return;
  }
  noteSaved(tablet);
  std::set<std::string> there;
  for (const Queued& queued : tablet.queued()) {
    there.insert(queued.change_id);
  }
  model_.setBack(number, there);
}

void World::startService() {
  service_->machine().disk.heal();
  if (const absl::Status started = service_->start(); !started.ok()) {
    broke("P2: the service does not start again: " + std::string(started.message()));
    return;
  }
  watch_.afterStart();
}

void World::comeToRest() {
  note("", "faults stop");
  service_->machine().disk.heal();
  if (service_->wentDown()) {
    startService();
  }
  for (const auto& tablet : tablets_) {
    tablet->line() = Line();
    tablet->machine().disk.heal();
    if (tablet->wentDown()) {
      startTablet(*tablet);
    }
  }
  letPass(absl::Minutes(11));  // what was doubled or delayed on the way arrives or is given up
  exchangeUntilQuiet();
  if (model_.setBackUnnoticed() && broken_.empty()) {
    // A ledger that has grown past a tablet's cursor before that tablet speaks to it again is known by its digests
    // alone: the evening's counting brings them together.
    countAll();
    exchangeUntilQuiet();
  }
}

void World::exchangeUntilQuiet() {
  for (int round = 0; round < kMostRounds && broken_.empty(); ++round) {
    if (exchangeAll()) {
      return;
    }
  }
  if (broken_.empty()) {
    broke("P4: the exchange does not come to rest");
  }
}

// True when nobody had anything new.
bool World::exchangeAll() {
  const std::uint64_t before = watch_.head();
  bool quiet = true;
  for (const auto& tablet : tablets_) {
    if (tablet->isUp()) {
      tablet->engine().syncNow();
    }
  }
  letPass(absl::Minutes(2));
  for (const auto& tablet : tablets_) {
    const std::size_t number = tablet->who().number;
    const bool gone = watch_.isRevoked(number) ? tablet->isWithdrawn() : watch_.mayNotExchange(number);
    const bool done = !tablet->isUp() || gone ||
                      (tablet->status().trouble == client::Trouble::kNone && tablet->status().waiting == 0 &&
                       tablet->status().phase == client::Phase::kIdle);
    quiet = quiet && done;
  }
  if (const absl::Status current = service_->lookAtTheDay(); !current.ok()) {  // as it does by itself at midnight
    broke("P2: the service cannot begin the day: " + std::string(current.message()));
  }
  return quiet && watch_.head() == before;
}

void World::countAll() {
  for (const auto& tablet : tablets_) {
    if (tablet->isUp() && !watch_.mayNotExchange(tablet->who().number)) {
      tablet->engine().compareNow();
    }
  }
  letPass(absl::Minutes(2));
}

// When all is equal, counting says so: "148 = 148".
void World::countTogether() {
  const absl::Time began = timeline_.clock.now();
  countAll();
  for (const auto& tablet : tablets_) {
    if (tablet->isUp() && !watch_.mayNotExchange(tablet->who().number)) {
      checkCounted(*this, *tablet, began + tablet->machine().clock.skew());
    }
  }
}

void World::broke(const std::string& promise) {
  broken_.push_back(promise);
  note("", "BROKEN " + promise);
}

std::string World::doorOf(const std::string& household_id) const {
  const auto found = std::find(district_.households.begin(), district_.households.end(), household_id);
  return found == district_.households.end() ? "door " + outside::toHex(household_id).substr(26)
                                             : "door " + std::to_string(found - district_.households.begin() + 1);
}

void World::helloSent(std::size_t tablet, const v1::HelloRequest&) {
  watch_.exchangeBegins(tablet);
}

void World::changesSent(std::size_t tablet, const v1::PushRequest& request) {
  noteSaved(*tablets_[tablet]);
  watch_.changesSent(tablet, request);
}

void World::receiptsGiven(std::size_t tablet, const v1::PushReply& reply) {
  watch_.receiptsGiven(tablet, reply);
}

void World::receiptsArrived(std::size_t tablet, const v1::PushReply& reply) {
  watch_.receiptsArrived(tablet, reply);
}

void World::differencesTold(std::size_t tablet, const v1::ReconcileReply& reply) {
  const std::string& name = tablets_[tablet]->who().name;
  note(name, "counts " + std::to_string(reply.repair_size()) + " records that are missing and " +
                 std::to_string(reply.surplus_size()) + " too many");
  watch_.differencesTold(tablet, reply);
}

void World::pageGiven(std::size_t tablet, const v1::PullReply& page) {
  watch_.pageGiven(tablet, page);
}

}  // namespace doorstep::simulation
