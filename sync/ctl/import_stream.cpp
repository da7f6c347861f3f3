#include "sync/ctl/import_stream.h"

#include <thread>
#include <utility>

#include "sync/outside/attempt.h"

namespace doorstep::ctl {

namespace {

constexpr int kFileTimeoutFactor = 40;  // a whole file is one call

using Stream = grpc::ClientReaderWriter<v1::ImportRequest, v1::ImportReply>;

void readAnswers(Stream& stream, const std::function<void(std::size_t)>& answered, ImportAnswers& answers) {
  v1::ImportReply reply;
  while (stream.Read(&reply)) {
    for (const v1::ImportRowResult& result : reply.results()) {
      ++answers.answered;
      if (v1::ImportOutcome_IsValid(result.outcome())) {
        ++answers.counts[static_cast<std::size_t>(result.outcome())];
      }
      if (result.outcome() == v1::IMPORT_OUTCOME_REFUSED) {
        answers.refused[result.line()].assign(result.problems().begin(), result.problems().end());
      }
    }
    answered(answers.answered);
  }
}

}  // namespace

absl::Status importRows(Connection& connection, const NextBatch& next, const std::function<bool()>& keep_going,
                        const std::function<void(std::size_t)>& answered, ImportAnswers& answers) {
  v1::ImportRequest batch;
  DOORSTEP_ASSIGN(bool more, next(batch));
  if (!more || !keep_going()) {
    answers.stopped = more;
    return absl::OkStatus();
  }
  const auto context = connection.call(kFileTimeoutFactor);
  const auto stream = connection.admin().Import(context.get());
  std::thread reader([&] { readAnswers(*stream, answered, answers); });
  absl::Status input = absl::OkStatus();
  bool writable = true;
  bool goes_on = true;
  while (writable && more && goes_on) {
    v1::ImportRequest following;
    absl::StatusOr<bool> has_following = next(following);
    input = has_following.status();
    more = has_following.ok() && *has_following;
    batch.set_last(has_following.ok() && !more);
    writable = stream->Write(batch);
    batch = std::move(following);
    goes_on = !more || keep_going();
  }
  stream->WritesDone();
  reader.join();
  answers.stopped = writable && !goes_on;
  const absl::Status outcome = connection.outcome(stream->Finish());
  return input.ok() ? outcome : input;
}

}  // namespace doorstep::ctl
