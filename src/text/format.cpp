#include "kam/text/format.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "kam/model/number.hpp"

namespace kam {

namespace {

constexpr double kMillion = 1e6;
constexpr double kBillion = 1e9;

struct Signs {
  std::string_view group;
  char decimal;
};

constexpr Signs signs_of(Language language) {
  return language == Language::de ? Signs{".", ','} : Signs{",", '.'};
}

// Puts the group sign before every third digit from the right.
std::string group_digits(std::string digits, std::string_view sign) {
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, sign);
  return digits;
}

// A number in front of a unit that shortens it: 3,1 (Mio.).
std::string format_short(double value, double unit, std::string_view word, Language language) {
  return fmt::format("{} {}", format_trimmed(value / unit, 1, language), word);
}

std::string format_amount(double value, Language language) {
  const bool german = language == Language::de;
  // What would round up to a thousand of the smaller unit is one of the larger.
  const double size = std::abs(round_half_away(value, 0));
  if (round_half_away(size / kMillion, 1) >= kBillion / kMillion)
    return format_short(value, kBillion, german ? "Mrd." : "billion", language);
  if (size >= kMillion) return format_short(value, kMillion, german ? "Mio." : "million", language);
  return format_number(value, 0, language);
}

}  // namespace

std::string format_number(double value, int decimals, Language language) {
  const Signs signs = signs_of(language);
  const double rounded = round_half_away(value, decimals);
  std::string digits = fmt::format("{:.{}f}", std::abs(rounded), decimals);
  std::string fraction;
  if (const auto point = digits.find('.'); point != std::string::npos) {
    fraction = signs.decimal + digits.substr(point + 1);
    digits.resize(point);
  }
  return (rounded < 0 ? "-" : "") + group_digits(std::move(digits), signs.group) + fraction;
}

std::string format_trimmed(double value, int max_decimals, Language language) {
  std::string text = format_number(value, max_decimals, language);
  if (max_decimals == 0) return text;
  text.resize(text.find_last_not_of('0') + 1);
  if (text.ends_with(signs_of(language).decimal)) text.pop_back();
  return text;
}

std::string format_money(double value, const std::string& currency, Language language) {
  std::string amount = format_amount(value, language);
  if (currency.empty()) return amount;
  return language == Language::de ? amount + ' ' + currency : currency + ' ' + amount;
}

std::string format_date(Date date, Language language) {
  static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = static_cast<unsigned>(date.day());
  const auto month = static_cast<unsigned>(date.month());
  const auto year = static_cast<int>(date.year());
  if (language == Language::de) return fmt::format("{:02}.{:02}.{:04}", day, month, year);
  return fmt::format("{} {} {:04}", day, kMonths.at(month - 1), year);
}

std::string format_percent(double value, int decimals, Language language) {
  return format_number(value, decimals, language) + (language == Language::de ? "\u00A0%" : "%");
}

std::string shell_word(const std::string& word) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_./=,:").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::ranges::all_of(word, is_plain)) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? "'\\''" : std::string(1, c);
  return text + "'";
}

}  // namespace kam
