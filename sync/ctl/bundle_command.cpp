#include "sync/ctl/bundle_command.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "sync/bundle/changes.h"
#include "sync/bundle/envelope.h"
#include "sync/bundle/refusal.h"
#include "sync/ctl/bundle_words.h"
#include "sync/ctl/file.h"
#include "sync/ctl/json_values.h"
#include "sync/ctl/text.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"

namespace doorstep::ctl {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kPart = std::size_t{256} << 10;
constexpr int kPatience = 6;  // times the timeout: a bundle is large, and the way perhaps slow

// What became of one file.
struct Sent {
  std::string path;
  v1::BundleManifest bundle;
  v1::BundleManifest receipts;
  std::optional<bundle::Refusal> refusal;
};

// Folders become the bundles in them, in the order of their names.
std::vector<std::string> filesOf(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
      if (entry.path().extension() == bundle::kChangesEnding) {
        inside.push_back(entry.path().string());
      }
    }
    std::sort(inside.begin(), inside.end());
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

absl::StatusOr<std::string> takeBundle(Connection& connection, const std::string& file) {
  const auto context = connection.call(kPatience);
  const auto stream = connection.sync().TakeBundle(context.get());
  v1::BundlePart part;
  bool open = true;
  for (std::size_t at = 0; open && at < file.size(); at += kPart) {
    part.set_content(file.substr(at, kPart));
    open = stream->Write(part);
  }
  stream->WritesDone();
  std::string receipts;
  while (receipts.size() <= bundle::kLargestFile && stream->Read(&part)) {
    receipts.append(part.content());
  }
  const grpc::Status status = stream->Finish();
  const absl::Status said(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  if (bundle::refusalOf(said).has_value()) {
    return said;
  }
  DOORSTEP_TRY(connection.outcome(status));
  return receipts;
}

absl::StatusOr<std::string> readBundle(const std::string& path) {
  absl::StatusOr<std::string> file = readFile(path, bundle::kLargestFile);
  return failureOf(file.status()) == Failure::kFileTooLarge ? bundle::refused(bundle::Refusal::kTooLarge)
                                                            : std::move(file);
}

absl::Status sendOne(Connection& connection, Sent& sent) {
  DOORSTEP_ASSIGN(const std::string file, readBundle(sent.path));
  DOORSTEP_ASSIGN(const bundle::Envelope envelope, bundle::read(file));
  sent.bundle = envelope.manifest;
  DOORSTEP_ASSIGN(const std::string receipts, takeBundle(connection, file));
  DOORSTEP_ASSIGN(sent.receipts, bundle::peek(receipts));
  return writeFile(bundle::receiptsPathFor(sent.path), receipts);
}

std::uint64_t changesIn(const v1::BundleManifest& manifest) {
  return manifest.last_sequence() == 0 ? 0 : manifest.last_sequence() - manifest.first_sequence() + 1;
}

std::string deviceOf(const v1::BundleManifest& manifest) {
  const std::string number = outside::toHex(manifest.replica_id()).substr(24);
  return manifest.device_name().empty() ? number : concat({manifest.device_name(), " (", number, ")"});
}

Json jsonOf(const Sent& sent) {
  Json json{{"file", sent.path}};
  json["refused"] = sent.refusal.has_value() ? Json(std::string(bundle::nameOf(*sent.refusal))) : Json(nullptr);
  if (!sent.refusal.has_value()) {
    json["device"] = sent.receipts.device_name();
    json["replica"] = outside::toHex(sent.receipts.replica_id());
    json["changes"] = changesIn(sent.receipts);
    json["taken"] = sent.receipts.taken();
    json["put_aside"] = sent.receipts.put_aside();
    json["known_before"] = sent.receipts.known_before();
    json["receipts"] = bundle::receiptsPathFor(sent.path);
  }
  return json;
}

std::string textOf(const Sent& sent, const Console& console) {
  if (sent.refusal.has_value()) {
    return concat(
        {sent.path, console.pick("：未收下。", ": not taken. "), wordsOf(*sent.refusal, console.language), "\n"});
  }
  const v1::BundleManifest& receipts = sent.receipts;
  return concat({sent.path, console.pick("：", ": "), deviceOf(receipts), console.pick("，记录 ", ", changes: "),
                 std::to_string(changesIn(receipts)), console.pick("：收下 ", "; taken "),
                 std::to_string(receipts.taken()), console.pick("，搁置 ", ", put aside "),
                 std::to_string(receipts.put_aside()), console.pick("，此前已有 ", ", known before "),
                 std::to_string(receipts.known_before()), console.pick("。回执：", ". Receipts: "),
                 bundle::receiptsPathFor(sent.path), "\n"});
}

void show(const Console& console, const std::vector<Sent>& all, bool json) {
  if (json) {
    Json list = Json::array();
    for (const Sent& sent : all) {
      list.push_back(jsonOf(sent));
    }
    console.out << list.dump(2) << "\n";
    return;
  }
  for (const Sent& sent : all) {
    console.out << textOf(sent, console);
  }
  const bool any = std::any_of(all.begin(), all.end(), [](const Sent& sent) { return !sent.refusal.has_value(); });
  console.err << (all.empty() ? console.pick("没有找到 .bundle 文件。什么都没有发送。请核对目录。\n",
                                             "There is no .bundle file. Nothing was sent. Check the folder.\n")
                  : any ? console.pick("请把回执文件交回平板，在“上传与下载”或锁定页读入。\n",
                                       "Bring the receipts back to the tablet: upload page, or the lock.\n")
                        : std::string_view());
}

Json inspected(const v1::BundleManifest& manifest, std::size_t bytes) {
  return Json{{"kind", manifest.kind() == v1::BUNDLE_KIND_RECEIPTS ? "receipts" : "changes"},
              {"device", manifest.device_name()},
              {"replica", outside::toHex(manifest.replica_id())},
              {"district", outside::toHex(manifest.district_id())},
              {"first_sequence", manifest.first_sequence()},
              {"last_sequence", manifest.last_sequence()},
              {"made_at", timeJson(manifest.has_made_at(), manifest.made_at())},
              {"signer", outside::toHex(manifest.signer_fingerprint())},
              {"bytes", bytes}};
}

absl::StatusOr<Json> inspect(const std::string& path) {
  DOORSTEP_ASSIGN(const std::string file, readBundle(path));
  DOORSTEP_ASSIGN(const bundle::Envelope envelope, bundle::read(file));
  return inspected(envelope.manifest, file.size());
}

std::string inspectedText(const std::string& path, const Json& json, const Console& console) {
  const bool receipts = json["kind"] == "receipts";
  return concat(
      {path,
       "\n  ",
       receipts ? console.pick("回执，完整", "receipts, whole") : console.pick("记录，完整", "changes, whole"),
       "\n  ",
       console.pick("平板 ", "tablet "),
       json["device"].get<std::string>(),
       " ",
       json["replica"].get<std::string>(),
       "\n  ",
       console.pick("序号 ", "sequences "),
       json["first_sequence"].dump(),
       "–",
       json["last_sequence"].dump(),
       "\n  ",
       console.pick("写于 ", "made at "),
       json["made_at"].is_null() ? "" : json["made_at"].get<std::string>(),
       "\n  ",
       console.pick("签名者 ", "signed by "),
       json["signer"].get<std::string>(),
       "\n"});
}

}  // namespace

int bundleSendCommand(const Console& console, const ConnectionOptions& connection_options,
                      const BundleOptions& options) {
  auto connection = Connection::open(connection_options);
  if (!connection.ok()) {
    return console.fail(connection.status());
  }
  std::vector<Sent> all;
  for (const std::string& path : filesOf(options.paths)) {
    if (console.interrupted) {
      break;
    }
    Sent& sent = all.emplace_back();
    sent.path = path;
    const absl::Status status = sendOne(*connection, sent);
    sent.refusal = bundle::refusalOf(status);
    if (!status.ok() && !sent.refusal.has_value()) {
      all.pop_back();
      show(console, all, options.json);
      return console.fail(status);
    }
  }
  show(console, all, options.json);
  if (console.interrupted) {
    return console.fail(failure(Failure::kInterrupted));
  }
  const bool refused = std::any_of(all.begin(), all.end(), [](const Sent& sent) { return sent.refusal.has_value(); });
  return refused ? kExitSomeRefused : all.empty() ? kExitInput : kExitDone;
}

int bundleInspectCommand(const Console& console, const BundleOptions& options) {
  int code = kExitDone;
  Json list = Json::array();
  for (const std::string& path : filesOf(options.paths)) {
    absl::StatusOr<Json> json = inspect(path);
    const auto refusal = bundle::refusalOf(json.status());
    if (!json.ok() && !refusal.has_value()) {
      return console.fail(json.status());
    }
    if (refusal.has_value()) {
      code = kExitInput;
      list.push_back({{"file", path}, {"refused", std::string(bundle::nameOf(*refusal))}});
    } else {
      list.push_back({{"file", path}, {"refused", nullptr}});
      list.back().update(*json);
    }
    if (!options.json) {
      console.out << (refusal.has_value()
                          ? concat({path, console.pick("：", ": "), wordsOf(*refusal, console.language), "\n"})
                          : inspectedText(path, *json, console));
    }
  }
  if (options.json) {
    console.out << list.dump(2) << "\n";
  }
  return code;
}

}  // namespace doorstep::ctl
