#include <iostream>
#include <iterator>

#include "sync/ctl/file.h"
#include "sync/ctl/operator_commands.h"
#include "sync/escrow/escrow.h"

namespace doorstep::ctl {

namespace {

constexpr std::size_t kLargestText = 64 << 10;

absl::StatusOr<std::string> readText(const std::string& file) {
  if (!file.empty()) {
    return readFile(file, kLargestText);
  }
  return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
}

}  // namespace

int escrowCommand(const Console& console, const EscrowOptions& options) {
  const auto key_bytes = readFile(options.key_file, kLargestText);
  if (!key_bytes.ok()) {
    return console.fail(key_bytes.status());
  }
  const auto key = escrow::Secret::of(*key_bytes);
  if (!key.has_value()) {
    return console.fail(failure(Failure::kEscrowUnusable));
  }
  const auto text = readText(options.text_file);
  if (!text.ok()) {
    return console.fail(text.status());
  }
  const auto recovery = escrow::openSlotText(*text, escrow::publicKeyOf(*key), *key);
  if (!recovery.ok()) {
    return console.fail(failure(Failure::kEscrowUnusable, {std::string(recovery.status().message())}));
  }
  console.out << *recovery << "\n";
  console.err << console.pick(
      "请在平板的“忘记 PIN”页输入上面的恢复文本，然后设置新的 PIN。它能打开这台平板，用后请勿保留。\n",
      "Enter the recovery text above on the tablet's “forgotten PIN” page, then choose a new PIN.\n"
      "It opens this tablet: do not keep it afterwards.\n");
  return kExitDone;
}

}  // namespace doorstep::ctl
