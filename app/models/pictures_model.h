#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/deed_model.h"
#include "app/models/elder_model.h"
#include "app/models/moment.h"
#include "app/models/pictures.h"
#include "app/models/row_model.h"
#include "app/models/visit_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// One picture of a door.
class PictureEntry {
  Q_GADGET
  Q_PROPERTY(QString pictureId MEMBER picture_id)
  Q_PROPERTY(QString thumbnail MEMBER thumbnail)  // a data: URL; empty without one
  Q_PROPERTY(QString caption MEMBER caption)
  Q_PROPERTY(QString addedBy MEMBER added_by)
  Q_PROPERTY(doorstep::models::Moment addedAt MEMBER added_at)
  Q_PROPERTY(doorstep::models::app_enums::PictureState pictureState MEMBER state)
  Q_PROPERTY(bool refused MEMBER refused)
  Q_PROPERTY(bool ofThisVisit MEMBER of_this_visit)

 public:
  QString picture_id;
  QString thumbnail;
  QString caption;
  QString added_by;
  Moment added_at;
  app_enums::PictureState state = app_enums::PictureState::Elsewhere;
  bool refused = false;
  bool of_this_visit = false;

  bool operator==(const PictureEntry&) const = default;
};

// Pictures of the elder who is shown, or of the visit that is being made: added, described, taken away again before
// they were sent, and looked at. Nobody has to add any.
class PicturesModel final : public doorstep::models::DeedModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool canAdd READ canAdd CONSTANT)
  Q_PROPERTY(bool choosing READ choosing NOTIFY changed)
  Q_PROPERTY(doorstep::models::app_enums::PictureTrouble trouble READ trouble NOTIFY changed)
  Q_PROPERTY(int waiting READ waiting NOTIFY changed)          // of this door, not at the service
  Q_PROPERTY(int onThisVisit READ onThisVisit NOTIFY changed)  // added on the visit that is being made
  Q_PROPERTY(doorstep::models::RowModel* pictures READ pictures CONSTANT)
  // The one that is looked at: empty when none is; its source when it is here.
  Q_PROPERTY(QString openId READ openId NOTIFY openChanged)
  Q_PROPERTY(QString openSource READ openSource NOTIFY openChanged)
  Q_PROPERTY(QString openThumbnail READ openThumbnail NOTIFY openChanged)
  Q_PROPERTY(QString openCaption READ openCaption NOTIFY openChanged)
  Q_PROPERTY(QString openAddedBy READ openAddedBy NOTIFY openChanged)
  Q_PROPERTY(doorstep::models::Moment openAddedAt READ openAddedAt NOTIFY openChanged)
  Q_PROPERTY(doorstep::models::app_enums::PictureState openState READ openState NOTIFY openChanged)
  Q_PROPERTY(bool openRefused READ openRefused NOTIFY openChanged)

 public:
  PicturesModel(Desk& desk, ElderModel& elder, VisitModel& visit, Pictures* source);
  static PicturesModel* create(QQmlEngine* engine, QJSEngine* script);

  bool canAdd() const { return source_ != nullptr; }
  bool choosing() const { return choosing_; }
  app_enums::PictureTrouble trouble() const { return trouble_; }
  int waiting() const;
  int onThisVisit() const;
  RowModel* pictures() { return &pictures_; }
  const std::vector<PictureEntry>& entries() const { return pictures_.rows(); }
  const QString& openId() const { return open_id_; }
  const QString& openSource() const { return open_source_; }
  QString openThumbnail() const { return opened().thumbnail; }
  QString openCaption() const { return opened().caption; }
  QString openAddedBy() const { return opened().added_by; }
  Moment openAddedAt() const { return opened().added_at; }
  app_enums::PictureState openState() const { return opened().state; }
  bool openRefused() const { return opened().refused; }

  Q_INVOKABLE void add();         // of the elder who is shown
  Q_INVOKABLE void addToVisit();  // of the visit that is being made
  Q_INVOKABLE void remove(const QString& picture_id);
  Q_INVOKABLE void describe(const QString& picture_id, const QString& caption);
  // Shows it large; fetches it first when only its thumbnail is here.
  Q_INVOKABLE void open(const QString& picture_id);
  Q_INVOKABLE void close();
  Q_INVOKABLE void refresh();
  Q_INVOKABLE void dismissTrouble();

 signals:
  void changed();
  void openChanged();

 private:
  bool isVisiting() const;
  std::string household() const;
  v1::Attachment blank(const std::string& household_id) const;
  void choose(v1::Attachment attachment);
  void take(const v1::Attachment& attachment, ChosenPicture chosen);
  void changePicture(const QString& picture_id,
                     const std::function<absl::Status(store::Recorder&, const std::string&)>& change);
  void show(std::vector<store::PictureRow> rows);
  void read();
  void want(const v1::Attachment& attachment);
  PictureEntry opened() const;
  const store::PictureRow* row(const QString& picture_id) const;

  ElderModel& elder_;
  VisitModel& visit_;
  Pictures* source_;
  bool choosing_ = false;
  app_enums::PictureTrouble trouble_ = app_enums::PictureTrouble::None;
  std::string shown_;  // household
  std::vector<store::PictureRow> rows_;
  Rows<PictureEntry> pictures_{&PictureEntry::picture_id};
  QString open_id_;
  QString open_source_;
};

}  // namespace doorstep::models
