#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include "sync/care/calendar.h"
#include "tests/ui/fakes/sample_district.h"
#include "tests/ui/fakes/sample_pictures.h"

namespace doorstep::tests {
namespace {

store::PictureRow pictureRow(const char* id, const char* caption, const char* colour, store::PictureState state,
                             int hours_ago) {
  store::PictureRow row;
  row.attachment.set_id(std::string(id) + std::string(16 - std::string(id).size(), '.'));
  row.attachment.set_content_hash(std::string(32, id[0]));
  row.attachment.set_content_bytes(1000);
  row.attachment.set_caption(caption);
  row.attachment.set_media_type("image/jpeg");
  row.attachment.set_thumbnail(drawnPicture(240, 180, colour));
  *row.attachment.mutable_added_at() = care::toTimestamp(sampleNow() - absl::Hours(hours_ago));
  row.state = state;
  row.added_by_name = "李明";
  return row;
}

}  // namespace

std::string drawnPicture(int width, int height, const char* colour) {
  QImage image(width, height, QImage::Format_RGB32);
  image.fill(QColor("#d9d2c5"));
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(width / 3, height / 6, width / 3, height * 5 / 6, QColor(colour));
  painter.setBrush(QColor("#f5e6b8"));
  painter.drawEllipse(QPoint(width * 3 / 5, height * 3 / 5), width / 40, width / 40);
  painter.fillRect(width / 2 - width / 12, height / 4, width / 6, height / 10, QColor("#faf7f2"));
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "JPEG", 70);
  return bytes.toStdString();
}

std::vector<store::PictureRow> samplePictures() {
  std::vector<store::PictureRow> rows = {
      pictureRow("a", "", "#7a4a2b", store::PictureState::kStaged, 0),
      pictureRow("b", "燃气软管该换了", "#40566b", store::PictureState::kWaiting, 2),
      pictureRow("c", "单元门密码贴在门禁右边", "#5c6b40", store::PictureState::kHere, 30),
      pictureRow("d", "浴室扶手", "#6b4058", store::PictureState::kElsewhere, 400),
      pictureRow("e", "", "#8a8072", store::PictureState::kWaiting, 500),
  };
  rows.back().refused = true;
  return rows;
}

}  // namespace doorstep::tests
