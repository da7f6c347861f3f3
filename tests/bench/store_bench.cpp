#include <algorithm>
#include <filesystem>

#include "tests/bench/bench.h"
#include "tests/bench/local_store.h"
#include "tests/bench/tables.h"
#include "tests/scenario/must.h"

namespace doorstep::bench {
namespace {

constexpr std::size_t kSaves = 600;
constexpr double kMillisecond = 1'000;

// The rows that saving adds: everything of these tables above what stood before, and the elders it touched.
struct Marks {
  std::int64_t record;
  std::int64_t outgoing;
};

std::int64_t number(Tables& tables, const std::string& sql) {
  return std::get<std::int64_t>(tables.select(sql)[0][0]);
}

Marks marksOf(Tables& tables) {
  return {number(tables, "SELECT coalesce(max(number), 0) FROM record"),
          number(tables, "SELECT coalesce(max(sequence), 0) FROM outgoing")};
}

std::vector<TableRows> rowsSince(Tables& tables, const Marks& marks) {
  const std::string records = " FROM record WHERE number > " + std::to_string(marks.record);
  const std::string visits = " IN (SELECT id" + records + " AND kind = 10)";
  return {{"record", tables.select("SELECT *" + records)},
          {"outgoing", tables.select("SELECT * FROM outgoing WHERE sequence > " + std::to_string(marks.outgoing))},
          {"visit", tables.select("SELECT * FROM visit WHERE id" + visits)},
          {"elder_contact", tables.select("SELECT * FROM elder_contact WHERE visit" + visits)},
          {"elder", tables.select("SELECT * FROM elder WHERE id IN (SELECT elder FROM elder_contact WHERE visit" +
                                  visits + ")")},
          {"replica", tables.select("SELECT * FROM replica")}};
}

void measureSaving(const Settings& settings, LocalStore& local, Report& report) {
  Report::say("saving visits");
  Tables encrypted(local.path(), benchKey());
  Tables plain(settings.folder + "/plain-store.db");
  plain.shapeLike(encrypted);
  plain.copyFrom(encrypted);
  const Marks marks = marksOf(encrypted);
  const std::size_t elders = settings.of(kEldersOfStore, 50);
  const std::size_t saves = settings.of(kSaves, 20);
  std::vector<double> each;
  for (std::size_t i = 0; i < saves; ++i) {
    const v1::VisitDraft draft = local.draft(i * 7 % elders, i);
    each.push_back(secondsOf([&] { tests::must(local.store().saveVisit(draft).status(), "save a visit"); }));
  }
  const std::vector<TableRows> rows = rowsSince(encrypted, marks);
  std::vector<double> direct;
  for (std::size_t i = 0; i < saves; ++i) {
    direct.push_back(secondsOf([&] { plain.write(rows, i, saves); }));
  }
  report.figure("save_visit_p50_ms", median(each) * kMillisecond);
  report.figure("save_visit_p99_ms", percentile(each, 0.99) * kMillisecond);
  report.figure("save_visit_direct_p50_ms", median(direct) * kMillisecond);
  report.figure("save_visit_p50_ratio", median(each) / median(direct));
  report.explain("save_visit_p50_ratio", sqlOf(rows, "plain SQLite, one transaction a visit, on a copy of the store"));
}

// Every keystroke of what people type: a name in characters, in pinyin, its initials, a door.
void measureSearch(const Settings& settings, LocalStore& local, Report& report) {
  Report::say("searching");
  static constexpr const char* kTyped[] = {"王秀兰", "李桂", "wangxiulan", "zhangde", "lgy", "shan", "3号楼", "FM-12"};
  std::vector<double> each;
  for (int run = 0; run < settings.runs; ++run) {
    for (const std::string typed : kTyped) {
      for (std::size_t end = 1; end <= typed.size(); ++end) {
        if (end < typed.size() && (static_cast<unsigned char>(typed[end]) & 0xC0U) == 0x80U) {
          continue;  // within a character
        }
        each.push_back(
            secondsOf([&] { tests::must(local.queries().search(typed.substr(0, end), today()).status(), "search"); }));
      }
    }
  }
  report.figure("search_p50_ms", median(each) * kMillisecond);
  report.figure("search_p99_ms", percentile(each, 0.99) * kMillisecond);
  std::vector<double> lists;
  for (int run = 0; run < 3 * settings.runs; ++run) {
    lists.push_back(secondsOf([&] { tests::must(local.queries().today(today()).status(), "today"); }));
  }
  report.figure("today_p50_ms", median(lists) * kMillisecond);
}

}  // namespace

void measureStore(const Settings& settings, Report& report) {
  Report::say("a store of 5,000 elders and 300,000 visits");
  LocalStore local(settings.folder + "/store.db", settings.of(kEldersOfStore, 50), kVisitsOfElder);
  measureSaving(settings, local, report);
  measureSearch(settings, local, report);
}

}  // namespace doorstep::bench
