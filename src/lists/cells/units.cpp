#include "lists/cells/units.hpp"

#include <algorithm>
#include <array>

namespace kam {

namespace {

using namespace std::string_view_literals;

constexpr std::array kThousandWords{"tsd"sv, "tausend"sv, "k"sv,        "1000"sv,
                                    "000"sv, "000s"sv,    "thousand"sv, "thousands"sv};
constexpr std::array kMillionWords{"mio"sv, "mn"sv, "mln"sv, "million"sv, "millions"sv, "millionen"sv};

// What stands in one word with a currency: `T€`, `MEUR`, `€000`, `$k`.
struct Affix {
  std::string_view text;
  AmountUnit unit = AmountUnit::one;
};
constexpr std::array kBefore{Affix{"tsd", AmountUnit::thousand}, Affix{"t", AmountUnit::thousand},
                             Affix{"k", AmountUnit::thousand},   Affix{"mio", AmountUnit::million},
                             Affix{"mn", AmountUnit::million},   Affix{"mln", AmountUnit::million},
                             Affix{"m", AmountUnit::million}};
constexpr std::array kBehind{Affix{"000s", AmountUnit::thousand}, Affix{"000", AmountUnit::thousand},
                             Affix{"k", AmountUnit::thousand},    Affix{"mio", AmountUnit::million},
                             Affix{"mn", AmountUnit::million},    Affix{"mln", AmountUnit::million},
                             Affix{"m", AmountUnit::million}};

bool holds(const auto& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_currency(const std::vector<std::string_view>& words, std::size_t i) {
  return i < words.size() && find_currency(words[i]) != nullptr;
}

// What one word says of amounts.
struct AmountWord {
  std::optional<AmountUnit> unit;
  const CurrencySign* currency = nullptr;
};

AmountWord read_compound(std::string_view word) {
  for (const auto& [text, unit] : kBefore)
    if (word.starts_with(text))
      if (const auto* currency = find_currency(word.substr(text.size()))) return {unit, currency};
  for (const auto& [text, unit] : kBehind)
    if (word.ends_with(text))
      if (const auto* currency = find_currency(word.substr(0, word.size() - text.size())))
        return {unit, currency};
  return {};
}

// `T` and `M` are units only beside a currency, since alone they may be anything.
AmountWord read_word(const std::vector<std::string_view>& words, std::size_t i) {
  const std::string_view word = words[i];
  if (const auto* currency = find_currency(word)) return {{}, currency};
  if (holds(kThousandWords, word)) return {AmountUnit::thousand, nullptr};
  if (holds(kMillionWords, word)) return {AmountUnit::million, nullptr};
  const bool is_beside = is_currency(words, i + 1) || (i > 0 && is_currency(words, i - 1));
  if (is_beside && word == "t") return {AmountUnit::thousand, nullptr};
  if (is_beside && word == "m") return {AmountUnit::million, nullptr};
  return read_compound(word);
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view folded) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  std::vector<std::string_view> words;
  for (auto begin = std::ranges::find_if(folded, is_part); begin != folded.end();) {
    const auto end = std::find_if_not(begin, folded.end(), is_part);
    words.emplace_back(begin, end);
    begin = std::find_if(end, folded.end(), is_part);
  }
  return words;
}

std::optional<AmountWords> take_unit(std::vector<std::string_view>& words) {
  std::vector<std::string_view> rest;
  std::optional<AmountUnit> found;
  AmountWords said;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "in") continue;
    if (words[i] == "1" && i + 1 < words.size() && words[i + 1] == "000") continue;  // of `1.000`
    const auto [unit, currency] = read_word(words, i);
    if (currency != nullptr) said.currencies.push_back(currency);
    if (unit && found && found != unit) return std::nullopt;
    if (unit) found = unit;
    if (!unit && currency == nullptr) rest.push_back(words[i]);
  }
  words = std::move(rest);
  said.unit = found.value_or(AmountUnit::one);
  return said;
}

}  // namespace kam
