#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"

// A numbered list of due elders with blank forms, for visitors without a tablet (domain.md, consent and
// reach: only name, door, phone, due day and safety note). In Chinese, ten doors a page. Needs a
// QGuiApplication. Errors: those of writePdf (sheet.h).
namespace doorstep::reports {

struct PaperPerson {
  std::string name;
  std::string file_number;
};

struct PaperForm {
  unsigned number = 0;
  std::vector<PaperPerson> people;  // behind this door
  std::string area;
  std::string door;
  std::string phone;
  std::string safety_note;
  int days_left = 0;  // negative: overdue
  bool due = false;
};

struct PaperListHead {
  std::string district_name;
  std::string worker_name;  // empty: nobody in particular
  absl::CivilDay on;
};

absl::Status writePaperList(const PaperListHead& head, const std::vector<PaperForm>& forms, const std::string& path);

// "走访清单-2026-11-20.pdf": a day, nobody's name.
std::string paperListFileName(absl::CivilDay on);

}  // namespace doorstep::reports
