#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/moment.h"
#include "app/models/open_work_model.h"
#include "app/models/page_model.h"
#include "app/models/papers.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// A row that was not taken, and why.
class RefusedRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int line MEMBER line)
  Q_PROPERTY(QString field MEMBER field)
  Q_PROPERTY(int problem MEMBER problem)
  Q_PROPERTY(QString detail MEMBER detail)

 public:
  QString key;
  int line = 0;
  QString field;
  int problem = 0;
  QString detail;

  bool operator==(const RefusedRow&) const = default;
};

// A district's first days: files of areas, workers, elders and the rest go in, codes for tablets come out.
class SetUpModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool mayRead READ mayRead CONSTANT)  // this device can open files
  Q_PROPERTY(doorstep::models::app_enums::ImportStage stage READ stage NOTIFY changed)
  Q_PROPERTY(doorstep::models::app_enums::FileTrouble trouble READ trouble NOTIFY changed)
  Q_PROPERTY(QString troubleDetail READ troubleDetail NOTIFY changed)
  Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
  Q_PROPERTY(doorstep::models::app_enums::FileKind kind READ kind NOTIFY changed)
  Q_PROPERTY(QString encoding READ encoding NOTIFY changed)
  Q_PROPERTY(int total READ total NOTIFY changed)  // rows fit to be sent
  Q_PROPERTY(int answered READ answered NOTIFY changed)
  Q_PROPERTY(int created READ created NOTIFY changed)
  Q_PROPERTY(int updated READ updated NOTIFY changed)
  Q_PROPERTY(int unchanged READ unchanged NOTIFY changed)
  Q_PROPERTY(int refused READ refused NOTIFY changed)                            // here and by the service
  Q_PROPERTY(doorstep::models::RowModel* refusedRows READ refusedRows CONSTANT)  // the first 500
  Q_PROPERTY(doorstep::models::RowModel* workers READ workers CONSTANT)
  Q_PROPERTY(bool asking READ asking NOTIFY codeChanged)
  Q_PROPERTY(QString codeFor READ codeFor NOTIFY codeChanged)
  Q_PROPERTY(QString code READ code NOTIFY codeChanged)  // shown once
  Q_PROPERTY(doorstep::models::Moment codeUntil READ codeUntil NOTIFY codeChanged)
  Q_PROPERTY(doorstep::models::app_enums::Failure codeFailure READ codeFailure NOTIFY codeChanged)

 public:
  SetUpModel(Desk& desk, Papers* papers);
  static SetUpModel* create(QQmlEngine* engine, QJSEngine* script);

  bool mayRead() const { return papers_ != nullptr; }
  app_enums::ImportStage stage() const { return stage_; }
  app_enums::FileTrouble trouble() const { return file_.trouble; }
  const QString& troubleDetail() const { return file_.detail; }
  const QString& fileName() const { return file_.file_name; }
  app_enums::FileKind kind() const { return file_.kind; }
  const QString& encoding() const { return file_.encoding; }
  int total() const { return total_; }
  int answered() const { return created_ + updated_ + unchanged_ + refused_by_service_; }
  int created() const { return created_; }
  int updated() const { return updated_; }
  int unchanged() const { return unchanged_; }
  int refused() const { return file_.refused + refused_by_service_; }
  RowModel* refusedRows() { return &refused_rows_; }
  RowModel* workers() { return &workers_; }
  bool asking() const { return asking_; }
  const QString& codeFor() const { return code_for_; }
  const QString& code() const { return code_; }
  const Moment& codeUntil() const { return code_until_; }
  Failure codeFailure() const { return code_failure_; }

  Q_INVOKABLE void chooseFile();
  Q_INVOKABLE void send();
  Q_INVOKABLE void stop();  // rows that were taken stay; the file can be sent again
  Q_INVOKABLE void putAway();
  Q_INVOKABLE void refresh();
  Q_INVOKABLE void issueCode(const QString& staff_number, const QString& name);
  Q_INVOKABLE void hideCode();

 signals:
  void changed();
  void codeChanged();

 private:
  void take(RowsFile file);
  void count(const v1::ImportReply& reply);
  void addRefused(const std::vector<v1::Problem>& problems, int line);
  void ended(const absl::Status& status);
  void setStage(app_enums::ImportStage stage);

  Papers* papers_;
  app_enums::ImportStage stage_ = app_enums::ImportStage::None;
  RowsFile file_;
  int total_ = 0;
  int created_ = 0;
  int updated_ = 0;
  int unchanged_ = 0;
  int refused_by_service_ = 0;
  std::vector<RefusedRow> refused_;
  Rows<RefusedRow> refused_rows_{&RefusedRow::key};
  Rows<WorkerChoice> workers_{&WorkerChoice::worker_id};
  bool asking_ = false;
  QString code_for_;
  QString code_;
  Moment code_until_;
  Failure code_failure_ = Failure::None;
};

}  // namespace doorstep::models
