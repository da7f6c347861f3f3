#include "app/shell/photo.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QPainter>

namespace doorstep::shell {
namespace {

constexpr int kLongestSide = 2048;
constexpr int kThumbnailSide = 256;
constexpr int kLeastThumbnailSide = 64;
constexpr qsizetype kMostThumbnailBytes = qsizetype{8} * 1024;
constexpr qint64 kMostPixels = qint64{120} * 1000 * 1000;
constexpr int kQuality = 82;
constexpr int kThumbnailQuality = 70;
constexpr int kLeastQuality = 30;

QSize fitting(QSize size, int side) {
  return size.width() > side || size.height() > side ? size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1})
                                                     : size;
}

// Pixels alone: what a reader put beside them (texts, profiles) would go into the new file, too.
QImage pixelsOf(QImage image, QSize size) {
  if (image.colorSpace().isValid()) {
    image.convertToColorSpace(QColorSpace::SRgb);
  }
  QImage fresh(size, QImage::Format_RGB32);
  fresh.fill(Qt::white);
  QPainter painter(&fresh);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(QRect(QPoint(0, 0), size), image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
  painter.end();
  return fresh;
}

QByteArray jpegOf(const QImage& image, int quality) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "JPEG", quality);
  return bytes;
}

QByteArray thumbnailOf(const QImage& image) {
  for (int side = kThumbnailSide; side >= kLeastThumbnailSide; side = side * 3 / 4) {
    const QImage small = pixelsOf(image, fitting(image.size(), side));
    for (int quality = kThumbnailQuality; quality >= kLeastQuality; quality -= 20) {
      QByteArray bytes = jpegOf(small, quality);
      if (bytes.size() <= kMostThumbnailBytes) {
        return bytes;
      }
    }
  }
  return {};
}

}  // namespace

absl::StatusOr<Photo> readPhoto(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return absl::PermissionDeniedError("the picture cannot be read");
  }
  QImageReader reader(&file);
  reader.setDecideFormatFromContent(true);
  reader.setAutoTransform(true);
  reader.setAllocationLimit(512);  // megabytes: what most pixels need
  const QSize size = reader.size();
  if (size.isValid() && qint64{size.width()} * size.height() > kMostPixels) {
    return absl::OutOfRangeError("the picture has too many pixels");
  }
  if (size.isValid()) {
    reader.setScaledSize(fitting(size, kLongestSide));
  }
  const QImage read = reader.read();
  if (read.isNull()) {
    return absl::InvalidArgumentError("the file is no picture");
  }
  const QImage image = pixelsOf(read, fitting(read.size(), kLongestSide));
  Photo photo;
  photo.content = jpegOf(image, kQuality).toStdString();
  photo.thumbnail = thumbnailOf(image).toStdString();
  return photo.content.empty() ? absl::StatusOr<Photo>(absl::InvalidArgumentError("the file is no picture"))
                               : std::move(photo);
}

}  // namespace doorstep::shell
