#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "sync/ctl/language.h"
#include "sync/ctl/text.h"

// Tables of words for the values of an enumeration. Pure; any thread.
namespace doorstep::ctl {

// One value: the word written in each language, the code, and another word that is read, too.
template <typename Value>
struct Term {
  Value value;
  Wording word;
  std::string_view code;
  std::string_view also = {};
};

template <typename Value, std::size_t N>
std::optional<Value> valueFrom(const std::array<Term<Value>, N>& terms, std::string_view text) {
  text = trimmed(text);
  if (text.empty()) {
    return std::nullopt;
  }
  for (const Term<Value>& term : terms) {
    for (const std::string_view name : {term.word.zh, term.word.en, term.code, term.also}) {
      if (sameIgnoringCase(name, text)) {
        return term.value;
      }
    }
  }
  return std::nullopt;
}

template <typename Value, std::size_t N>
const Term<Value>* termOf(const std::array<Term<Value>, N>& terms, Value value) {
  for (const Term<Value>& term : terms) {
    if (term.value == value) {
      return &term;
    }
  }
  return nullptr;
}

template <typename Value, std::size_t N>
std::string_view word(const std::array<Term<Value>, N>& terms, Value value, Language language) {
  const Term<Value>* term = termOf(terms, value);
  return term == nullptr ? std::string_view("—") : term->word.in(language);
}

template <typename Value, std::size_t N>
std::string_view code(const std::array<Term<Value>, N>& terms, Value value) {
  const Term<Value>* term = termOf(terms, value);
  return term == nullptr ? std::string_view() : term->code;
}

}  // namespace doorstep::ctl
