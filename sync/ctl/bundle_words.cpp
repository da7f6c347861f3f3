#include "sync/ctl/bundle_words.h"

#include <array>

#include "sync/ctl/text.h"

namespace doorstep::ctl {

namespace {

struct Words {
  Wording happened;
  Wording next;
};

constexpr Wording kSafe = {"文件中的记录都还在原平板上，什么也没有收下。",
                           "What it carries still waits on its tablet; nothing of it was taken."};
constexpr Wording kWriteAgain = {"请在平板上再写一次，然后重新发送。", "Write it again on the tablet, then send that."};
constexpr Wording kConnectOnce = {"请让这台平板联网上传一次。", "Let this tablet upload once over a network."};

// In the order of bundle::Refusal.
constexpr auto kWords = std::to_array<Words>({
    {{"这不是敲门的离线文件。", "This is not a bundle."},
     {"请选择平板写出的 .bundle 文件。", "Choose a .bundle file that a tablet wrote."}},
    {{"这个文件由更新的版本写成。", "A newer version wrote this file."},
     {"请先升级这里的程序。", "Update the program here first."}},
    {{"文件不完整，后面缺了一部分。", "The file is not complete: its end is missing."}, kWriteAgain},
    {{"文件写成之后被改动过，或不完整。", "The file was changed after it was written, or is not complete."},
     kWriteAgain},
    {{"文件太大。", "The file is too large."}, kConnectOnce},
    {{"这个文件是另一种：回执，不是记录；或者相反。",
      "The file is of the other kind: receipts instead of changes, or the reverse."},
     {"记录文件以 .bundle 结尾，回执以 .receipts 结尾。", "Files with changes end in .bundle, receipts in .receipts."}},
    {{"这个文件属于另一个服务。", "The file belongs to another service."},
     {"请交给平板登记时的那个服务。", "Bring it to the service the tablet was enrolled with."}},
    {{"这台平板属于另一个区。", "The tablet belongs to another district."},
     {"请交给它所在的区，或由运维人员发送。", "Bring it to its own district, or let the operator send it."}},
    {{"服务不认识写这个文件的平板。", "The service does not know the tablet that wrote it."},
     {"如果服务是从备份恢复的，请让这台平板联网一次。",
      "If the service was restored from a backup, let the tablet connect once."}},
    {{"文件不属于它所说的平板。", "The file is not of, or not for, the store it names."}, kWriteAgain},
    {{"同一台平板更早的记录还没有收到。", "Earlier changes of the same tablet are missing."}, kConnectOnce},
    {{"服务已有这台平板同一位置的其他记录。", "The service holds other changes of this tablet in their place."},
     kConnectOnce},
    {{"服务正忙。", "The service is busy with other bundles."},
     {"请稍后再发送一次；重复发送是安全的。", "Send it again in a moment; repeating is safe."}},
});
static_assert(kWords.size() == static_cast<std::size_t>(bundle::kLastRefusal) + 1);

}  // namespace

std::string wordsOf(bundle::Refusal why, Language language) {
  const Words& words = kWords[static_cast<std::size_t>(why)];
  const std::string_view gap = language == Language::kChinese ? "" : " ";
  return concat({words.happened.in(language), gap, kSafe.in(language), gap, words.next.in(language)});
}

}  // namespace doorstep::ctl
