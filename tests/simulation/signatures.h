#pragma once

#include <string>
#include <vector>

#include "sync/bundle/signature.h"

namespace doorstep::simulation {

// Keys and certificates with which sealed files are signed. Made once a program and by nobody's seed: nothing in a
// history depends on their bytes. Devices are known to the service by "certificate 0" and so on all the same.
struct Signatures {
  std::string authority;  // DER
  bundle::Signer service;
  std::vector<bundle::Signer> tablets;  // by number

  static std::string nameOf(std::size_t tablet) { return "certificate " + std::to_string(tablet); }
  // Of a certificate's fingerprint as a file states it; itself when it is none of these.
  std::string nameOf(const std::string& fingerprint) const;
};

const Signatures& signatures();

}  // namespace doorstep::simulation
