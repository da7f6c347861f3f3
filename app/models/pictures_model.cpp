#include "app/models/pictures_model.h"

#include <algorithm>
#include <utility>

#include "app/models/models.h"
#include "app/models/text.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

using app_enums::PictureState;
using app_enums::PictureTrouble;
using app_enums::VisitStage;

QString dataUrl(const std::string& jpeg) {
  const QByteArray bytes = QByteArray::fromRawData(jpeg.data(), static_cast<qsizetype>(jpeg.size()));
  return jpeg.empty() ? QString() : QStringLiteral("data:image/jpeg;base64,") + QString::fromLatin1(bytes.toBase64());
}

PictureState stateOf(store::PictureState state) {
  return static_cast<PictureState>(state);
}
static_assert(static_cast<int>(PictureState::Staged) == static_cast<int>(store::PictureState::kStaged));
static_assert(static_cast<int>(PictureState::Fetching) == static_cast<int>(store::PictureState::kFetching));

bool waits(const store::PictureRow& row) {
  return row.state == store::PictureState::kStaged || row.state == store::PictureState::kWaiting;
}

}  // namespace

PicturesModel::PicturesModel(Desk& desk, ElderModel& elder, VisitModel& visit, Pictures* source)
    : DeedModel(desk), elder_(elder), visit_(visit), source_(source) {
  connect(&elder, &ElderModel::fileChanged, this, &PicturesModel::refresh);
  connect(&visit, &VisitModel::stageChanged, this, &PicturesModel::refresh);
  connect(&desk, &Desk::storeChanged, this, &PicturesModel::refresh);
  connect(&desk, &Desk::syncStatus, this, [this](const client::SyncStatus& status) {
    // Those that were sent are told of once, when the exchange is over.
    if (status.contents_moved > 0 && status.phase != client::Phase::kTransferring) {
      refresh();
    }
  });
  connect(&desk, &Desk::closed, this, [this] {
    shown_.clear();
    close();
    show({});
    choosing_ = false;
    trouble_ = PictureTrouble::None;
    emit changed();
  });
}

PicturesModel* PicturesModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).pictures;
}

bool PicturesModel::isVisiting() const {
  return visit_.stage() == VisitStage::Recording || visit_.stage() == VisitStage::Summary;
}

std::string PicturesModel::household() const {
  return isVisiting() ? visit_.householdId() : elder_.file().household.id();
}

int PicturesModel::waiting() const {
  return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), waits));
}

int PicturesModel::onThisVisit() const {
  const auto& entries = pictures_.rows();
  return static_cast<int>(
      std::count_if(entries.begin(), entries.end(), [](const PictureEntry& entry) { return entry.of_this_visit; }));
}

v1::Attachment PicturesModel::blank(const std::string& household_id) const {
  v1::Attachment attachment;
  attachment.set_household_id(household_id);
  attachment.set_media_type("image/jpeg");
  attachment.set_added_by(desk().session().worker.id());
  return attachment;
}

void PicturesModel::add() {
  v1::Attachment attachment = blank(elder_.file().household.id());
  attachment.set_elder_id(elder_.file().elder.id());
  choose(std::move(attachment));
}

void PicturesModel::addToVisit() {
  if (!isVisiting())
    return;
  v1::Attachment attachment = blank(visit_.householdId());
  attachment.set_elder_id(idOf(visit_.elderId()));
  attachment.set_visit_id(visit_.visitId());
  choose(std::move(attachment));
}

void PicturesModel::choose(v1::Attachment attachment) {
  if (source_ == nullptr || choosing_ || saving() || attachment.household_id().empty())
    return;
  choosing_ = true;
  trouble_ = PictureTrouble::None;
  emit changed();
  source_->choose([this, attachment = std::move(attachment)](ChosenPicture chosen) {
    choosing_ = false;
    trouble_ = chosen.trouble;
    emit changed();
    if (!chosen.cancelled && chosen.trouble == PictureTrouble::None)
      take(attachment, std::move(chosen));
  });
}

void PicturesModel::take(const v1::Attachment& offered, ChosenPicture chosen) {
  if (!begin())
    return;
  v1::Attachment attachment = offered;
  attachment.set_id(desk().newId());
  *attachment.mutable_added_at() = care::toTimestamp(desk().now());
  attachment.set_thumbnail(std::move(chosen.thumbnail));
  if (!attachment.visit_id().empty())
    visit_.keepDraft();  // its pictures wait for it, so it has to be there
  using Answer = absl::StatusOr<store::SaveResult>;
  desk().record<Answer>(
      this,
      [attachment, content = std::move(chosen.content)](store::Recorder& recorder) {
        return recorder.addPicture(attachment, content);
      },
      [this](const Answer& answer) {
        if (!answer.ok()) {
          finishQuietly(failureOf(answer.status()));
        } else if (!answer->problems.empty()) {
          finishQuietly(Failure::NotPermitted, answer->problems.front().code());
        } else {
          finishQuietly(Failure::None);
        }
      });
}

void PicturesModel::changePicture(const QString& picture_id,
                                  const std::function<absl::Status(store::Recorder&, const std::string&)>& change) {
  if (!begin())
    return;
  desk().record<absl::Status>(
      this, [id = idOf(picture_id), change](store::Recorder& recorder) { return change(recorder, id); },
      // Gone meanwhile: the list shows it as it is.
      [this](const absl::Status& status) {
        finishQuietly(absl::IsNotFound(status) ? Failure::None : failureOf(status));
      });
}

void PicturesModel::remove(const QString& picture_id) {
  changePicture(picture_id,
                [](store::Recorder& recorder, const std::string& id) { return recorder.removePicture(id); });
}

void PicturesModel::describe(const QString& picture_id, const QString& caption) {
  const std::string words = caption.trimmed().left(200).toStdString();
  changePicture(picture_id, [words](store::Recorder& recorder, const std::string& id) {
    return recorder.describePicture(id, words);
  });
}

void PicturesModel::dismissTrouble() {
  trouble_ = PictureTrouble::None;
  emit changed();
}

void PicturesModel::refresh() {
  const std::uint64_t question = nextQuestion();
  const std::string id = household();
  if (id != shown_) {
    shown_ = id;
    close();
    show({});
  }
  if (id.empty())
    return;
  using Answer = absl::StatusOr<std::vector<store::PictureRow>>;
  desk().ask<Answer>(
      this, [id](store::Queries& queries) { return queries.pictures(id); },
      [this, question](Answer rows) {
        if (!isLatest(question))
          return;
        if (!rows.ok()) {
          setProgress(Progress::Failed, failureOf(rows.status()));
          return;
        }
        show(*std::move(rows));
        setProgress(Progress::Ready);
        if (!open_id_.isEmpty() && open_source_.isEmpty())
          read();
      });
}

void PicturesModel::show(std::vector<store::PictureRow> rows) {
  rows_ = std::move(rows);
  const std::string visit = isVisiting() ? visit_.visitId() : std::string();
  std::vector<PictureEntry> entries;
  for (const store::PictureRow& row : rows_) {
    PictureEntry& entry = entries.emplace_back();
    entry.picture_id = idText(row.attachment.id());
    entry.thumbnail = dataUrl(row.attachment.thumbnail());
    entry.caption = text(row.attachment.caption());
    entry.added_by = text(row.added_by_name);
    entry.added_at = momentOf(care::toTime(row.attachment.added_at()), desk().zone());
    entry.state = stateOf(row.state);
    entry.refused = row.refused;
    entry.of_this_visit = !visit.empty() && row.attachment.visit_id() == visit;
  }
  pictures_.replace(std::move(entries));
  emit changed();
  if (!open_id_.isEmpty())
    emit openChanged();
}

const store::PictureRow* PicturesModel::row(const QString& picture_id) const {
  const std::string id = idOf(picture_id);
  const auto found = std::find_if(rows_.begin(), rows_.end(),
                                  [&id](const store::PictureRow& row) { return row.attachment.id() == id; });
  return found == rows_.end() ? nullptr : &*found;
}

PictureEntry PicturesModel::opened() const {
  const auto& entries = pictures_.rows();
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [this](const PictureEntry& entry) { return entry.picture_id == open_id_; });
  return found == entries.end() ? PictureEntry() : *found;
}

void PicturesModel::open(const QString& picture_id) {
  const store::PictureRow* opened = row(picture_id);
  if (opened == nullptr)
    return;
  open_id_ = picture_id;
  open_source_.clear();
  emit openChanged();
  if (opened->state == store::PictureState::kElsewhere) {
    want(opened->attachment);
  } else {
    read();
  }
}

void PicturesModel::close() {
  if (open_id_.isEmpty())
    return;
  open_id_.clear();
  open_source_.clear();
  emit openChanged();
}

void PicturesModel::read() {
  const store::PictureRow* opened = row(open_id_);
  if (opened == nullptr) {
    close();
    return;
  }
  using Answer = absl::StatusOr<std::string>;
  desk().ask<Answer>(
      this, [hash = opened->attachment.content_hash()](store::Queries& queries) { return queries.picture(hash); },
      [this, id = open_id_](const Answer& content) {
        if (!content.ok() || id != open_id_)
          return;  // it comes with an exchange
        open_source_ = dataUrl(*content);
        emit openChanged();
      });
}

void PicturesModel::want(const v1::Attachment& attachment) {
  desk().record<absl::Status>(
      this, [attachment](store::Recorder& recorder) { return recorder.wantPicture(attachment); },
      [this](const absl::Status& status) {
        if (!status.ok())
          return;
        desk().contentsWanted();
        desk().readAgain();
      });
}

}  // namespace doorstep::models
