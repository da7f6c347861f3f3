#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QTimer>

#include "app/models/desk.h"
#include "app/models/gate.h"
#include "app/models/preferences.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// One person's own store on a device that several share.
class ProfileEntry {
  Q_GADGET
  Q_PROPERTY(QString profileId MEMBER profile_id)
  Q_PROPERTY(QString label MEMBER label)
  Q_PROPERTY(bool chosen MEMBER chosen)

 public:
  QString profile_id;
  QString label;
  bool chosen = false;

  bool operator==(const ProfileEntry&) const = default;
};

// Who is here, whether the store is open, and how this person wants to see the app.
class SessionModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::app_enums::Stage stage READ stage NOTIFY stageChanged)
  Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
  Q_PROPERTY(doorstep::models::app_enums::Failure failure READ failure NOTIFY failureChanged)
  Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY waitSecondsChanged)  // before the next try of a PIN
  Q_PROPERTY(QString workerName READ workerName NOTIFY workerChanged)
  Q_PROPERTY(QString districtName READ districtName NOTIFY workerChanged)
  Q_PROPERTY(bool visitor READ visitor NOTIFY workerChanged)
  Q_PROPERTY(bool supervisor READ supervisor NOTIFY workerChanged)
  Q_PROPERTY(bool district READ district NOTIFY workerChanged)
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY settingsChanged)
  Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY settingsChanged)
  Q_PROPERTY(
      doorstep::models::app_enums::Appearance appearance READ appearance WRITE setAppearance NOTIFY settingsChanged)
  Q_PROPERTY(bool dark READ dark NOTIFY settingsChanged)
  Q_PROPERTY(bool reducedMotion READ reducedMotion CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* profiles READ profiles CONSTANT)    // stores of a shared device
  Q_PROPERTY(QString profileLabel READ profileLabel NOTIFY profilesChanged)  // of the chosen one
  Q_PROPERTY(bool hideKinds READ hideKinds WRITE setHideKinds NOTIFY settingsChanged)
  Q_PROPERTY(bool picturesWhereItCosts READ picturesWhereItCosts WRITE setPicturesWhereItCosts NOTIFY settingsChanged)
  Q_PROPERTY(int pictureKilobytes READ pictureKilobytes WRITE setPictureKilobytes NOTIFY settingsChanged)
  Q_PROPERTY(int leastPin READ leastPin CONSTANT)

 public:
  SessionModel(Desk& desk, Gate& gate, Preferences& preferences);
  static SessionModel* create(QQmlEngine* engine, QJSEngine* script);

  app_enums::Stage stage() const { return stage_; }
  bool busy() const { return busy_; }
  Failure failure() const { return failure_; }
  int waitSeconds() const { return wait_seconds_; }
  QString workerName() const;
  QString districtName() const;
  bool visitor() const { return has(v1::ROLE_VISITOR); }
  bool supervisor() const { return has(v1::ROLE_SUPERVISOR); }
  bool district() const { return has(v1::ROLE_DISTRICT_STAFF); }
  int leastPin() const { return 6; }

  const QString& language() const { return settings_.language; }
  void setLanguage(const QString& language);
  double textScale() const { return settings_.text_scale; }
  void setTextScale(double scale);
  app_enums::Appearance appearance() const { return settings_.appearance; }
  void setAppearance(app_enums::Appearance appearance);
  bool dark() const;
  bool reducedMotion() const { return preferences_.systemReducesMotion(); }
  RowModel* profiles() { return &profiles_; }
  QString profileLabel() const;
  bool hideKinds() const { return settings_.hide_kinds; }
  void setHideKinds(bool hide);
  bool picturesWhereItCosts() const { return settings_.pictures_where_it_costs; }
  void setPicturesWhereItCosts(bool allowed);
  int pictureKilobytes() const { return settings_.picture_kilobytes; }
  void setPictureKilobytes(int a_second);

  Q_INVOKABLE void enrol(const QString& address, const QString& code, const QString& device_name, const QString& pin,
                         const QString& label = {});
  // Whose store the PIN is for; while locked.
  Q_INVOKABLE void choose(const QString& profile_id);
  // One more person on this device, and back.
  Q_INVOKABLE void addProfile();
  Q_INVOKABLE void stopAdding();
  Q_INVOKABLE void unlock(const QString& pin);
  Q_INVOKABLE void recover(const QString& recovery_key, const QString& new_pin);
  Q_INVOKABLE void changePin(const QString& pin, const QString& new_pin);
  Q_INVOKABLE void lock();
  Q_INVOKABLE void dismissFailure();
  // What is handed in to the organisation when the PIN is forgotten.
  Q_INVOKABLE QString recoveryRequest();

 signals:
  void stageChanged();
  void busyChanged();
  void failureChanged();
  void waitSecondsChanged();
  void workerChanged();
  void settingsChanged();
  void pinChanged();
  void profilesChanged();

 private:
  bool has(v1::Role role) const;
  void setStage(app_enums::Stage stage);
  void setBusy(bool busy);
  void setFailure(Failure failure);
  void setWaitSeconds(int seconds);
  void keep(const Settings& settings);
  void applyTransferRules();
  void answered(const GateAnswer& answer);
  void openWith(const std::shared_ptr<Workspace>& workspace);
  void readAgain();
  void showProfiles();
  void leaveWithdrawn();

  Desk& desk_;
  Gate& gate_;
  Preferences& preferences_;
  Settings settings_;
  app_enums::Stage stage_ = app_enums::Stage::Starting;
  bool busy_ = false;
  Failure failure_ = Failure::None;
  int wait_seconds_ = 0;
  QTimer wait_;
  Rows<ProfileEntry> profiles_{&ProfileEntry::profile_id};
  std::shared_ptr<Workspace> pending_;  // unlocked, not yet on the desk
};

}  // namespace doorstep::models
