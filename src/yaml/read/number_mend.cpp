#include "kam/yaml/number_mend.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "kam/model/number.hpp"

namespace kam {

namespace {

constexpr std::size_t kLongestMend = 16;  // characters; beyond, a double is no longer exact

bool is_plain(std::string_view text) {
  return parse_plain_number(text).has_value();
}

// `text` split at each `separator`.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

// 0x1F, 0o17, 0b101
std::string mend_base(std::string_view text) {
  if (text.size() < 3 || text[0] != '0') return {};
  int base = 0;
  if (text[1] == 'x' || text[1] == 'X') base = 16;
  if (text[1] == 'o' || text[1] == 'O') base = 8;
  if (text[1] == 'b' || text[1] == 'B') base = 2;
  if (base == 0) return {};
  std::uint64_t value = 0;
  const auto* end = text.data() + text.size();
  const auto result = std::from_chars(text.data() + 2, end, value, base);
  if (result.ec != std::errc{} || result.ptr != end) return {};
  return fmt::format("Write {} in decimal digits.", value);
}

// 1e3
std::string mend_exponent(std::string_view text) {
  if (text.find_first_of("eE") == std::string_view::npos || text.empty() || !is_digit(text.back())) return {};
  double value = 0;
  const auto* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc{} || result.ptr != end) return {};
  const std::string plain = format_plain_number(value);
  return plain.size() > kLongestMend ? std::string{} : fmt::format("Write {} without the exponent.", plain);
}

// +5
std::string mend_sign(std::string_view text) {
  if (!text.starts_with('+') || !is_plain(text.substr(1))) return {};
  return fmt::format("Write {} without the plus sign.", text.substr(1));
}

// 010
std::string mend_leading_zero(std::string_view text) {
  const std::string_view sign = text.substr(0, text.starts_with('-') ? 1 : 0);
  std::string_view digits = text.substr(sign.size());
  while (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1])) digits.remove_prefix(1);
  const auto plain = fmt::format("{}{}", sign, digits);
  return is_plain(plain) ? fmt::format("Write {} without the leading zero.", plain) : std::string{};
}

// .5 and 5.
std::string mend_point(std::string_view text) {
  const auto with_zero = fmt::format("0{}", text);
  if (text.starts_with('.') && is_plain(with_zero))
    return fmt::format("Write {} with the zero before the point.", with_zero);
  if (text.ends_with('.') && is_plain(text.substr(0, text.size() - 1)))
    return fmt::format("Write {} without the point at its end.", text.substr(0, text.size() - 1));
  return {};
}

// 1,5; and 1,500, which may be meant either way
std::string mend_comma(std::string_view text) {
  const auto parts = split(text, ',');
  if (parts.size() != 2) return {};
  const auto decimal = fmt::format("{}.{}", parts[0], parts[1]);
  if (!is_plain(decimal)) return {};
  const auto grouped = fmt::format("{}{}", parts[0], parts[1]);
  if (parts[1].size() == 3 && is_plain(grouped))
    return fmt::format("Write {} without grouping, or {} with a decimal point.", grouped, decimal);
  return fmt::format("Write {} with a decimal point.", decimal);
}

// `text` without its groups' separators, if it is grouped by threes.
std::optional<std::string> ungroup(std::string_view text, char separator) {
  const auto parts = split(text, separator);
  std::string joined(parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].size() != 3) return std::nullopt;
    joined += parts[i];
  }
  return joined;
}

// 1.240.000  1,240,000.50  1_000  1'000  1 000 with any blank
std::string mend_grouping(std::string_view text) {
  std::string known(text);
  for (const std::string_view blank : {"\u00A0", "\u202F", "\u2009", "\u2019", "_", "'"})
    for (auto at = known.find(blank); at != std::string::npos; at = known.find(blank))
      known.replace(at, blank.size(), " ");
  const auto last = known.find_last_of(".,");
  for (const char separator : {' ', '.', ','}) {
    const auto whole = ungroup(known, separator);
    if (whole && is_plain(*whole)) return fmt::format("Write {} without grouping.", *whole);
    if (last == std::string::npos || known[last] == separator) continue;
    const auto before = ungroup(std::string_view(known).substr(0, last), separator);
    if (!before) continue;
    const auto decimal = fmt::format("{}.{}", *before, known.substr(last + 1));
    if (is_plain(decimal)) return fmt::format("Write {} without grouping.", decimal);
  }
  return {};
}

// Whether a unit may begin or end so beside its number: a blank, a sign, or any byte beyond ASCII, such as of
// €.
bool is_unit(char c) {
  return c == ' ' || c == '%' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

// 5 %, 1240000 EUR, € 5
std::string mend_unit(std::string_view text) {
  const auto first = text.find_first_of("-0123456789");
  const auto last = text.find_last_of("0123456789");
  if (first == std::string_view::npos || last == std::string_view::npos || first > last) return {};
  const auto inner = text.substr(first, last - first + 1);
  if (inner.size() == text.size()) return {};
  if (first > 0 && !is_unit(text[first - 1])) return {};
  if (last + 1 < text.size() && !is_unit(text[last + 1])) return {};
  if (!is_plain(inner)) return number_mend(inner);
  const auto grouped = inner.find('.') == std::string_view::npos ? std::nullopt : ungroup(inner, '.');
  if (grouped && is_plain(*grouped))
    return fmt::format("Write {} or {}, whichever is meant, without the unit.", *grouped, inner);
  return fmt::format("Write {} without the unit.", inner);
}

constexpr std::array kMends{mend_base,  mend_exponent, mend_sign,     mend_leading_zero,
                            mend_point, mend_comma,    mend_grouping, mend_unit};

}  // namespace

std::string number_mend(std::string_view text) {
  for (const auto mend : kMends)
    if (auto sentence = mend(text); !sentence.empty()) return sentence;
  return {};
}

std::string split_number_mend(std::string_view text, std::size_t offset) {
  constexpr std::string_view kOfNumbers = "0123456789.,";
  if (offset < 2 || offset >= text.size() || text[offset - 1] != ',') return {};
  if (!is_digit(text[offset - 2]) || !is_digit(text[offset])) return {};
  const auto before = text.find_last_not_of(kOfNumbers, offset);
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  auto end = text.find_first_not_of(kOfNumbers, offset);
  if (end == std::string_view::npos) end = text.size();
  while (!is_digit(text[end - 1])) --end;  // the comma that ends the entry
  return number_mend(text.substr(begin, end - begin));
}

}  // namespace kam
