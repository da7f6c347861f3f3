#include "sync/ctl/import_stream.h"

#include <algorithm>
#include <thread>

namespace doorstep::ctl {

namespace {

constexpr int kTimeoutFactor = 40;  // a whole file is one call

using Stream = grpc::ClientReaderWriter<v1::ImportRequest, v1::ImportReply>;

void readAnswers(Stream& stream, const std::function<void(std::size_t)>& answered, ImportAnswers& answers) {
  v1::ImportReply reply;
  while (stream.Read(&reply)) {
    for (v1::ImportRowResult& result : *reply.mutable_results()) {
      const std::uint32_t line = result.line();
      answers.by_line[line] = std::move(result);
    }
    answered(answers.by_line.size());
  }
}

}  // namespace

absl::Status importRows(Connection& connection, const std::vector<v1::ImportRow>& rows,
                        const std::function<bool()>& keep_going, const std::function<void(std::size_t)>& answered,
                        ImportAnswers& answers) {
  const auto context = connection.call(kTimeoutFactor);
  const auto stream = connection.admin().Import(context.get());
  std::thread reader([&] { readAnswers(*stream, answered, answers); });
  std::size_t sent = 0;
  bool writable = true;
  while (writable && sent < rows.size() && keep_going()) {
    const std::size_t size = std::min(kRowsInBatch, rows.size() - sent);
    v1::ImportRequest request;
    for (std::size_t index = sent; index < sent + size; ++index) {
      *request.add_rows() = rows[index];
    }
    request.set_last(sent + size == rows.size());
    writable = stream->Write(request);
    sent += writable ? size : 0;
  }
  stream->WritesDone();
  reader.join();
  answers.sent = sent;
  answers.stopped = writable && sent < rows.size();
  return connection.outcome(stream->Finish());
}

}  // namespace doorstep::ctl
