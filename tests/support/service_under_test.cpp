#include "tests/support/service_under_test.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "sync/client/grpc/device_key.h"
#include "sync/enrolment/code.h"
#include "sync/enrolment/proof.h"
#include "sync/outside/random.h"
#include "sync/service/identity/certificates.h"
#include "sync/service/identity/private_file.h"

namespace doorstep::tests {
namespace {

constexpr auto kPatience = std::chrono::seconds(60);

// Without its setting a test proves nothing.
void must(bool ok, const std::string& what) {
  if (!ok) {
    std::cerr << what << std::endl;
    std::abort();
  }
}

void must(const grpc::Status& status, const char* what) {
  must(status.ok(), std::string(what) + ": " + status.error_message());
}

}  // namespace

void patient(grpc::ClientContext& context) {
  context.set_deadline(std::chrono::system_clock::now() + kPatience);
}

ServiceUnderTest::ServiceUnderTest(absl::Time start_at) : clock_(start_at) {
  start();
}

void ServiceUnderTest::start() {
  service::Config config;
  config.data_dir = folder();
  config.listen = "127.0.0.1:0";
  config.enrol_listen = "127.0.0.1:0";
  auto started = service::RunningService::start(config, clock_, journal_);
  if (const auto* failure = std::get_if<service::StartFailure>(&started)) {
    must(false, service::startFailureText(*failure));
  }
  running_ = std::move(std::get<std::unique_ptr<service::RunningService>>(started));
}

void ServiceUnderTest::restart(const std::function<void()>& meanwhile) {
  running_.reset();
  meanwhile();
  start();
}

std::string ServiceUnderTest::syncAddress() const {
  return "127.0.0.1:" + std::to_string(running_->syncPort());
}

std::string ServiceUnderTest::enrolmentAddress() const {
  return "127.0.0.1:" + std::to_string(running_->enrolmentPort());
}

std::shared_ptr<grpc::Channel> ServiceUnderTest::operatorChannel() const {
  const auto pem = service::readFile(folder() + "/operator.pem");
  must(pem.ok(), "operator.pem");
  const std::size_t certificates = pem->find("-----BEGIN CERTIFICATE-----");
  const std::size_t authority = pem->rfind("-----BEGIN CERTIFICATE-----");
  grpc::SslCredentialsOptions options;
  options.pem_private_key = pem->substr(0, certificates);
  options.pem_cert_chain = pem->substr(certificates, authority - certificates);
  options.pem_root_certs = pem->substr(authority);
  grpc::ChannelArguments arguments;
  arguments.SetSslTargetNameOverride("doorstepd");
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel(syncAddress(), grpc::SslCredentials(options), arguments);
}

std::vector<v1::ImportRowResult> ServiceUnderTest::import(const std::vector<v1::ImportRow>& rows) {
  grpc::ClientContext context;
  patient(context);
  const auto stub = v1::Admin::NewStub(operatorChannel());
  const auto stream = stub->Import(&context);
  v1::ImportRequest request;
  request.mutable_rows()->Add(rows.begin(), rows.end());
  request.set_last(true);
  stream->Write(request);
  stream->WritesDone();
  std::vector<v1::ImportRowResult> results;
  for (v1::ImportReply reply; stream->Read(&reply);) {
    results.insert(results.end(), reply.results().begin(), reply.results().end());
  }
  must(stream->Finish(), "import");
  return results;
}

void ServiceUnderTest::setRules(const std::string& district_code, const v1::DistrictRules& rules) {
  grpc::ClientContext context;
  patient(context);
  v1::SetRulesRequest request;
  request.set_district_code(district_code);
  *request.mutable_rules() = rules;
  v1::SetRulesReply reply;
  must(v1::Admin::NewStub(operatorChannel())->SetRules(&context, request, &reply), "rules");
}

std::string ServiceUnderTest::issueCode(const std::string& staff_number, std::uint32_t valid_minutes) {
  grpc::ClientContext context;
  patient(context);
  v1::IssueCodeRequest request;
  request.set_staff_number(staff_number);
  request.set_valid_minutes(valid_minutes);
  v1::IssueCodeReply reply;
  must(v1::Admin::NewStub(operatorChannel())->IssueCode(&context, request, &reply), "code");
  return reply.code();
}

v1::RecountReply ServiceUnderTest::recount() {
  grpc::ClientContext context;
  patient(context);
  v1::RecountReply reply;
  must(v1::Admin::NewStub(operatorChannel())->Recount(&context, {}, &reply), "recount");
  return reply;
}

void ServiceUnderTest::revoke(const std::string& fingerprint) {
  const absl::Status status = running_->writer().run([&fingerprint](service::CommitWork& commit) -> absl::Status {
    auto device = commit.registry().device(fingerprint);
    if (!device.ok() || !device->has_value()) {
      return absl::NotFoundError("no such device");
    }
    (*device)->revoked = true;
    return commit.registry().putDevice(**device);
  });
  must(status.ok(), "revoke");
}

absl::StatusOr<EnrolledDevice> ServiceUnderTest::enrol(const std::string& code) const {
  outside::SystemRandom random;
  const auto key = client::makeDeviceKey();
  const auto secret = enrolment::deriveKey(code);
  must(key.ok() && secret.ok(), "keys");
  EnrolledDevice device;
  device.replica_id = random.bytes(16);
  v1::EnrolRequest request;
  request.set_locator(enrolment::locatorOf(code));
  request.set_signing_request(key->signing_request);
  request.set_replica_id(device.replica_id);
  request.set_proof(enrolment::deviceProof(*secret, key->signing_request, device.replica_id));
  request.set_device_name("tablet");
  grpc::ClientContext context;
  patient(context);
  const auto stub = v1::Enrolment::NewStub(client::openEnrolmentChannel(enrolmentAddress()));
  const grpc::Status status = stub->Enrol(&context, request, &device.reply);
  if (!status.ok()) {
    return absl::Status(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  }
  const std::string proof = enrolment::serviceProof(*secret, device.reply.authority(), device.reply.certificate(),
                                                    device.reply.escrow_key(), device.reply.bundle_key());
  if (!enrolment::sameProof(proof, device.reply.proof())) {
    return absl::UnauthenticatedError("the service did not prove that it knows the code");
  }
  device.identity = {key->private_key, device.reply.certificate(), device.reply.authority()};
  return device;
}

EnrolledDevice ServiceUnderTest::enrolWorker(const std::string& staff_number) {
  auto device = enrol(issueCode(staff_number));
  must(device.ok(), "enrolment");
  return *std::move(device);
}

std::shared_ptr<grpc::Channel> ServiceUnderTest::channel(const EnrolledDevice& device) const {
  auto channel = client::openChannel(syncAddress(), device.identity);
  must(channel.ok(), "channel");
  return *std::move(channel);
}

}  // namespace doorstep::tests
