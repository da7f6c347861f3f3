#include "app/vault/vault_file.h"

#include <sodium.h>

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace doorstep::vault {
namespace {

constexpr int kFormat = 1;
constexpr const char* kKdf = "argon2id13";
constexpr const char* kCipher = "xchacha20poly1305";
constexpr const char* kScheme = "crypto_box_seal";
constexpr std::string_view kKeyMarkLabel = "doorstep key mark 1";

QJsonValue encoded(const std::string& bytes) {
  return QString::fromLatin1(QByteArray::fromStdString(bytes).toBase64());
}

std::string decoded(const QJsonObject& object, const char* name) {
  return QByteArray::fromBase64(object[QLatin1String(name)].toString().toLatin1()).toStdString();
}

QJsonObject pinObject(const PinSlot& pin) {
  return {{"kdf", kKdf},
          {"operations", static_cast<qint64>(pin.cost.operations)},
          {"memory_bytes", static_cast<qint64>(pin.cost.memory_bytes)},
          {"salt", encoded(pin.salt)},
          {"cipher", kCipher},
          {"nonce", encoded(pin.nonce)},
          {"sealed", encoded(pin.sealed)},
          {"device_mark", encoded(pin.device_mark)}};
}

PinSlot pinOf(const QJsonObject& object) {
  return {{static_cast<std::uint64_t>(object["operations"].toInteger()),
           static_cast<std::uint64_t>(object["memory_bytes"].toInteger())},
          decoded(object, "salt"),
          decoded(object, "nonce"),
          decoded(object, "sealed"),
          decoded(object, "device_mark")};
}

}  // namespace

std::string keyMark(const Secret& key) {
  std::string mark(crypto_generichash_BYTES_MIN, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(mark.data()), mark.size(),
                     reinterpret_cast<const unsigned char*>(kKeyMarkLabel.data()), kKeyMarkLabel.size(),
                     key.bytes().data(), Secret::kSize);
  return mark;
}

std::string toBytes(const VaultContents& contents) {
  const QJsonObject escrow{{"scheme", kScheme},
                           {"public_key", encoded(contents.escrow.public_key)},
                           {"sealed", encoded(contents.escrow.sealed)}};
  const QJsonObject attempts{{"failed", static_cast<qint64>(contents.attempts.failed)},
                             {"at_monotonic_ms", static_cast<qint64>(contents.attempts.at_monotonic_ms)},
                             {"boot_id", encoded(contents.attempts.boot_id)}};
  const QJsonObject whole{{"format", kFormat},
                          {"key_mark", encoded(contents.key_mark)},
                          {"pin", pinObject(contents.pin)},
                          {"escrow", escrow},
                          {"attempts", attempts}};
  return QJsonDocument(whole).toJson().toStdString();
}

absl::StatusOr<VaultContents> fromBytes(std::string_view bytes) {
  const QJsonObject whole =
      QJsonDocument::fromJson(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))).object();
  const int format = whole["format"].toInt();
  const QJsonObject pin = whole["pin"].toObject();
  const QJsonObject escrow = whole["escrow"].toObject();
  if (format < 1) {
    return absl::DataLossError("the vault's file is damaged");
  }
  if (format > kFormat || pin["kdf"] != QLatin1String(kKdf) || pin["cipher"] != QLatin1String(kCipher) ||
      escrow["scheme"] != QLatin1String(kScheme)) {
    return absl::FailedPreconditionError("the vault was written by a newer program");
  }
  const QJsonObject attempts = whole["attempts"].toObject();
  return VaultContents{
      decoded(whole, "key_mark"),
      pinOf(pin),
      {decoded(escrow, "public_key"), decoded(escrow, "sealed")},
      {attempts["failed"].toInteger(), attempts["at_monotonic_ms"].toInteger(), decoded(attempts, "boot_id")}};
}

}  // namespace doorstep::vault
