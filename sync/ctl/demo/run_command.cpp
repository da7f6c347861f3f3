#include "sync/ctl/demo/run_command.h"

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <sstream>
#include <vector>

#include <nlohmann/json.hpp>

#include "sync/care/calendar.h"
#include "sync/ctl/coverage_table.h"
#include "sync/ctl/demo/demo_command.h"
#include "sync/ctl/demo/device.h"
#include "sync/ctl/demo/earlier_visits.h"
#include "sync/ctl/demo/roster.h"
#include "sync/ctl/demo/service_process.h"
#include "sync/ctl/figures_json.h"
#include "sync/ctl/import_command.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/report_commands.h"

namespace doorstep::ctl::demo {

namespace fs = std::filesystem;

namespace {

constexpr char kMorning[] = "2026-11-20T08:00:00+08:00";
constexpr char kNoon[] = "2026-11-20T12:00:00+08:00";
constexpr absl::CivilDay kGoLive(2026, 10, 1);
constexpr unsigned kVisitsOfAMorning = 12;

std::ostream& nowhere() {
  static std::ostream stream(nullptr);
  return stream;
}

class Run {
 public:
  Run(const Console& console, const RunOptions& options)
      : console_(console), options_(options), tell_(options.json ? nowhere() : console.out) {}

  int run() {
    using Step = absl::Status (Run::*)();
    for (const Step step : {&Run::prepare, &Run::fillService, &Run::lookBefore, &Run::enrolDevices, &Run::recordMorning,
                            &Run::synchronise, &Run::lookAfter, &Run::openApp}) {
      if (console_.interrupted.load()) {
        return console_.fail(failure(Failure::kInterrupted));
      }
      if (absl::Status status = (this->*step)(); !status.ok()) {
        return console_.fail(status);
      }
    }
    return differences_ == 0 ? kExitDone : kExitDifferences;
  }

 private:
  void say(std::string_view zh, std::string_view en) { tell_ << "\n" << console_.pick(zh, en) << std::endl; }

  absl::Status prepare() {
    std::error_code error;
    folder_ = options_.folder;
    if (folder_.empty()) {
      std::string pattern = fs::temp_directory_path() / "doorstep-demo-XXXXXX";
      folder_ = ::mkdtemp(pattern.data()) == nullptr ? std::string() : pattern;
    }
    if (fs::exists(folder_, error) && !fs::is_empty(folder_, error)) {
      return failure(Failure::kFolderNotEmpty, {folder_});
    }
    fs::create_directories(folder_ + "/files", error);
    if (folder_.empty() || error) {
      return failure(Failure::kFileUnwritable, {folder_});
    }
    folder_ = fs::absolute(folder_);
    areas_ = options_.areas.empty() ? shippedAreas() : options_.areas;
    const auto areas = areasFromFile(areas_);
    if (!areas.ok()) {
      return areas.status();
    }
    Roster roster = makeRoster(*areas);
    earlier_ = takeEarlierVisits(roster, kPictured);
    return writeRoster(roster, folder_ + "/files");
  }

  absl::Status import(FileKind kind, const std::string& file) {
    const Console quiet{tell_, options_.json ? nowhere() : console_.err, console_.language, console_.interrupted};
    tell_ << fs::path(file).filename().string() << "  " << std::flush;
    const int code = importCommand(quiet, service_->connection(), {kind, file, folder_ + "/files/refused.csv"});
    return code == kExitDone ? absl::OkStatus()
                             : failure(Failure::kProgramFailed, {"import " + file, std::to_string(code)});
  }

  absl::Status connect() {
    auto connection = Connection::open(service_->connection());
    if (!connection.ok()) {
      return connection.status();
    }
    connection_.emplace(*std::move(connection));
    return absl::OkStatus();
  }

  absl::Status fillService() {
    say("一、启动服务，导入区域、人员、虚构的名册和分派（2026-11-20 早上）",
        "1. The service starts; areas, people, a made-up roster and assignments are imported (morning of 2026-11-20)");
    service_.emplace(folder_ + "/service");
    const std::string files = folder_ + "/files/";
    const std::function<absl::Status()> steps[] = {
        [&] { return service_->start(kMorning); },
        [&] { return import(FileKind::kAreas, areas_); },
        [&] { return import(FileKind::kAreas, files + "grids.csv"); },
        [&] { return connect(); },
        [&] {
          RulesOptions rules;
          rules.district = kDistrict;
          rules.go_live_on = care::toDate(kGoLive);
          return setRules(*connection_, rules);
        },
        [&] { return import(FileKind::kWorkers, files + "workers.csv"); },
        [&] { return import(FileKind::kRoster, files + "roster.csv"); },
        [&] { return import(FileKind::kAssignments, files + "assignments.csv"); },
        [&] {
          tell_ << kPictured
                << console_.pick("：此前用旧平板记录的探访 ", ": visits recorded before on an older tablet ")
                << earlier_.size() << "\n";
          return sendEarlierVisits(*connection_, service_->enrolment(), kMorning, kPictured, earlier_);
        }};
    for (const auto& step : steps) {
      if (absl::Status status = step(); !status.ok()) {
        return status;
      }
    }
    return absl::OkStatus();
  }

  absl::StatusOr<v1::GetCoverageReply> look() {
    v1::Month november;
    november.set_year(2026);
    november.set_month(11);
    return getCoverage(*connection_, kDistrict, november);
  }

  absl::Status lookBefore() {
    auto reply = look();
    if (!reply.ok()) {
      return reply.status();
    }
    before_ = *std::move(reply);
    say("二、这一天开始之前", "2. Before this day begins");
    tell_ << coverageText(before_, console_.language);
    return absl::OkStatus();
  }

  absl::Status enrolDevices() {
    say("三、登记两台志愿者平板、一台督导平板和区里的电脑，各同步一次",
        "3. Two volunteers' tablets, a supervisor's tablet and the district's desk are enrolled and synchronised once");
    for (const char* staff_number : {"V001", "V005", "S001", "D001"}) {
      devices_.emplace_back(folder_ + "/devices/" + staff_number, staff_number,
                            std::string(staff_number) + (staff_number[0] == 'D' ? " desk" : " tablet"),
                            console_.language);
      const Device& device = devices_.back();
      const auto code = issueCode(*connection_, staff_number, absl::Hours(1));
      if (!code.ok()) {
        return code.status();
      }
      if (absl::Status status = device.enrol(service_->enrolment(), code->code(), kMorning); !status.ok()) {
        return status;
      }
      const auto synced = device.sync(kMorning);
      if (!synced.ok()) {
        return synced.status();
      }
      tell_ << "  " << device.name() << console_.pick("：已收到记录 ", ": records received ")
            << synced->value("pulled_records", 0) << "\n";
    }
    return absl::OkStatus();
  }

  absl::Status recordMorning() {
    say("四、服务停止，没有网络；两台平板各记录一个上午",
        "4. The service is stopped; both tablets record a morning without it");
    if (absl::Status status = service_->stop(); !status.ok()) {
      return status;
    }
    for (unsigned index = 0; index < 2; ++index) {
      const Device& device = devices_[index];
      const auto morning = device.rehearse(kMorning, index + 1, kVisitsOfAMorning);
      if (!morning.ok()) {
        return morning.status();
      }
      const auto status = device.status(kNoon);
      if (!status.ok()) {
        return status.status();
      }
      tell_ << "  " << device.name() << console_.pick("：探访 ", ": visits ") << morning->value("visits", 0)
            << console_.pick("，服务 ", ", services ") << morning->value("services", 0)
            << console_.pick("，风险隐患 ", ", risks ") << morning->value("risks", 0)
            << console_.pick("；等待上传的探访 ", "; visits that wait on it ") << status->value("waiting_visits", 0)
            << "\n";
    }
    return absl::OkStatus();
  }

  absl::Status synchronise() {
    say("五、服务恢复，所有设备同步", "5. The service is back; all devices synchronise");
    if (absl::Status status = service_->start(kNoon); !status.ok()) {
      return status;
    }
    if (absl::Status status = connect(); !status.ok()) {
      return status;
    }
    for (const Device& device : devices_) {
      const auto synced = device.sync(kNoon);
      if (!synced.ok()) {
        return synced.status();
      }
      tell_ << "  " << device.name() << console_.pick("：已上传 ", ": sent ") << synced->value("pushed", 0)
            << console_.pick("，已收到 ", ", received ") << synced->value("pulled_records", 0)
            << console_.pick("，仍在等待 ", ", still waiting ") << synced->value("waiting", 0) << "\n";
    }
    return absl::OkStatus();
  }

  absl::Status lookAfter() {
    auto reply = look();
    if (!reply.ok()) {
      return reply.status();
    }
    const auto counted = recount(*connection_);
    if (!counted.ok()) {
      return counted.status();
    }
    differences_ = counted->differences_size();
    say("六、之前与之后", "6. Before and after");
    tell_ << comparisonText(before_, *reply, console_.language) << "\n"
          << console_.pick("重算 ", "Recount: ") << counted->elder_months()
          << console_.pick(" 个老人月，差异 ", " elder-months, differences ") << differences_ << "\n";
    if (options_.json) {
      const nlohmann::ordered_json figures = {
          {"before", areasJson(before_)}, {"after", areasJson(*reply)}, {"recount_differences", differences_}};
      console_.out << figures.dump(2) << "\n";
    }
    return absl::OkStatus();
  }

  absl::Status openApp() {
    say("七、设备保留在这里", "7. The devices stay here");
    for (const Device& device : devices_) {
      tell_ << "  " << device.folder() << "  PIN " << Device::pin() << "\n";
    }
    const bool has_display = std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
    const bool wants_app = !options_.no_app && !options_.json;
    if (!options_.pictures.empty() || (wants_app && !has_display)) {
      return drawPages(options_.pictures.empty() ? folder_ + "/pictures" : options_.pictures);
    }
    if (!wants_app) {
      return absl::OkStatus();
    }
    tell_ << console_.pick("打开应用；关闭窗口即结束演示。\n",
                           "The app opens; closing its window ends the demonstration.\n");
    return devices_.front().openApp(kNoon);
  }

  // The pages of each kind of person, and those before anybody is known.
  absl::Status drawPages(const std::string& pictures) {
    tell_ << console_.pick("页面图片：", "Pictures of the pages: ") << pictures << "\n" << std::flush;
    const Device unknown(folder_ + "/devices/new", "", "", console_.language);
    const std::pair<const Device*, const char*> persons[] = {
        {&unknown, "door"}, {&devices_[0], "visitor"}, {&devices_[2], "supervisor"}, {&devices_[3], "district"}};
    for (const auto& [device, person] : persons) {
      if (absl::Status status = device->drawPages(kNoon, pictures + "/" + person); !status.ok()) {
        return status;
      }
    }
    return absl::OkStatus();
  }

  const Console& console_;
  const RunOptions& options_;
  std::ostream& tell_;
  std::string folder_;
  std::string areas_;
  std::optional<ServiceProcess> service_;
  std::optional<Connection> connection_;
  std::vector<EarlierVisit> earlier_;
  std::vector<Device> devices_;
  v1::GetCoverageReply before_;
  int differences_ = 0;
};

}  // namespace

int runCommand(const Console& console, const RunOptions& options) {
  return Run(console, options).run();
}

}  // namespace doorstep::ctl::demo
