#include "app/models/missed_model.h"

#include "app/models/models.h"
#include "app/models/text.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

constexpr std::uint32_t kPage = 100;

MissedEntry missedEntryOf(const v1::MissedElder& elder) {
  MissedEntry entry;
  entry.elder_id = idText(elder.elder_id());
  entry.name = text(elder.name());
  entry.file_number = text(elder.file_number());
  entry.address = text(elder.address());
  entry.area = text(elder.area_name());
  entry.tier = elder.tier();
  entry.reason = elder.reason();
  entry.worker_name = text(elder.worker_name());
  if (care::isSet(elder.last_contact_on()))
    entry.last_contact = momentOf(care::civilDay(elder.last_contact_on()));
  return entry;
}

}  // namespace

MissedModel::MissedModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::closed, this, [this] {
    nextQuestion();
    rows_.replace({});
    token_.clear();
    asking_ = false;
    setProgress(Progress::Loading);
  });
}

MissedModel* MissedModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).missed;
}

void MissedModel::show(const QString& area_code, const QString& area_name, int year, int month) {
  area_code_ = area_code.toStdString();
  area_name_ = area_name;
  month_ = absl::CivilMonth(year, month);
  emit areaChanged();
  retry();
}

void MissedModel::retry() {
  rows_.replace({});
  total_ = 0;
  token_.clear();
  emit totalChanged();
  setProgress(Progress::Loading);
  ask({});
}

void MissedModel::readMore() {
  if (!asking_ && more())
    ask(token_);
}

void MissedModel::ask(const std::string& after) {
  asking_ = true;
  const std::uint64_t question = nextQuestion();
  v1::ListMissedRequest request;
  request.set_area_code(area_code_);
  *request.mutable_month() = care::toMonth(month_);
  request.set_limit(kPage);
  request.set_after(after);
  desk().missed(this, request, [this, question, first = after.empty()](absl::StatusOr<v1::ListMissedReply> reply) {
    if (!isLatest(question))
      return;
    asking_ = false;
    if (!reply.ok()) {
      setProgress(Progress::Failed, failureOf(reply.status()));
      return;
    }
    take(*reply, first);
    setProgress(Progress::Ready);
  });
}

void MissedModel::take(const v1::ListMissedReply& reply, bool first_page) {
  std::vector<MissedEntry> entries;
  for (const v1::MissedElder& elder : reply.elders())
    entries.push_back(missedEntryOf(elder));
  if (first_page)
    rows_.replace(std::move(entries));
  else
    rows_.append(std::move(entries));
  total_ = static_cast<int>(reply.total());
  token_ = reply.page_token();
  emit totalChanged();
}

}  // namespace doorstep::models
