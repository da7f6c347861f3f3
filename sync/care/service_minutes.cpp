#include "sync/care/service_minutes.h"

#include <algorithm>
#include <tuple>

#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"

namespace doorstep::care {
namespace {

// One line in the making.
struct Part {
  v1::MinutesLine line;
  absl::Duration lasts;
};

// A visit with its services, or a service by itself: one stretch of a worker's day.
struct Block {
  absl::Time starts_at;
  std::string id;
  bool exact = true;
  TimeIntervals present;
  std::vector<Part> parts;  // the visit's own time first, then its services by start
};

bool hasContact(const v1::Visit& visit) {
  return std::any_of(visit.contacts().begin(), visit.contacts().end(),
                     [](const v1::VisitContact& contact) { return isQualifying(contact.outcome()); });
}

std::uint32_t minutesOf(const ServiceEntryStatus& status, const std::string& worker_id) {
  std::uint32_t minutes = 0;
  for (const v1::WorkerMinutes& worker : status.workers) {
    minutes += worker.worker_id() == worker_id ? worker.minutes() : 0;
  }
  return minutes;
}

class WorkerDay {
 public:
  WorkerDay(const WorkerDayInputs& inputs, absl::TimeZone zone) : inputs_(inputs), zone_(zone) {}

  std::vector<v1::MinutesLine> lines() {
    for (const v1::Visit* visit : inputs_.visits) {
      if (hasContact(*visit)) {
        addVisit(*visit);
      }
    }
    for (const EntryWithStatus* entry : entriesByStart()) {
      addEntry(*entry);
    }
    for (Block& block : blocks_) {
      takeServicesOff(block);
    }
    std::sort(blocks_.begin(), blocks_.end(), [](const Block& left, const Block& right) {
      return std::tie(left.starts_at, left.id) < std::tie(right.starts_at, right.id);
    });
    std::vector<v1::MinutesLine> lines;
    for (Block& block : blocks_) {
      countOnce(block);
      for (Part& part : block.parts) {
        part.line.set_minutes(static_cast<std::uint32_t>(absl::ToInt64Minutes(part.lasts)));
        if (part.line.minutes() > 0 || part.line.overlaps()) {
          lines.push_back(std::move(part.line));
        }
      }
    }
    return lines;
  }

 private:
  std::vector<const EntryWithStatus*> entriesByStart() const {
    std::vector<const EntryWithStatus*> entries;
    for (const EntryWithStatus& entry : inputs_.entries) {
      if (givesMinutes(entry.status.state) && minutesOf(entry.status, inputs_.worker_id) > 0) {
        entries.push_back(&entry);
      }
    }
    std::sort(entries.begin(), entries.end(), [](const EntryWithStatus* left, const EntryWithStatus* right) {
      const absl::Time left_at = toTime(left->entry->started_at());
      const absl::Time right_at = toTime(right->entry->started_at());
      return std::tie(left_at, left->entry->id()) < std::tie(right_at, right->entry->id());
    });
    return entries;
  }

  void addVisit(const v1::Visit& visit) {
    Block block;
    block.starts_at = toTime(visit.started_at());
    block.id = visit.id();
    block.exact = visit.precision() != v1::PRECISION_DAY;
    block.present = presence(visit);
    Part own;
    own.lasts = block.present.total();
    own.line.set_subject_id(visit.id());
    own.line.set_worker_id(inputs_.worker_id);
    own.line.set_area_id(inputs_.area_of_visit(visit));
    own.line.set_kind(v1::SERVICE_KIND_VISITING);
    own.line.set_state(v1::SERVICE_ENTRY_STATE_SUBMITTED);
    const bool measured = block.exact && visit.source() == v1::VISIT_SOURCE_TABLET;
    own.line.set_source(measured ? v1::HOURS_SOURCE_MEASURED : v1::HOURS_SOURCE_ENTERED);
    *own.line.mutable_on() = toDate(inputs_.day);
    block.parts.push_back(std::move(own));
    blocks_.push_back(std::move(block));
  }

  void addEntry(const EntryWithStatus& with_status) {
    const v1::ServiceEntry& entry = *with_status.entry;
    const absl::Time starts_at = toTime(entry.started_at());
    Part part;
    part.lasts = absl::Minutes(minutesOf(with_status.status, inputs_.worker_id));
    part.line.set_subject_id(entry.id());
    part.line.set_worker_id(inputs_.worker_id);
    part.line.set_area_id(inputs_.area_of_entry(entry));
    part.line.set_kind(entry.kind());
    part.line.set_source(entry.hours_source());
    part.line.set_state(with_status.status.state);
    *part.line.mutable_on() = toDate(dayOf(starts_at, zone_));
    if (Block* visit = blockOfVisit(entry.visit_id())) {
      visit->parts.push_back(std::move(part));
      return;
    }
    Block block;
    block.starts_at = starts_at;
    block.id = entry.id();
    block.exact = entry.precision() != v1::PRECISION_DAY;
    block.present.add({starts_at, starts_at + part.lasts});
    block.parts.push_back(std::move(part));
    blocks_.push_back(std::move(block));
  }

  Block* blockOfVisit(const std::string& visit_id) {
    if (visit_id.empty()) {
      return nullptr;
    }
    const std::string counting = inputs_.counting_visit ? inputs_.counting_visit(visit_id) : visit_id;
    for (const v1::Visit* visit : inputs_.visits) {
      if (visit->id() == counting || (!inputs_.counting_visit && visit->corrects_id() == visit_id)) {
        const auto block = std::find_if(blocks_.begin(), blocks_.end(),
                                        [visit](const Block& candidate) { return candidate.id == visit->id(); });
        return block == blocks_.end() ? nullptr : &*block;
      }
    }
    return nullptr;
  }

  // When the services of a visit last longer than the presence noted, the worker stayed as long as they did.
  static void takeServicesOff(Block& block) {
    absl::Duration services;
    for (std::size_t index = 1; index < block.parts.size(); ++index) {
      services += block.parts[index].lasts;
    }
    Part& first = block.parts.front();
    if (services == absl::ZeroDuration()) {
      return;
    }
    if (services > first.lasts) {
      const absl::Time end = std::max(block.starts_at, block.present.lastUntil());
      block.present.add({end, end + (services - first.lasts)});
    }
    first.lasts = std::max(absl::ZeroDuration(), first.lasts - services);
  }

  // What earlier blocks already cover is taken off this one: from the visiting time first, then from
  // its last services.
  void countOnce(Block& block) {
    if (!block.exact) {
      return;
    }
    absl::Duration lost = block.present.total() - block.present.without(counted_).total();
    counted_.add(block.present);
    takeOff(block.parts.front(), lost);
    for (std::size_t index = block.parts.size(); index > 1; --index) {
      takeOff(block.parts[index - 1], lost);
    }
  }

  static void takeOff(Part& part, absl::Duration& lost) {
    const absl::Duration taken = std::min(part.lasts, lost);
    part.lasts -= taken;
    lost -= taken;
    part.line.set_overlaps(part.line.overlaps() || taken > absl::ZeroDuration());
  }

  const WorkerDayInputs& inputs_;
  absl::TimeZone zone_;
  std::vector<Block> blocks_;
  TimeIntervals counted_;
};

}  // namespace

std::vector<v1::MinutesLine> workerDay(const WorkerDayInputs& inputs, absl::TimeZone zone) {
  return WorkerDay(inputs, zone).lines();
}

MinutesStanding standingOf(const v1::MinutesLine& line) {
  if (line.state() == v1::SERVICE_ENTRY_STATE_CONFIRMED && line.source() != v1::HOURS_SOURCE_IMPUTED) {
    return MinutesStanding::kCertified;
  }
  const bool counts =
      line.state() == v1::SERVICE_ENTRY_STATE_CONFIRMED || line.state() == v1::SERVICE_ENTRY_STATE_SUBMITTED;
  return counts ? MinutesStanding::kProvisional : MinutesStanding::kNone;
}

TimeIntervals presence(const v1::Visit& visit) {
  TimeIntervals present;
  present.add({toTime(visit.started_at()), toTime(visit.ended_at())});
  for (const v1::Pause& pause : visit.pauses()) {
    present.remove({toTime(pause.from_at()), toTime(pause.until_at())});
  }
  return present;
}

v1::MinutesLine delivered(std::span<const v1::MinutesLine> lines) {
  const auto most = std::max_element(lines.begin(), lines.end(), [](const auto& left, const auto& right) {
    return std::pair(left.minutes(), right.worker_id()) < std::pair(right.minutes(), left.worker_id());
  });
  return most == lines.end() ? v1::MinutesLine() : *most;
}

}  // namespace doorstep::care
