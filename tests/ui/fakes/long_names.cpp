#include "tests/ui/fakes/long_names.h"

namespace doorstep::tests {
namespace {

constexpr const char* kName = "古丽巴哈尔·阿布都热合曼·艾则孜·吐尔逊江·库尔班江·买买提依明尼亚孜·阿吉汗";
constexpr const char* kLatinName = "Maximiliane Konstantinopolskaja-Achmatow";
constexpr const char* kWorker = "阿卜杜外力·买买提·艾山江·依不拉音·吐尔洪·热合曼·库尔班·尼亚孜";
constexpr const char* kDoor =
    "前二道乡前二道村老粮库西侧红砖房后院第二排 18号楼乙座 12单元 2204室（铁门进去左手第二间）";
constexpr const char* kArea = "松花江畔朝鲜族满族回族锡伯族联合新村第二居民委员会";

void lengthen(store::AreaPath& area) {
  area.subdistrict = kArea;
  area.community = kArea;
}

// Every third is written in Latin letters.
const char* nameAt(std::size_t at) {
  return at % 3 == 1 ? kLatinName : kName;
}

template <typename Row>
void lengthenAll(std::vector<Row>& rows) {
  for (std::size_t at = 0; at < rows.size(); ++at) {
    rows[at].elder_name = nameAt(at);
    if constexpr (requires { rows[at].door; })
      rows[at].door = kDoor;
    if constexpr (requires { rows[at].area; })
      lengthen(rows[at].area);
    if constexpr (requires { rows[at].reported_by_name; })
      rows[at].reported_by_name = kWorker;
    if constexpr (requires { rows[at].worker_name; })
      rows[at].worker_name = kWorker;
  }
}

}  // namespace

std::vector<store::ElderRow> withLongNames(std::vector<store::ElderRow> rows) {
  for (std::size_t at = 0; at < rows.size(); ++at) {
    rows[at].name = nameAt(at);
    rows[at].door = kDoor;
    lengthen(rows[at].area);
    if (!rows[at].worker_name.empty())
      rows[at].worker_name = kWorker;
  }
  return rows;
}

std::vector<store::CaseloadRow> withLongNames(std::vector<store::CaseloadRow> rows) {
  for (store::CaseloadRow& row : rows) {
    if (!row.worker.id().empty())
      row.worker.set_name(kWorker);
  }
  return rows;
}

std::vector<store::PaperRow> withLongNames(std::vector<store::PaperRow> rows) {
  for (store::PaperRow& row : rows) {
    for (v1::Elder& elder : row.elders)
      elder.set_name(nameAt(row.number));
    row.door = kDoor;
    lengthen(row.area);
  }
  return rows;
}

std::vector<v1::Worker> withLongNames(std::vector<v1::Worker> workers) {
  for (v1::Worker& worker : workers)
    worker.set_name(kWorker);
  return workers;
}

store::OpenWork withLongNames(store::OpenWork work) {
  lengthenAll(work.ladders);
  lengthenAll(work.risks);
  lengthenAll(work.proposals);
  work.unassigned = withLongNames(std::move(work.unassigned));
  work.missed = withLongNames(std::move(work.missed));
  lengthenAll(work.hours);
  for (store::HoursRow& row : work.hours)
    row.worker_names = {kWorker, kWorker};
  lengthenAll(work.conflicts);
  for (store::ConflictRow& row : work.conflicts)
    row.chosen_by_name = row.other_by_name = kWorker;
  for (store::DuplicateRow& row : work.duplicates) {
    for (store::PersonOnFile* person : {&row.older, &row.newer}) {
      person->elder.set_name(nameAt(row.newer.visits));
      person->door = kDoor;
      lengthen(person->area);
    }
  }
  lengthenAll(work.quarantined);
  return work;
}

store::SyncOverview withLongNames(store::SyncOverview overview) {
  lengthenAll(overview.waiting);
  return overview;
}

store::CoverageView withLongNames(store::CoverageView view) {
  for (store::CoverageArea& child : view.children)
    child.area.set_name(kArea);
  return view;
}

v1::ListMissedReply withLongNames(v1::ListMissedReply reply) {
  for (v1::MissedElder& elder : *reply.mutable_elders()) {
    elder.set_name(nameAt(static_cast<std::size_t>(elder.reason())));
    elder.set_address(kDoor);
    elder.set_area_name(kArea);
    if (!elder.worker_name().empty())
      elder.set_worker_name(kWorker);
  }
  return reply;
}

}  // namespace doorstep::tests
