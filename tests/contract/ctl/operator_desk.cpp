#include "operator_desk.h"

#include <QDir>
#include <QFile>

#include "sync/care/calendar.h"
#include "sync/ctl/file.h"
#include "sync/ctl/import_command.h"
#include "sync/ctl/operator_commands.h"
#include "tests/scenario/must.h"

namespace doorstep::tests {

OperatorDesk::OperatorDesk() : service_(folder_.filePath("service").toStdString()) {
  QDir(folder_.path()).mkdir("service");
  service_.start(absl::FromCivil(absl::CivilSecond(2026, 11, 20, 8, 0, 0), care::districtZone()));
  connection_ = {service_.syncAddress(), service_.operatorCredentials()};
}

ctl::Console OperatorDesk::console() {
  out_.str("");
  err_.str("");
  return {out_, err_, ctl::Language::kEnglish, interrupted_};
}

int OperatorDesk::import(ctl::FileKind kind, const std::string& content) {
  const std::string path = folder_.filePath("input.csv").toStdString();
  must(ctl::writeFile(path, content), "write the file");
  return importFile(kind, path);
}

int OperatorDesk::importFile(ctl::FileKind kind, const std::string& path) {
  QFile::remove(folder_.filePath("refused.csv"));
  return ctl::importCommand(console(), connection_, {kind, path, folder_.filePath("refused.csv").toStdString()});
}

std::string OperatorDesk::refused() const {
  return ctl::readFile(folder_.filePath("refused.csv").toStdString(), 1 << 20).value_or("");
}

void OperatorDesk::fillDistrict() {
  must(import(ctl::FileKind::kAreas,
              "code,parent_code,kind,name\n22,,province,P\n2202,22,city,C\n220211,2202,district,D\n"
              "220211001,220211,subdistrict,S\n220211001001,220211001,community,M\n"
              "22021100100101,220211001001,grid,G\n") == ctl::kExitDone
           ? absl::OkStatus()
           : absl::InternalError(err_.str()),
       "import the areas");
  ctl::RulesOptions rules;
  rules.district = "220211";
  rules.go_live_on = care::toDate(absl::CivilDay(2026, 10, 1));
  must(ctl::rulesCommand(console(), connection_, rules) == ctl::kExitDone ? absl::OkStatus()
                                                                          : absl::InternalError(err_.str()),
       "set the rules");
  must(import(ctl::FileKind::kWorkers,
              "staff_number,name,roles,area_codes,supervisor\nS1,Boss,supervisor,220211001,\n"
              "V1,Visitor,visitor,,S1\n") == ctl::kExitDone
           ? absl::OkStatus()
           : absl::InternalError(err_.str()),
       "import the workers");
}

}  // namespace doorstep::tests
