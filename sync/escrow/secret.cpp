#include "sync/escrow/secret.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>

namespace doorstep::escrow {

Secret::Secret() : memory_(nullptr) {
  if (sodium_init() >= 0) {
    memory_ = static_cast<std::uint8_t*>(sodium_malloc(kSize));
  }
  if (memory_ == nullptr) {
    std::abort();  // without a generator or safe memory no key is safe
  }
}

Secret::~Secret() {
  sodium_free(memory_);
}

Secret& Secret::operator=(Secret&& other) noexcept {
  std::swap(memory_, other.memory_);
  return *this;
}

Secret Secret::random() {
  Secret secret;
  randombytes_buf(secret.memory_, kSize);
  return secret;
}

std::optional<Secret> Secret::of(std::string_view bytes) {
  if (bytes.size() != kSize) {
    return std::nullopt;
  }
  Secret secret;
  std::copy(bytes.begin(), bytes.end(), secret.memory_);
  return secret;
}

Secret Secret::clone() const {
  return std::move(*of(view()));
}

bool Secret::operator==(const Secret& other) const {
  return sodium_memcmp(memory_, other.memory_, kSize) == 0;
}

}  // namespace doorstep::escrow
