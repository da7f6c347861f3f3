#include "tests/simulation/pictures.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "tests/simulation/paperwork.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

constexpr std::uint64_t kSamePictures = 5;  // that more than one person may add

}  // namespace

void Pictures::add(TabletMachine& tablet) {
  const auto elders = tablet.records(v1::RECORD_KIND_ELDER);
  if (elders.empty()) {
    return;
  }
  Paperwork papers(world_, tablet);
  Added added{tablet.who().number, papers.picture(elders[world_.below(elders.size())].elder())};
  const std::string content =
      world_.happens(20) ? "a picture of the river, " + std::to_string(world_.below(kSamePictures)) : papers.words();
  added.attachment.set_content_hash(replication::sha256(content));
  added.attachment.set_content_bytes(content.size());
  const auto saved = tablet.store().addPicture(added.attachment, content);
  const std::string what = "adds a picture at " + world_.doorOf(added.attachment.household_id());
  if (tablet.wentDown()) {
    world_.note(tablet.who().name, what + ": the tablet goes down");
    return;
  }
  const bool kept = saved.ok() && saved->problems.empty();
  world_.note(tablet.who().name, what + (kept ? ": kept" : ": not kept"));
  if (kept) {
    added_.push_back(std::move(added));
    tablet.engine().changesWaiting();
  }
}

void Pictures::want(TabletMachine& tablet) {
  const auto pictures = tablet.records(v1::RECORD_KIND_ATTACHMENT);
  if (pictures.empty()) {
    return;
  }
  const v1::Attachment& picture = pictures[world_.below(pictures.size())].attachment();
  const absl::Status wanted = tablet.store().wantPicture(picture);
  if (!tablet.wentDown()) {
    world_.note(tablet.who().name, "wants to see a picture of " + world_.doorOf(picture.household_id()) + ": " +
                                       absl::StatusCodeToString(wanted.code()));
    tablet.engine().contentsWanted();
  }
}

void Pictures::setBack(std::size_t tablet) {
  for (Added& added : added_) {
    added.excused = added.excused || added.tablet == tablet;
  }
}

void Pictures::check() {
  std::set<std::string> saved;  // ids of records that somebody's change made
  for (const auto& [id, one] : world_.model().all()) {
    if (one.change.has_create()) {
      saved.insert(replication::idOf(one.change.create()));
    }
  }
  for (const Added& added : added_) {
    if (!added.excused && !world_.watch().mayNotExchange(added.tablet)) {
      checkAdded(added, saved);
    }
  }
  for (std::size_t number = 0; number < world_.tabletCount(); ++number) {
    if (!world_.watch().mayNotExchange(number) && world_.tablet(number).isUp()) {
      checkWanted(world_.tablet(number));
      checkCounted(world_.tablet(number));
    }
  }
}

void Pictures::checkAdded(const Added& added, const std::set<std::string>& saved) {
  TabletMachine& tablet = world_.tablet(added.tablet);
  if (!saved.contains(added.attachment.id()) && !tablet.hasStaged(added.attachment.id())) {
    world_.broke("P1: a picture that " + tablet.who().name + " had added is gone");
    return;
  }
  const auto snapshot = world_.service().look();
  const auto record = snapshot->district(world_.district().district_id).record(added.attachment.id());
  if (record.ok() && record->has_value() &&
      !world_.service().hasContent(added.attachment.content_hash(), added.attachment.content_bytes())) {
    world_.broke("P2: the service has " + tablet.who().name + "'s word of a picture, and not the picture");
  }
}

// What somebody waits for and the service has, has come.
void Pictures::checkWanted(TabletMachine& tablet) {
  const auto waited_for = tablet.store().toFetch();
  for (const auto& content : waited_for.ok() ? *waited_for : std::vector<client::TravellingContent>()) {
    const auto pictures = tablet.records(v1::RECORD_KIND_ATTACHMENT);
    const bool named = std::any_of(pictures.begin(), pictures.end(), [&content](const v1::Record& record) {
      return record.attachment().content_hash() == content.hash;
    });
    if (named && world_.service().hasContent(content.hash, content.bytes)) {
      world_.broke("P4: " + tablet.who().name + " has not got a picture that the service has");
    }
  }
}

void Pictures::checkCounted(TabletMachine& tablet) {
  const auto counted = tablet.lastCounted();
  const auto snapshot = world_.service().look();
  std::set<std::string> named;
  std::set<std::string> there;
  for (const v1::Record& record : tablet.records(v1::RECORD_KIND_ATTACHMENT)) {
    const v1::Attachment& attachment = record.attachment();
    named.insert(attachment.content_hash());
    const auto known = snapshot->district(world_.district().district_id).record(attachment.id());
    if (known.ok() && known->has_value() &&
        world_.service().hasContent(attachment.content_hash(), attachment.content_bytes())) {
      there.insert(attachment.content_hash());
    }
  }
  if (!counted.ok() || counted->contents_named != named.size() || counted->contents_at_service != there.size()) {
    world_.broke("P4: counting finds other pictures than " + tablet.who().name + " and the service have");
  }
}

}  // namespace doorstep::simulation
