#include "app/shell/headless_words.h"

#include "absl/strings/str_cat.h"

namespace doorstep::shell {
namespace {

struct Sentence {
  const char* zh;
  const char* en;
};

std::string in(const std::string& language, const Sentence& sentence) {
  return language == "en" ? sentence.en : sentence.zh;
}

constexpr Sentence kNoService{
    "连不上服务。本机没有任何改动，已记录的都在。请检查地址和网络后再试。",
    "The service does not answer. Nothing on this device changed, all records are here. Check the "
    "address and the network, then try again."};
constexpr Sentence kSlow{"服务没有及时回应。已记录的都安全保存在本机。请稍后再试。",
                         "The service did not answer in time. All records are safe on this device. Try again later."};
constexpr Sentence kDiskFull{
    "本机存储已满。已保存的都在，这次没有写入。请腾出空间后再试。",
    "The disk is full. What was saved is here, this was not written. Free some space and try again."};
constexpr Sentence kDamaged{
    "本机的数据文件损坏。文件已原样移到一边，没有删除，已上传的都在服务上。请联系管理员，并重新同步。",
    "The data file on this device is damaged. It is kept as it is, nothing was deleted. Please ask the "
    "operator."};
constexpr Sentence kWrongPin{
    "PIN 不对。数据没有改动。请再试，多次输错后需要等待。",
    "The PIN is wrong. The data is untouched. Try again; after several wrong ones you have to wait."};
constexpr Sentence kWait{
    "PIN 输错次数太多，或钥匙库没有回应。数据没有改动。请稍后再试。",
    "Too many wrong PINs, or the key store does not answer. The data is untouched. Try again later."};
constexpr Sentence kKeyLost{
    "本机的钥匙不见了。加密的数据仍在。请用机构的恢复密钥打开。",
    "This device's secret is gone. The encrypted data is still here. Open it with the organisation's "
    "recovery key."};
constexpr Sentence kCodeUnknown{"登记码不对。没有登记，登记码也没有用掉。请核对后重新输入。",
                                "The code is wrong. Nothing was enrolled. Compare it and type it again."};
constexpr Sentence kCodeExpired{"登记码已过期。没有登记。请管理员发一个新的登记码。",
                                "The code has expired. Nothing was enrolled. Ask the operator for a new one."};
constexpr Sentence kCodeUsed{"登记码已经用过。没有登记。请管理员发一个新的登记码。",
                             "The code has been used. Nothing was enrolled. Ask the operator for a new one."};
constexpr Sentence kMalformed{
    "登记码、地址或 PIN 写得不对（PIN 至少六位）。没有登记。请改正后再试。",
    "The code, the address or the PIN cannot be right (a PIN has six characters at least). Nothing was "
    "enrolled. Correct it and try again."};
constexpr Sentence kNotGenuine{
    "对方不能证明自己是本机构的服务。没有登记，没有交出任何数据。请核对地址。",
    "The other side could not prove to be your organisation's service. Nothing was enrolled or given "
    "out. Check the address."};
constexpr Sentence kRefused{
    "服务不再接受本机的证书。已记录的都安全保存在本机。请联系管理员。",
    "The service no longer accepts this device's certificate. All records are safe here. Ask the "
    "operator."};
constexpr Sentence kNotKnown{
    "服务不认识本机。已记录的都已交给服务，单独存放，等专人查看；本机上也都还在。请管理员发一个新的登记码，重新登记。",
    "The service does not know this device. What was recorded has been handed in and put aside for a person to look "
    "at, and it is still here. Ask the operator for a new code and enrol again."};
constexpr Sentence kRevoked{
    "本机已被停用。已记录的都已交给服务，单独存放，等专人查看；本机上的数据已无法读取。如要继续使用，请管理员发一个新的"
    "登记码。",
    "This device was withdrawn. What was recorded has been handed in and put aside for a person to look at; nothing "
    "here can be read any more. To go on, ask the operator for a new code."};
constexpr Sentence kTooOld{"程序版本太旧。已记录的都已上传。请更新程序。",
                           "The app is too old. What was recorded has been uploaded. Please update the app."};
constexpr Sentence kServiceFull{
    "服务没有空间存放照片了。记录都已上传，照片仍在本机。请告诉管理员，有空间后照片会自动上传。",
    "The service has no room left for pictures. The records are uploaded, the pictures are still on this device. "
    "Tell the operator; the pictures follow by themselves."};
constexpr Sentence kServiceFault{
    "服务出错。已记录的都安全保存在本机。请稍后再试，仍不行请联系管理员。",
    "The service made an error. All records are safe on this device. Try again later, then ask the "
    "operator."};

const Sentence* enrolmentSentence(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kInvalidArgument:
      return &kMalformed;
    case absl::StatusCode::kNotFound:
    case absl::StatusCode::kPermissionDenied:
      return &kCodeUnknown;
    case absl::StatusCode::kFailedPrecondition:
      return &kCodeExpired;
    case absl::StatusCode::kAlreadyExists:
      return &kCodeUsed;
    case absl::StatusCode::kUnauthenticated:
      return &kNotGenuine;
    case absl::StatusCode::kUnavailable:
      return &kNoService;
    default:
      return nullptr;
  }
}

const Sentence* openingSentence(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kPermissionDenied:
      return &kWrongPin;
    case absl::StatusCode::kUnavailable:
      return &kWait;
    case absl::StatusCode::kFailedPrecondition:
      return &kKeyLost;
    default:
      return nullptr;
  }
}

const Sentence* sharedSentence(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kResourceExhausted:
      return &kDiskFull;
    case absl::StatusCode::kDataLoss:
      return &kDamaged;
    case absl::StatusCode::kDeadlineExceeded:
      return &kSlow;
    default:
      return nullptr;
  }
}

}  // namespace

std::string failureText(Attempt attempt, const absl::Status& status, const std::string& language) {
  const Sentence* sentence = attempt == Attempt::kEnrolling   ? enrolmentSentence(status.code())
                             : attempt == Attempt::kUnlocking ? openingSentence(status.code())
                                                              : nullptr;
  if (sentence == nullptr) {
    sentence = sharedSentence(status.code());
  }
  if (sentence != nullptr) {
    return in(language, *sentence);
  }
  const std::string code = absl::StatusCodeToString(status.code());
  return language == "en" ? absl::StrCat("An unexpected error (", code,
                                         "). Nothing that was saved is lost. Try again, then ask "
                                         "the operator.")
                          : absl::StrCat("出现意外错误（", code, "）。已保存的都在。请再试一次，仍不行请联系管理员。");
}

std::string troubleText(const client::SyncStatus& status, const std::string& language) {
  switch (status.trouble) {
    case client::Trouble::kNone:
      return {};
    case client::Trouble::kNoNetwork:
      return in(language, kNoService);
    case client::Trouble::kSlow:
      return in(language, kSlow);
    case client::Trouble::kRefused:
      return in(language, kRefused);
    case client::Trouble::kNotKnown:
      return in(language, kNotKnown);
    case client::Trouble::kRevoked:
      return in(language, kRevoked);
    case client::Trouble::kAppTooOld:
      return in(language, kTooOld);
    case client::Trouble::kServiceFault:
      return in(language, kServiceFault);
    case client::Trouble::kServiceFull:
      return in(language, kServiceFull);
    case client::Trouble::kStoreFault:
      return in(language, status.trouble_code == absl::StatusCode::kDataLoss ? kDamaged : kDiskFull);
  }
  return {};
}

}  // namespace doorstep::shell
