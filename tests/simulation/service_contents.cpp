// Pictures at the service, as the calls of sync/service/rpc do it. Their folder is the system's own, beside the ledger:
// a chunk is on the disk when it is answered, whatever happens to the machine.
#include <filesystem>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/attachments/content_access.h"
#include "tests/simulation/service_machine.h"

namespace doorstep::simulation {
namespace {

std::string refusal(const std::string& hash, v1::ProblemCode code, const char* field) {
  v1::AttachmentState state;
  state.set_content_hash(hash);
  state.mutable_problem()->set_code(code);
  state.mutable_problem()->set_field(field);
  return state.SerializeAsString();
}

}  // namespace

std::string ServiceMachine::contentsFolder() const {
  return machine_.disk.folder() + "/contents";
}

absl::Status ServiceMachine::openContents() {
  DOORSTEP_ASSIGN(contents_, service::ContentStore::open(contentsFolder(), ledgerKey().bytes(),
                                                         [](const std::string&) { return std::uint64_t{1} << 40; }));
  return absl::OkStatus();
}

absl::StatusOr<std::string> ServiceMachine::takeContent(const std::string& fingerprint, const std::string& request) {
  DOORSTEP_ASSIGN(const service::Caller caller, admit(fingerprint));
  v1::AttachmentChunk chunk;
  if (!chunk.ParseFromString(request)) {
    return absl::InvalidArgumentError("a chunk");
  }
  DOORSTEP_ASSIGN(const auto snapshot, ledger_->read());
  const absl::CivilDay today = care::dayOf(machine_.clock.now(), directory().zone(caller.district_id));
  const auto name =
      service::contentToSend(snapshot->district(caller.district_id), directory(), caller, chunk.content_hash(), today);
  if (absl::IsNotFound(name.status())) {
    return refusal(chunk.content_hash(), v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "content_hash");
  }
  DOORSTEP_TRY(name.status());
  DOORSTEP_ASSIGN(
      const service::ContentStanding standing,
      chunk.content().empty() ? contents_->standing(*name) : contents_->append(*name, chunk.offset(), chunk.content()));
  if (standing.wrong) {
    return refusal(chunk.content_hash(), v1::PROBLEM_CODE_CHECKSUM, "content_hash");
  }
  v1::AttachmentState state;
  state.set_content_hash(chunk.content_hash());
  state.set_received(standing.received);
  state.set_complete(standing.complete);
  return state.SerializeAsString();
}

absl::StatusOr<std::string> ServiceMachine::giveContent(const std::string& fingerprint, const std::string& request) {
  DOORSTEP_ASSIGN(const service::Caller caller, admit(fingerprint));
  v1::FetchAttachmentRequest asked;
  if (!asked.ParseFromString(request)) {
    return absl::InvalidArgumentError("fetch");
  }
  DOORSTEP_ASSIGN(const auto snapshot, ledger_->read());
  const absl::CivilDay today = care::dayOf(machine_.clock.now(), directory().zone(caller.district_id));
  DOORSTEP_ASSIGN(const service::ContentName name,
                  service::contentToFetch(snapshot->district(caller.district_id), directory(), caller,
                                          asked.content_hash(), today));
  v1::AttachmentChunk chunk;
  chunk.set_content_hash(name.hash);
  chunk.set_offset(asked.offset());
  chunk.set_content_bytes(name.bytes);
  DOORSTEP_ASSIGN(*chunk.mutable_content(), contents_->chunk(name, asked.offset()));
  return chunk.SerializeAsString();
}

bool ServiceMachine::hasContent(const std::string& hash, std::uint64_t bytes) {
  const auto standing = contents_->standing({districtId(), hash, bytes});
  return standing.ok() && standing->complete;
}

absl::Status ServiceMachine::countContents(service::DistrictReader& ledger, const service::Caller& caller,
                                           const service::Sight& sight, v1::ReconcileReply& reply) {
  std::vector<std::string> households;
  for (const auto& [id, scopes] : sight.households()) {
    households.push_back(id);
  }
  DOORSTEP_ASSIGN(const service::NamedContents named,
                  service::contentsOf(ledger, *contents_, caller.district_id, households));
  reply.set_attachments(named.complete.size());
  for (const std::string& hash : named.missing) {
    reply.add_missing_content(hash);
  }
  return absl::OkStatus();
}

}  // namespace doorstep::simulation
