#include "sync/care/calendar.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {
namespace {

constexpr int kDistrict = 700;

struct Place {
  const char* name;
  const char* code;
  int due;
  int reached;
};

const std::vector<Place> kSubdistricts{
    {"泰山街道", "220211001", 214, 206}, {"江南街道", "220211002", 312, 309}, {"石井街道", "220211003", 188, 180},
    {"沿丰街道", "220211004", 176, 171}, {"丰满街道", "220211005", 203, 197}, {"建华街道", "220211008", 241, 230},
    {"红旗街道", "220211071", 165, 160}, {"旺起镇", "220211100", 148, 121},   {"江南乡", "220211200", 142, 136},
    {"前二道乡", "220211201", 119, 98},  {"小白山乡", "220211270", 92, 84}};

const std::vector<Place> kCommunities{{"龙城社区", "220211008001", 64, 62},
                                      {"建华社区", "220211008002", 58, 58},
                                      {"恒山社区", "220211008003", 71, 65},
                                      {"月亮湾社区", "220211008004", 48, 45},
                                      {"新开河社区", "220211008005", 0, 0}};

v1::Figures figuresOf(int due, int reached) {
  v1::Figures figures;
  figures.set_denominator(due);
  figures.set_contacted(reached);
  figures.set_contacted_in_person(reached * 93 / 100);
  figures.set_proxy_only(reached / 52);
  figures.set_refused_only(reached / 157);
  figures.set_person_times_in_person(reached);
  figures.set_person_times_phone(reached * 28 / 100);
  figures.set_unduplicated_elders(reached + reached / 40);
  figures.set_delivered_minutes_provisional(reached * 38);
  figures.set_risks_opened(due / 54);
  figures.set_risks_closed(due / 90);
  return figures;
}

store::CoverageArea areaOf(int id, const Place& place, v1::AreaKind kind, bool children) {
  store::CoverageArea area;
  area.area.set_id(sampleId(id));
  area.area.set_code(place.code);
  area.area.set_name(place.name);
  area.area.set_kind(kind);
  area.row.set_provisional(true);
  *area.row.mutable_figures() = figuresOf(place.due, place.reached);
  area.has_children = children;
  return area;
}

}  // namespace

store::CoverageView sampleCoverage(const std::string& area_id, absl::CivilMonth month) {
  store::CoverageView view;
  const store::CoverageArea district =
      areaOf(kDistrict, {"丰满区", "220211", 2000, 1892}, v1::AREA_KIND_DISTRICT, true);
  view.path.push_back(district.area);
  const bool whole = area_id.empty() || area_id == sampleId(kDistrict);
  view.area = district;
  const std::vector<Place>& places = whole ? kSubdistricts : kCommunities;
  int id = whole ? kDistrict + 1 : kDistrict + 50;
  for (const Place& place : places) {
    view.children.push_back(areaOf(id++, place, whole ? v1::AREA_KIND_SUBDISTRICT : v1::AREA_KIND_COMMUNITY, whole));
  }
  if (!whole) {
    view.area = areaOf(kDistrict + 6, kSubdistricts[5], v1::AREA_KIND_SUBDISTRICT, true);
    view.path.push_back(view.area.area);
  }
  for (store::CoverageArea& child : view.children)
    *child.row.mutable_month() = care::toMonth(month);
  return view;
}

store::CoverageView sampleFrozenCoverage(absl::CivilMonth month) {
  store::CoverageView view = sampleCoverage({}, month);
  v1::CoverageRow& row = view.area.row;
  row.set_provisional(false);
  *row.mutable_frozen() = figuresOf(2000, 1884);
  *row.mutable_frozen_at() = care::toTimestamp(absl::FromCivil(absl::CivilDay(month + 1) + 5, care::districtZone()));
  row.set_frozen_sequence(48000);
  return view;
}

v1::ListMissedReply sampleMissed(const std::string& area_code) {
  v1::ListMissedReply reply;
  const std::vector<v1::MissedReason> reasons{v1::MISSED_REASON_NOT_TRIED, v1::MISSED_REASON_NO_REPLY,
                                              v1::MISSED_REASON_UNASSIGNED, v1::MISSED_REASON_AWAY,
                                              v1::MISSED_REASON_NOT_SEEN_SAFE};
  for (const store::ElderRow& row : sampleElders()) {
    v1::MissedElder* missed = reply.add_elders();
    missed->set_elder_id(row.elder_id);
    missed->set_household_id(row.household_id);
    missed->set_name(row.name);
    missed->set_address(row.door);
    missed->set_area_code(area_code);
    missed->set_area_name(row.area.community);
    missed->set_tier(row.tier);
    const auto turn = static_cast<std::size_t>(reply.elders_size() - 1) % reasons.size();
    missed->set_reason(reasons[turn]);
    if (reasons[turn] != v1::MISSED_REASON_UNASSIGNED)
      missed->set_worker_name(row.worker_name);
    if (turn != 3)
      *missed->mutable_last_contact_on() = care::toDate(*row.last_contact_on - 30);
  }
  reply.set_total(27);
  reply.set_page_token("more");
  return reply;
}

}  // namespace doorstep::tests
