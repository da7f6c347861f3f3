#include "app/shell/desktop_pictures.h"

#include <QApplication>
#include <QFileDialog>
#include <QThreadPool>
#include <memory>
#include <utility>

#include "app/shell/photo.h"

namespace doorstep::shell {
namespace {

using models::ChosenPicture;
using models::app_enums::PictureTrouble;

ChosenPicture read(const QString& path) {
  ChosenPicture chosen;
  absl::StatusOr<Photo> photo = readPhoto(path);
  if (photo.ok()) {
    chosen.content = std::move(photo->content);
    chosen.thumbnail = std::move(photo->thumbnail);
  } else {
    chosen.trouble = absl::IsOutOfRange(photo.status())        ? PictureTrouble::TooLarge
                     : absl::IsInvalidArgument(photo.status()) ? PictureTrouble::NotAPicture
                                                               : PictureTrouble::Unreadable;
  }
  return chosen;
}

}  // namespace

void DesktopPictures::choose(std::function<void(ChosenPicture)> done) {
  auto* dialog = new QFileDialog(QApplication::activeWindow());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilter(QStringLiteral("JPEG, PNG, WebP (*.jpg *.jpeg *.png *.webp *.bmp)"));
  QObject::connect(dialog, &QDialog::finished, dialog, [dialog, done = std::move(done)](int result) {
    if (result != QDialog::Accepted || dialog->selectedFiles().isEmpty()) {
      ChosenPicture none;
      none.cancelled = true;
      done(std::move(none));
      return;
    }
    // A large picture is read away from the window, which stays alive meanwhile.
    QThreadPool::globalInstance()->start([path = dialog->selectedFiles().constFirst(), done] {
      auto chosen = std::make_shared<ChosenPicture>(read(path));
      QMetaObject::invokeMethod(
          qApp, [chosen, done] { done(std::move(*chosen)); }, Qt::QueuedConnection);
    });
  });
  dialog->open();
}

}  // namespace doorstep::shell
