#include "app/models/session_model.h"

#include <algorithm>

#include "app/models/models.h"
#include "app/models/text.h"

namespace doorstep::models {

using app_enums::Stage;

SessionModel::SessionModel(Desk& desk, Gate& gate, Preferences& preferences)
    : desk_(desk), gate_(gate), preferences_(preferences), settings_(preferences.read()) {
  wait_.setInterval(1000);
  connect(&wait_, &QTimer::timeout, this, [this] { setWaitSeconds(wait_seconds_ - 1); });
  setStage(gate_.enrolled() ? Stage::Locked : Stage::NotEnrolled);
  if (gate_.withdrawn())
    setFailure(Failure::Revoked);
  showProfiles();
  connect(&desk_, &Desk::syncStatus, this, [this](const client::SyncStatus& status) {
    if (status.trouble == client::Trouble::kRevoked)
      leaveWithdrawn();
  });
  connect(&desk_, &Desk::sessionChanged, this, &SessionModel::workerChanged);
  connect(&desk_, &Desk::closed, this, &SessionModel::workerChanged);
  connect(&desk_, &Desk::storeChanged, this, &SessionModel::readAgain);
  applyTransferRules();
  preferences_.watchNetworkCost([this] { applyTransferRules(); });
}

SessionModel* SessionModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).session;
}

QString SessionModel::workerName() const {
  return text(desk_.session().worker.name());
}
QString SessionModel::districtName() const {
  return text(desk_.session().district_name);
}

bool SessionModel::has(v1::Role role) const {
  const auto& roles = desk_.session().roles;
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

void SessionModel::enrol(const QString& address, const QString& code, const QString& device_name, const QString& pin,
                         const QString& label) {
  if (busy_)
    return;
  setBusy(true);
  gate_.enrol({address.trimmed().toStdString(), code.toStdString(), device_name.trimmed().toStdString(),
               pin.toStdString(), label.trimmed().toStdString()},
              [this](const GateAnswer& answer) { answered(answer); });
}

void SessionModel::showProfiles() {
  std::vector<ProfileEntry> rows;
  for (const Profile& profile : gate_.profiles())
    rows.push_back({text(profile.id), text(profile.label), profile.chosen});
  profiles_.replace(std::move(rows));
  emit profilesChanged();
}

QString SessionModel::profileLabel() const {
  for (const ProfileEntry& profile : profiles_.rows()) {
    if (profile.chosen)
      return profile.label;
  }
  return {};
}

void SessionModel::choose(const QString& profile_id) {
  if (busy_ || stage_ != Stage::Locked)
    return;
  gate_.choose(profile_id.toStdString());
  setFailure(Failure::None);
  setWaitSeconds(0);
  showProfiles();
}

void SessionModel::addProfile() {
  if (busy_ || stage_ != Stage::Locked)
    return;
  setFailure(Failure::None);
  setStage(Stage::NotEnrolled);
}

void SessionModel::stopAdding() {
  if (busy_ || stage_ != Stage::NotEnrolled || !gate_.enrolled())
    return;
  setFailure(Failure::None);
  setStage(Stage::Locked);
}

void SessionModel::unlock(const QString& pin) {
  if (busy_)
    return;
  setBusy(true);
  gate_.unlock(pin.toStdString(), [this](const GateAnswer& answer) { answered(answer); });
}

void SessionModel::recover(const QString& recovery_key, const QString& new_pin) {
  if (busy_)
    return;
  setBusy(true);
  gate_.recover(recovery_key.toStdString(), new_pin.toStdString(),
                [this](const GateAnswer& answer) { answered(answer); });
}

void SessionModel::changePin(const QString& pin, const QString& new_pin) {
  if (busy_)
    return;
  setBusy(true);
  gate_.changePin(pin.toStdString(), new_pin.toStdString(), [this](Failure failure) {
    setBusy(false);
    setFailure(failure);
    if (failure == Failure::None)
      emit pinChanged();
  });
}

void SessionModel::answered(const GateAnswer& answer) {
  setFailure(answer.failure);
  setWaitSeconds(answer.wait_seconds);
  if (answer.failure != Failure::None || !answer.workspace) {
    setBusy(false);
    return;
  }
  openWith(answer.workspace);
}

// The first page needs to know who is here; until the answer the lock page stays.
void SessionModel::openWith(const std::shared_ptr<Workspace>& workspace) {
  Workspace* raw = workspace.get();
  raw->queryExecutor().post([this, raw, held = std::weak_ptr<Workspace>(workspace)] {
    auto session = raw->queries().session();
    QMetaObject::invokeMethod(
        this,
        [this, held, session = std::move(session)] {
          setBusy(false);
          const std::shared_ptr<Workspace> opened = pending_;
          pending_.reset();
          if (!opened || held.lock() != opened)
            return;
          if (!session.ok()) {
            setFailure(failureOf(session.status()));
            gate_.lock();
            return;
          }
          desk_.open(opened, *session);
          setStage(Stage::Open);
        },
        Qt::QueuedConnection);
  });
  pending_ = workspace;
}

void SessionModel::readAgain() {
  desk_.ask<absl::StatusOr<store::Session>>(
      this, [](store::Queries& queries) { return queries.session(); },
      [this](const absl::StatusOr<store::Session>& session) {
        if (session.ok())
          desk_.setSession(*session);
      });
}

void SessionModel::lock() {
  if (stage_ != Stage::Open)
    return;
  desk_.close();
  gate_.lock();
  showProfiles();
  setStage(Stage::Locked);
}

// What was open can be read by nobody any more; somebody else's store on this device stays as it is.
void SessionModel::leaveWithdrawn() {
  if (stage_ != Stage::Open)
    return;
  desk_.close();
  gate_.lock();
  showProfiles();
  setFailure(Failure::Revoked);
  setStage(gate_.enrolled() ? Stage::Locked : Stage::NotEnrolled);
}

void SessionModel::dismissFailure() {
  setFailure(Failure::None);
}

QString SessionModel::recoveryRequest() {
  return text(gate_.recoveryRequest());
}

bool SessionModel::dark() const {
  if (settings_.appearance == app_enums::Appearance::System)
    return preferences_.systemIsDark();
  return settings_.appearance == app_enums::Appearance::Dark;
}

void SessionModel::setLanguage(const QString& language) {
  Settings settings = settings_;
  settings.language = language;
  keep(settings);
}

void SessionModel::setTextScale(double scale) {
  Settings settings = settings_;
  settings.text_scale = std::clamp(scale, 1.0, 2.0);
  keep(settings);
}

void SessionModel::setAppearance(app_enums::Appearance appearance) {
  Settings settings = settings_;
  settings.appearance = appearance;
  keep(settings);
}

void SessionModel::setHideKinds(bool hide) {
  Settings settings = settings_;
  settings.hide_kinds = hide;
  keep(settings);
}

void SessionModel::setPicturesWhereItCosts(bool allowed) {
  Settings settings = settings_;
  settings.pictures_where_it_costs = allowed;
  keep(settings);
}

void SessionModel::setPictureKilobytes(int a_second) {
  Settings settings = settings_;
  settings.picture_kilobytes = std::max(0, a_second);
  keep(settings);
}

void SessionModel::keep(const Settings& settings) {
  if (settings == settings_)
    return;
  settings_ = settings;
  preferences_.write(settings_);
  applyTransferRules();
  emit settingsChanged();
}

void SessionModel::applyTransferRules() {
  client::TransferRules rules;
  rules.allowed = settings_.pictures_where_it_costs || !preferences_.networkCosts();
  rules.bytes_per_second = static_cast<std::uint64_t>(settings_.picture_kilobytes) * 1024;
  desk_.setTransferRules(rules);
}

void SessionModel::setStage(Stage stage) {
  if (stage == stage_)
    return;
  stage_ = stage;
  emit stageChanged();
}

void SessionModel::setBusy(bool busy) {
  if (busy == busy_)
    return;
  busy_ = busy;
  emit busyChanged();
}

void SessionModel::setWaitSeconds(int seconds) {
  if (seconds == wait_seconds_)
    return;
  wait_seconds_ = seconds;
  seconds > 0 ? wait_.start() : wait_.stop();
  emit waitSecondsChanged();
}

void SessionModel::setFailure(Failure failure) {
  if (failure == failure_)
    return;
  failure_ = failure;
  emit failureChanged();
}

}  // namespace doorstep::models
