#pragma once

#include <string>
#include <string_view>

// Bytes as the libraries of C take them.
namespace doorstep::outside {

inline unsigned char* octets(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}
inline const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace doorstep::outside
