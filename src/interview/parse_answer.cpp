#include "interview/parse_answer.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "interview/measured.hpp"
#include "interview/words.hpp"

#include "kam/model/number.hpp"
#include "kam/text/explanations.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/interview.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

constexpr std::string_view kSigns = "?<-!";

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<double> parse_between(std::string_view text, double lowest, double highest) {
  const auto number = parse_decimal(trimmed(text));
  if (!number || *number < lowest || *number > highest) return std::nullopt;
  return number;
}

enum class Place { first, behind_colon };

// Takes the number at the line's beginning off it, empty where there is none: behind a colon and a blank,
// what begins without a digit is the note, and its blank stays.
std::string_view take_digits(std::string_view& line, Place place) {
  const auto first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || line[first] == ':') return {};
  const std::size_t sign = line[first] == '-' ? 1 : 0;
  const bool is_digit = first + sign < line.size() && line[first + sign] >= '0' && line[first + sign] <= '9';
  if (place == Place::behind_colon && first > 0 && !is_digit) return {};
  const auto end = std::min(line.find_first_of(" :", first), line.size());
  auto digits = line.substr(first, end - first);
  if (end < line.size() && line[end] == ' ' && (digits.ends_with(',') || digits.ends_with(';')))
    digits.remove_suffix(1);  // `5:3, weil …`
  line.remove_prefix(end);
  return digits;
}

struct Listener {
  const Question& question;
  const Known& known;
  const Settings& settings;
  Language language;

  Misunderstood misunderstood(const Msg& message, std::initializer_list<std::string_view> arguments) const {
    return {say(message, language, arguments)};
  }
  std::string scale() const { return format_trimmed(settings.scale, 2, language); }

  ParsedAnswer rating(const std::string& line) const {
    const auto* measured = find_measured(settings, question.fact);
    if (measured != nullptr && is_figure(line, *measured->measure, settings, language))
      return misunderstood(msg::ask_not_figure,
                           {line, scale(), figures_words(*measured->measure, language), known.account.id});
    const auto blank = line.find(' ');
    const bool has_reason = blank != std::string::npos;
    auto digits = std::string_view(line).substr(0, blank);
    if (has_reason && !digits.empty() && digits.find_last_of(",;:") + 1 == digits.size())
      digits.remove_suffix(1);  // `4, weil …`
    const auto number = parse_between(digits, 0, settings.scale);
    if (number && has_reason && question.kind == AnswerKind::plain_rating)
      return misunderstood(msg::ask_no_reason, {});
    if (!number && !question.value.number) return misunderstood(msg::ask_not_rating, {scale()});
    if (!number)
      return misunderstood(msg::ask_not_rating_known,
                           {scale(), format_trimmed(*question.value.number, 2, language)});
    Answer answer{.number = number, .text = question.value.text};
    if (has_reason) answer.text = trimmed(std::string_view(line).substr(blank));
    return answer;
  }

  Misunderstood no_pair() const {
    const auto example = [&](ExampleLevel level) {
      return format_trimmed(rating_at(level, settings.scale), 2, language);
    };
    return misunderstood(msg::ask_not_pair,
                         {scale(), example(ExampleLevel::top), example(ExampleLevel::middle)});
  }

  // `5:3`, `5:3:4` with the best competitor, each with a note behind it; what is left out stays unknown.
  ParsedAnswer pair(std::string_view line) const {
    constexpr std::size_t kMost = 3;
    std::vector<std::optional<double>> numbers;
    while (true) {
      const auto digits = take_digits(line, numbers.empty() ? Place::first : Place::behind_colon);
      numbers.push_back(parse_between(digits, 0, settings.scale));
      if (numbers.back().has_value() == digits.empty()) return no_pair();
      const auto rest = trimmed(line);
      if (!rest.starts_with(':')) break;
      if (numbers.size() == kMost) return no_pair();
      line = rest.substr(1);
    }
    const bool has_note = line.starts_with(' ');
    if (numbers.size() == 1 || (!line.empty() && !has_note)) return no_pair();
    numbers.resize(kMost);
    Answer answer{
        .number = numbers[0], .second = numbers[1], .third = numbers[2], .text = std::string(trimmed(line))};
    if (!answer.is_known()) return no_pair();
    return answer;
  }

  ParsedAnswer money(std::string_view line) const {
    for (const std::string_view unit : {std::string_view(settings.currency), std::string_view("€")})
      if (!unit.empty() && line.ends_with(unit)) line = trimmed(line.substr(0, line.size() - unit.size()));
    const auto amount = parse_grouped(line, language);
    if (amount && *amount >= 0) return Answer{.number = amount};
    constexpr double kExample = 250000;
    return misunderstood(msg::ask_not_money, {settings.currency, format_number(kExample, 0, language)});
  }

  ParsedAnswer percent(std::string_view line) const {
    if (line.ends_with('%')) line.remove_suffix(1);
    constexpr double kWhole = 100;
    const auto number = parse_between(line, 0, kWhole);
    if (!number) return misunderstood(msg::ask_not_percent, {});
    return Answer{.number = number};
  }

  ParsedAnswer date(std::string_view line) const {
    const auto date = parse_typed_date(line);
    if (!date) return misunderstood(msg::ask_not_date, {example_date(language)});
    return Answer{.date = date};
  }

  // By its id or in words.
  ParsedAnswer choice(const std::string& line) const {
    const auto choices = choices_of(question.kind, {settings, known.account, language});
    const bool is_requirement = question.kind == AnswerKind::requirement;
    std::vector<std::string> words;
    const auto folded = fold_name(line);
    for (const auto& [id, label] : choices) {
      if (line == id || folded == fold_name(label)) return Answer{.text = id};
      words.push_back(id);
      words.push_back(label);
    }
    const auto near = nearest(line, words);
    if (!near) return misunderstood(is_requirement ? msg::ask_not_requirement : msg::ask_not_choice, {line});
    const auto& meant =
        choices[static_cast<std::size_t>(std::ranges::find(words, *near) - words.begin()) / 2];
    return misunderstood(is_requirement ? msg::ask_near_requirement : msg::ask_near_choice,
                         {line, meant.label, meant.id});
  }
};

// Digits alone, or digits in groups of three behind the first.
bool is_grouped(std::string_view text, char group) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t run = 0;
  bool first = true;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_digit(text[i])) {
      ++run;
      continue;
    }
    if (i < text.size() && text[i] != group) return false;
    if (run == 0 || run > 3 || (!first && run != 3)) return false;
    first = false;
    run = 0;
  }
  return true;
}

}  // namespace

std::optional<double> parse_decimal(std::string_view text) {
  std::string plain(text);
  std::ranges::replace(plain, ',', '.');
  const auto number = parse_plain_number(plain);
  return number == 0.0 ? 0.0 : number;  // a negative zero has no sign for people
}

std::optional<double> parse_grouped(std::string_view text, Language language) {
  const char group = language == Language::de ? '.' : ',';
  const char decimal = language == Language::de ? ',' : '.';
  const auto whole = text.substr(0, text.find(decimal));
  for (const char sign : {group, ' ', '\''})
    if (whole.find(sign) != std::string_view::npos && is_grouped(whole, sign)) {
      std::string plain(text);
      std::erase(plain, sign);
      return parse_decimal(plain);
    }
  return parse_decimal(text);
}

std::optional<Date> parse_typed_date(std::string_view text) {
  if (const auto date = parse_date(text)) return date;
  std::vector<std::string_view> parts;
  for (auto rest = text;;) {
    const auto point = rest.find('.');
    parts.push_back(trimmed(rest.substr(0, point)));
    if (point == std::string_view::npos) break;
    rest.remove_prefix(point + 1);
  }
  const auto is_number = [](std::string_view part) {
    return !part.empty() && part.size() <= 4 &&
           std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  if (parts.size() != 3 || !std::ranges::all_of(parts, is_number) || parts[0].size() > 2 ||
      parts[1].size() > 2)
    return std::nullopt;
  return parse_date(fmt::format("{}-{:0>2}-{:0>2}", parts[2], parts[1], parts[0]));
}

std::variant<std::string, Misunderstood> parse_typed_text(const std::string& line, Language language) {
  if (line.size() > 1 && line.front() == '\\' &&
      (kSigns.find(line[1]) != std::string_view::npos || line[1] == '\\'))
    return line.substr(1);
  if (kSigns.find(line.front()) == std::string_view::npos) return line;
  return Misunderstood{say(msg::ask_sign, language, {line.substr(0, 1)})};
}

ParsedAnswer parse_answer(const Question& question, const std::string& line, const Known& known,
                          const Settings& settings, Language language) {
  const Listener listener{question, known, settings, language};
  switch (question.kind) {
    case AnswerKind::rating:
    case AnswerKind::plain_rating:
      return listener.rating(line);
    case AnswerKind::pair:
      return listener.pair(line);
    case AnswerKind::money:
      return listener.money(line);
    case AnswerKind::percent:
      return listener.percent(line);
    case AnswerKind::date:
      return listener.date(line);
    case AnswerKind::requirement:
    case AnswerKind::contact_role:
    case AnswerKind::attitude:
      return listener.choice(line);
    case AnswerKind::text:
    case AnswerKind::list:
    case AnswerKind::names:
      break;
  }
  auto text = parse_typed_text(line, language);
  if (auto* wrong = std::get_if<Misunderstood>(&text)) return std::move(*wrong);
  return Answer{.text = std::move(std::get<std::string>(text))};
}

}  // namespace kam
