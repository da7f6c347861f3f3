#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/bundle/changes.h"
#include "sync/bundle/refusal.h"
#include "sync/care/calendar.h"
#include "sync/escrow/escrow.h"
#include "sync/outside/random.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/keys.h"
#include "tests/scenario/must.h"
#include "tests/support/service_under_test.h"
#include "tests/unit/service/district_bench.h"

namespace doorstep::tests {

inline const std::string kCanary = "canary-visit-8c31 矿井里的金丝雀";

inline std::string name(bundle::Refusal why) {
  return std::string(bundle::nameOf(why));
}

// Of a status: the refusal's name, "" for OK.
inline std::string refusal(const absl::Status& status) {
  const auto why = bundle::refusalOf(status);
  return status.ok() ? "" : why.has_value() ? name(*why) : status.ToString();
}

// A device that speaks for itself: changes of its own making, as bytes.
struct Speaker {
  EnrolledDevice device;
  std::shared_ptr<grpc::Channel> channel;
  std::vector<std::string> changes;
  std::string head = replication::chainStart();
  std::shared_ptr<const escrow::KeyPair> reply = std::make_shared<const escrow::KeyPair>(escrow::makeKeyPair());
};

// Two districts with a service: V1 visits E1 at H1, V2 visits E2 at H2, D1 is the desk; N1 is of the other district.
class BundleDistrict {
 public:
  BundleDistrict();
  ServiceUnderTest& service() { return *service_; }

  std::string idOf(v1::RecordKind kind, const std::string& key) const;
  std::uint64_t visitsOf(const std::string& elder) const;
  std::string visit(const Speaker& speaker) const;  // its next change: E1 was seen
  Speaker speaker(const std::string& staff_number, int visits);
  std::string sealed(const Speaker& speaker, std::size_t from = 0) const;  // all changes from one on
  absl::StatusOr<std::string> bring(const Speaker& carrier, const std::string& file) const;
  std::vector<v1::Receipt> receiptsIn(const Speaker& speaker, const std::string& file) const;
  std::vector<v1::Receipt> push(const Speaker& speaker, std::size_t from, std::size_t count) const;

 private:
  std::unique_ptr<ServiceUnderTest> service_ = std::make_unique<ServiceUnderTest>();
};

inline BundleDistrict::BundleDistrict() {
  service_->import({areaRow(2, "220211", "", "district", "丰满区"),
                    areaRow(3, "220211001", "220211", "subdistrict", "泰山街道"),
                    areaRow(4, "220211001001", "220211001", "community", "甲社区")});
  v1::DistrictRules rules;
  *rules.mutable_go_live_on() = date(2026, 10, 1);
  service_->setRules("220211", rules);
  service_->import({areaRow(2, "220212", "", "district", "邻区")});
  service_->setRules("220212", rules);
  service_->import(
      {workerRow(2, "V1", v1::ROLE_VISITOR, {"220211001001"}), workerRow(3, "V2", v1::ROLE_VISITOR, {"220211001001"}),
       workerRow(4, "D1", v1::ROLE_DISTRICT_STAFF, {"220211"}), workerRow(5, "N1", v1::ROLE_VISITOR, {"220212"})});
  service_->import({elderRow(2, "E1", "H1", "220211001001"), elderRow(3, "E2", "H2", "220211001001")});
  service_->import({assignmentRow(2, "V1", "H1"), assignmentRow(3, "V2", "H2")});
}

inline std::string BundleDistrict::idOf(v1::RecordKind kind, const std::string& key) const {
  const auto snapshot = must(service_->ledger().read(), "read");
  for (const std::string& district : must(snapshot->registry().districts(), "districts")) {
    const auto ids = must(
        snapshot->district(district).findIds({service::Index::kNaturalKey, service::naturalKey(kind, key)}), "find");
    if (!ids.empty()) {
      return ids.front();
    }
  }
  return {};
}

inline std::uint64_t BundleDistrict::visitsOf(const std::string& elder) const {
  const auto snapshot = must(service_->ledger().read(), "read");
  const std::string id = idOf(v1::RECORD_KIND_ELDER, elder);
  std::uint64_t visits = 0;
  for (const std::string& district : must(snapshot->registry().districts(), "districts")) {
    visits += must(snapshot->district(district).findIds({service::Index::kVisitOfElder, id}), "find").size();
  }
  return visits;
}

inline std::string BundleDistrict::visit(const Speaker& speaker) const {
  outside::SystemRandom random;
  v1::Change change;
  change.set_id(random.bytes(16));
  change.set_replica_id(speaker.device.replica_id);
  change.set_sequence(speaker.changes.size() + 1);
  change.set_predecessor(speaker.head);
  change.set_worker_id(speaker.device.reply.worker_id());
  v1::Visit& visit = *change.mutable_create()->mutable_visit();
  visit.set_id(random.bytes(16));
  visit.set_household_id(idOf(v1::RECORD_KIND_HOUSEHOLD, "H1"));
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(idOf(v1::RECORD_KIND_ELDER, "E1"));
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  visit.add_worker_ids(change.worker_id());
  visit.set_recorded_by(change.worker_id());
  const absl::Time starts = service_->clock().now() - absl::Hours(20);
  *visit.mutable_started_at() = care::toTimestamp(starts);
  *visit.mutable_ended_at() = care::toTimestamp(starts + absl::Minutes(30));
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  visit.set_note(kCanary);
  *change.mutable_stamp()->mutable_wall_at() = visit.ended_at();
  change.mutable_stamp()->set_offset_known(true);
  return replication::encode(change);
}

inline Speaker BundleDistrict::speaker(const std::string& staff_number, int visits) {
  Speaker speaker;
  speaker.device = service_->enrolWorker(staff_number);
  speaker.channel = service_->channel(speaker.device);
  for (int at = 0; at < visits; ++at) {
    speaker.changes.push_back(visit(speaker));
    speaker.head = replication::sha256(speaker.changes.back());
  }
  return speaker;
}

inline std::string BundleDistrict::sealed(const Speaker& speaker, std::size_t from) const {
  outside::SystemRandom random;
  const bundle::Writing writing{random.bytes(16), speaker.device.reply.district_id(), speaker.device.replica_id,
                                "tablet 3", service_->clock().now()};
  return must(bundle::sealChanges(writing, from + 1, std::span(speaker.changes).subspan(from),
                                  speaker.reply->public_key, speaker.device.reply.bundle_key(),
                                  {speaker.device.identity.certificate, speaker.device.identity.private_key}),
              "seal");
}

inline absl::StatusOr<std::string> BundleDistrict::bring(const Speaker& carrier, const std::string& file) const {
  const auto stub = v1::Sync::NewStub(carrier.channel);
  grpc::ClientContext context;
  patient(context);
  const auto stream = stub->TakeBundle(&context);
  v1::BundlePart part;
  bool open = true;
  for (std::size_t at = 0; open && at < file.size(); at += 100'000) {
    part.set_content(file.substr(at, 100'000));
    open = stream->Write(part);
  }
  stream->WritesDone();
  std::string answer;
  while (stream->Read(&part)) {
    answer.append(part.content());
  }
  const grpc::Status status = stream->Finish();
  return status.ok() ? absl::StatusOr<std::string>(answer)
                     : absl::Status(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
}

inline std::vector<v1::Receipt> BundleDistrict::receiptsIn(const Speaker& speaker, const std::string& file) const {
  const auto envelope = must(bundle::read(file), "read the receipts");
  return must(bundle::openReceipts(envelope, speaker.reply->secret_key, speaker.device.identity.authority),
              "open the receipts")
      .receipts;
}

inline std::vector<v1::Receipt> BundleDistrict::push(const Speaker& speaker, std::size_t from,
                                                     std::size_t count) const {
  const auto stub = v1::Sync::NewStub(speaker.channel);
  grpc::ClientContext context;
  patient(context);
  const auto stream = stub->Push(&context);
  v1::PushRequest request;
  for (std::size_t at = from; at < from + count; ++at) {
    request.add_changes(speaker.changes[at]);
  }
  stream->Write(request);
  stream->WritesDone();
  v1::PushReply reply;
  const bool answered = stream->Read(&reply);
  return answered ? std::vector<v1::Receipt>(reply.receipts().begin(), reply.receipts().end())
                  : std::vector<v1::Receipt>();
}

}  // namespace doorstep::tests
