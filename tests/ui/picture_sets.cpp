#include "tests/ui/picture_sets.h"

#include <QMetaObject>

#include "app/models/models.h"
#include "app/models/text.h"
#include "app/shell/pictures/photographer.h"
#include "sync/care/calendar.h"
#include "tests/ui/fakes/long_names.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {
namespace {

using models::Failure;
using models::app_enums::Stage;
using models::care_enums::Met;
using shell::Photographer;
using shell::Tour;

const std::vector<v1::Role> kEverybody{v1::ROLE_VISITOR, v1::ROLE_SUPERVISOR, v1::ROLE_DISTRICT_STAFF};

void goOffline(FakeWorkspace& workspace) {
  client::SyncStatus status;
  status.phase = client::Phase::kWaitingToRetry;
  status.trouble = client::Trouble::kNoNetwork;
  status.waiting = 5;
  workspace.sayStatus(status);
}

// A visit that is turned down, and one for which there is no room.
void drawFailedSaves(const PictureScene& scene, Photographer& photographer) {
  if (!scene.models.session.visitor())
    return;
  FakeStore& store = scene.workspace->store();
  store.fail(absl::OkStatus());
  scene.models.desk.readAgain();
  photographer.go(shell::kToday);
  models::VisitModel& visit = scene.models.visit;
  visit.begin(picturedElder());
  photographer.settle();
  visit.setMet(picturedElder(), Met::InPerson);
  visit.takeUsual();
  visit.finish();
  photographer.settle();
  v1::Problem problem;
  problem.set_code(v1::PROBLEM_CODE_ENDS_BEFORE_START);
  problem.set_field("visit.ended_at");
  store.refuseWith({problem});
  visit.save();
  photographer.shoot("visit-refused");
  store.refuseWith({});
  store.fail(absl::ResourceExhaustedError("no room"));
  visit.save();
  photographer.shoot("visit-no-room");
  store.fail(absl::OkStatus());
  visit.discard();
  photographer.settle();
}

void drawUpload(client::Trouble trouble, const char* page, const PictureScene& scene, Photographer& photographer) {
  client::SyncStatus status;
  status.phase = trouble == client::Trouble::kNone ? client::Phase::kPushing : client::Phase::kWaitingToRetry;
  status.trouble = trouble;
  status.waiting = 5;
  status.pushed = 2;
  status.to_push = 5;
  scene.workspace->sayStatus(status);
  photographer.shoot(page);
}

// The way by a stick, from the page that it is on for this person.
void drawSticks(const PictureScene& scene, Photographer& photographer) {
  if (scene.models.session.district()) {
    photographer.go(shell::kEndOfDay);
    scene.models.bundle.carryFromStick();
    photographer.shootWhole("stick-at-the-desk");
    return;
  }
  photographer.go(shell::kSync);
  photographer.shootWhole("stick");
  scene.models.bundle.takeReceipts();
  photographer.shootWhole("stick-receipts");
}

void drawUploads(const PictureScene& scene, Photographer& photographer) {
  drawUpload(client::Trouble::kNone, "sync-under-way", scene, photographer);
  drawUpload(client::Trouble::kRefused, "sync-refused", scene, photographer);
  drawUpload(client::Trouble::kAppTooOld, "sync-app-too-old", scene, photographer);
  drawSticks(scene, photographer);
  goOffline(*scene.workspace);
}

void showRecovery(const Photographer& photographer, bool shown) {
  for (QQuickItem* item : photographer.visibleItems()) {
    if (item->property("recovering").isValid())
      item->setProperty("recovering", shown);
  }
}

// The lock when it stays shut, on a device of one person and of several.
void drawLock(const PictureScene& scene, Photographer& photographer) {
  models::SessionModel& session = scene.models.session;
  if (session.stage() == Stage::NotEnrolled) {
    scene.gate.failNextWith(Failure::CodeUsed);
    session.enrol("doorstep.example:7444", "7QK3-M2XW-9TPB-HC6R", "tablet 3", "135790", "");
    photographer.shoot("enrol-code-used");
    session.dismissFailure();
    return;
  }
  photographer.shootWhole("shared-tablet");
  scene.models.bundle.sendLeft();
  photographer.shootWhole("sent-from-the-lock");
  session.unlock("000000");
  photographer.shoot("wrong-pin");
  scene.gate.failNextWith(Failure::TooManyTries, 240);
  session.unlock("000000");
  photographer.shoot("too-many-tries");
  session.dismissFailure();
  showRecovery(photographer, true);
  photographer.shootWhole("recovery");
  showRecovery(photographer, false);
}

PictureSet normal() {
  PictureSet set;
  set.name = "normal";
  set.roles = kEverybody;
  set.roles.push_back(v1::ROLE_UNSPECIFIED);
  set.tour = Tour::kEverything;
  set.prepare = [](FakeWorkspace& workspace) { workspace.store().freezeLastMonth(); };
  return set;
}

PictureSet largeText() {
  PictureSet set = normal();
  set.name = "large-text";
  set.text_scale = 1.5;
  return set;
}

PictureSet empty() {
  PictureSet set;
  set.name = "empty";
  set.roles = kEverybody;
  set.nobody = true;
  set.prepare = [](FakeWorkspace& workspace) {
    workspace.store().clear();
    v1::EndOfDay evening;
    *evening.mutable_on() = care::toDate(kSampleDay);
    *evening.mutable_made_at() = care::toTimestamp(sampleNow());
    evening.set_reconciles(true);
    workspace.answerEveningWith(evening);
    workspace.answerMissedWith(v1::ListMissedReply());
  };
  return set;
}

PictureSet loading() {
  PictureSet set;
  set.name = "loading";
  set.roles = kEverybody;
  set.answers = false;
  set.prepare = [](FakeWorkspace& workspace) { workspace.beSilent(); };
  return set;
}

PictureSet offline() {
  PictureSet set;
  set.name = "offline";
  set.roles = kEverybody;
  set.prepare = [](FakeWorkspace& workspace) {
    workspace.answerEveningWith(absl::UnavailableError("no network"));
    workspace.answerMissedWith(absl::UnavailableError("no network"));
  };
  set.opened = goOffline;
  set.more = drawUploads;
  return set;
}

PictureSet error() {
  PictureSet set;
  set.name = "error";
  set.roles = kEverybody;
  set.prepare = [](FakeWorkspace& workspace) {
    workspace.store().fail(absl::DataLossError("damaged"));
    workspace.answerEveningWith(absl::InternalError("a fault"));
    workspace.answerMissedWith(absl::InternalError("a fault"));
  };
  set.more = [](const PictureScene& scene, Photographer& photographer) {
    drawFailedSaves(scene, photographer);
    scene.workspace->store().fail(absl::DataLossError("damaged"));
    scene.models.desk.readAgain();
  };
  return set;
}

PictureSet longNames() {
  PictureSet set;
  set.name = "long-names";
  set.roles = kEverybody;
  set.prepare = [](FakeWorkspace& workspace) {
    workspace.store().lengthenNames();
    workspace.answerMissedWith(withLongNames(sampleMissed("220211100")));
  };
  return set;
}

PictureSet lock() {
  PictureSet set;
  set.name = "lock";
  set.roles = {v1::ROLE_UNSPECIFIED, v1::ROLE_VISITOR};
  set.tour = Tour::kNone;
  set.unlocks = false;
  set.more = drawLock;
  return set;
}

}  // namespace

QString picturedElder() {
  return models::idText(sampleElders()[2].elder_id);
}

void shareAmongThree(FakeGate& gate) {
  gate.share({{"0190000000007000800000000000000a", "高志远", true},
              {"0190000000007000800000000000000b", "金贞淑", false},
              {"0190000000007000800000000000000c", "佟雅茹", false}});
}

std::vector<PictureSet> pictureSets() {
  return {normal(), largeText(), empty(), loading(), offline(), error(), longNames(), lock()};
}

}  // namespace doorstep::tests
