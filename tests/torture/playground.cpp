#include "tests/torture/playground.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "tests/scenario/must.h"
#include "tests/torture/evidence.h"

namespace doorstep::torture {
namespace {

using tests::FieldTablet;

// As fast as a person never is; the service has all its days' work again and again.
constexpr absl::Duration kPace = absl::Milliseconds(10);
constexpr int kDoorsEach = 6;

void append(Complaints& complaints, Complaints more) {
  complaints.insert(complaints.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Playground::Playground() : desk_(field_.tablet("desk")) {
  field_.addVisitor("chen");
  for (const char* visitor : {"li", "wu", "chen"}) {
    std::vector<std::string> doors;
    for (int door = 0; door < kDoorsEach; ++door) {
      doors.push_back(absl::StrCat(visitor, "-", door));
    }
    field_.addDoors(doors, visitor, v1::TIER_C);
    add(visitor);
  }
}

// Enrols, takes its doors, and leaves the store to the program.
void Playground::add(const std::string& staff_number) {
  const std::string folder = field_.folder(staff_number);
  std::filesystem::create_directory(folder);
  Tablet& tablet = tablets_.emplace_back();
  tablet.line = std::make_unique<tests::FaultyProxy>(field_.service().syncPort());
  FieldTablet first(folder, field_.clock(), {field_.service().enrolmentAddress(), tablet.line->port()},
                    field_.codeFor(staff_number));
  tests::must(first.sync().trouble == client::Trouble::kNone ? absl::OkStatus() : absl::InternalError("it failed"),
              "the first exchange");
  tablet.process =
      std::make_unique<TabletProcess>(TabletProcess::Setting{staff_number, folder, first.identity(), kPace});
}

void Playground::start(Tablet& tablet) {
  tablet.process->start(field_.clock().now());
}

absl::Status Playground::restartService() {
  field_.service().waitUntilGone();
  return field_.service().tryStart(field_.clock().now());
}

bool Playground::until(const std::function<bool()>& reached, absl::Duration patience) {
  const QDeadlineTimer deadline(absl::ToInt64Milliseconds(patience));
  QTimer look;  // at the deadline, too, when nobody says anything
  look.start(20);
  QEventLoop loop;
  while (!reached() && !deadline.hasExpired()) {
    loop.processEvents(QEventLoop::WaitForMoreEvents);
  }
  return reached();
}

Complaints Playground::checkStore(const Tablet& tablet) const {
  const auto stored = visitsInStore(tablet.process->folder());
  if (!stored.ok()) {
    return {absl::StrCat(tablet.process->name(), ": the store cannot be read: ", stored.status().ToString())};
  }
  Complaints complaints = complaintsAboutStore(tablet.process->name(), tablet.process->said(), *stored);
  append(complaints,
         complaintsAboutUnsaid(tablet.process->name(), tablet.process->said(), *stored, tablet.process->lives()));
  return complaints;
}

Complaints Playground::checkLedger() const {
  const auto there = visitsAtService(serviceFolder());
  if (!there.ok()) {
    return {absl::StrCat("the ledger cannot be read: ", there.status().ToString())};
  }
  return complaintsAboutAcknowledged("the ledger", acknowledged(), *there);
}

Complaints Playground::checkDesk() {
  const Ids acknowledged_before = acknowledged();
  const client::SyncStatus status = desk_.syncThrough();
  if (status.trouble != client::Trouble::kNone) {
    return {absl::StrCat("the desk cannot exchange: trouble ", static_cast<int>(status.trouble))};
  }
  const auto there = visitsInStore(field_.folder("desk"));
  if (!there.ok()) {
    return {absl::StrCat("the desk: the store cannot be read: ", there.status().ToString())};
  }
  return complaintsAboutAcknowledged("the desk", acknowledged_before, there->records);
}

Complaints Playground::checkEnd() {
  Complaints complaints;
  std::vector<Stored> stores;
  Ids own;
  for (const Tablet& tablet : tablets_) {
    append(complaints, checkStore(tablet));
    const auto stored = visitsInStore(tablet.process->folder());
    if (stored.ok()) {
      own.merge(stored->own());
      stores.push_back(*stored);
    }
  }
  append(complaints, checkDesk());
  const auto served = logOfService(serviceFolder());
  if (!served.ok()) {
    complaints.push_back(absl::StrCat("the ledger cannot be read: ", served.status().ToString()));
    return complaints;
  }
  at_service_ = served->records.size();
  append(complaints, complaintsAboutEnd(stores, *served));
  const bool counted = desk_.compare().trouble == client::Trouble::kNone;
  const client::Comparison compared = desk_.comparison();
  if (!counted || !compared.held_before.empty() || !compared.service_before.empty()) {
    complaints.push_back("the desk and the service did not count the same");
  }
  if (tests::visitsOn(desk_) != own) {
    complaints.push_back("the desk does not show what was saved");
  }
  if (const std::size_t aside = field_.quarantined(); aside > 0) {
    complaints.push_back(absl::StrCat("the service: ", aside, " changes are put aside"));
  }
  if (const std::size_t differences = field_.differencesOfRecount(); differences > 0) {
    complaints.push_back(absl::StrCat("the service: a recount differs in ", differences, " figures"));
  }
  return complaints;
}

Ids Playground::acknowledged() const {
  Ids all;
  for (const Tablet& tablet : tablets_) {
    all.insert(tablet.process->said().acknowledged.begin(), tablet.process->said().acknowledged.end());
  }
  return all;
}

std::size_t Playground::saved() const {
  std::size_t saved = 0;
  for (const Tablet& tablet : tablets_) {
    saved += tablet.process->said().saved.size();
  }
  return saved;
}

}  // namespace doorstep::torture
