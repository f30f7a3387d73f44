#include "exchange/units.hpp"

#include <algorithm>
#include <array>

namespace kam {

namespace {

using namespace std::string_view_literals;

constexpr std::array kCurrencyWords{"eur"sv, "euro"sv, "€"sv, "usd"sv, "$"sv, "chf"sv, "gbp"sv, "£"sv};
constexpr std::array kThousandWords{
    "t€"sv,   "teur"sv, "tsd"sv,  "tsd€"sv, "tsdeur"sv, "tausend"sv, "k"sv,    "k€"sv,       "€k"sv,
    "keur"sv, "eurk"sv, "t$"sv,   "k$"sv,   "$k"sv,     "tusd"sv,    "kusd"sv, "£k"sv,       "k£"sv,
    "kgbp"sv, "tchf"sv, "kchf"sv, "1000"sv, "000"sv,    "000s"sv,    "€000"sv, "thousand"sv, "thousands"sv};
constexpr std::array kMillionWords{"mio"sv,  "mio€"sv, "mioeur"sv,  "meur"sv,     "eurm"sv,     "m€"sv,
                                   "€m"sv,   "mn"sv,   "mln"sv,     "m$"sv,       "$m"sv,       "£m"sv,
                                   "musd"sv, "mchf"sv, "million"sv, "millions"sv, "millionen"sv};

bool holds(const auto& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_currency(const std::vector<std::string_view>& words, std::size_t i) {
  return i < words.size() && holds(kCurrencyWords, words[i]);
}

// The unit that the word at `i` is; `T` and `M` only beside a currency, since alone they may be anything.
std::optional<AmountUnit> unit_at(const std::vector<std::string_view>& words, std::size_t i) {
  if (holds(kThousandWords, words[i])) return AmountUnit::thousand;
  if (holds(kMillionWords, words[i])) return AmountUnit::million;
  const bool is_beside = is_currency(words, i + 1) || (i > 0 && is_currency(words, i - 1));
  if (is_beside && words[i] == "t") return AmountUnit::thousand;
  if (is_beside && words[i] == "m") return AmountUnit::million;
  return std::nullopt;
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

std::optional<AmountUnit> take_unit(std::vector<std::string_view>& words) {
  std::vector<std::string_view> rest;
  std::optional<AmountUnit> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_currency(words, i) || words[i] == "in") continue;
    if (words[i] == "1" && i + 1 < words.size() && words[i + 1] == "000") continue;  // of `1.000`
    const auto unit = unit_at(words, i);
    if (!unit) {
      rest.push_back(words[i]);
      continue;
    }
    if (found && found != unit) return std::nullopt;
    found = unit;
  }
  words = std::move(rest);
  return found.value_or(AmountUnit::one);
}

}  // namespace kam
