#include "render/cells.hpp"

#include "kam/model/number.hpp"
#include "kam/render/render.hpp"
#include "kam/text/format.hpp"

namespace kam {

namespace {

std::string format_points(const Points& points, Language language) {
  const std::string text = format_number(points.value, 1, language);
  return points.signed_ && round_half_away(points.value, 1) > 0 ? "+" + text : text;
}

std::string join_list(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) {
    if (!text.empty()) text += ", ";
    text += item;
  }
  return text;
}

struct CellText {
  Language language;

  std::string operator()(const Unknown&) const { return kUnknownSign; }
  std::string operator()(const Text& text) const { return text.text; }
  std::string operator()(const Term& term) const { return term.label; }
  std::string operator()(const Count& count) const { return std::to_string(count.value); }
  std::string operator()(const Number& number) const {
    return format_trimmed(number.value, number.decimals, language);
  }
  std::string operator()(const Score& score) const { return format_number(score.value, 0, language); }
  std::string operator()(const Points& points) const { return format_points(points, language); }
  std::string operator()(const Money& money) const { return format_number(money.value, 0, language); }
  std::string operator()(const Percent& percent) const {
    return format_percent(percent.value, percent.decimals, language);
  }
  std::string operator()(const Flag& flag) const { return flag.label; }
  std::string operator()(const Date& date) const { return format_date(date, language); }
  std::string operator()(const TextList& list) const { return join_list(list.items); }
};

struct CellData {
  Data operator()(const Unknown&) const { return {}; }
  Data operator()(const Text& text) const { return text.text; }
  Data operator()(const Term& term) const { return term.id; }
  Data operator()(const Count& count) const { return static_cast<std::int64_t>(count.value); }
  Data operator()(const Number& number) const { return number.value; }
  Data operator()(const Score& score) const { return round_half_away(score.value, 2); }
  Data operator()(const Points& points) const { return round_half_away(points.value, 2); }
  Data operator()(const Money& money) const { return money.value; }
  Data operator()(const Percent& percent) const { return round_half_away(percent.value, 2); }
  Data operator()(const Flag& flag) const { return flag.value; }
  Data operator()(const Date& date) const { return format_iso_date(date); }
  Data operator()(const TextList& list) const { return Data::List(list.items.begin(), list.items.end()); }
};

}  // namespace

std::string cell_text(const Cell& cell, Language language) {
  return std::visit(CellText{language}, cell);
}

bool holds_words(const Cell& cell) {
  return std::holds_alternative<Text>(cell) || std::holds_alternative<Term>(cell) ||
         std::holds_alternative<Flag>(cell) || std::holds_alternative<TextList>(cell);
}

Data cell_data(const Cell& cell) {
  return std::visit(CellData{}, cell);
}

}  // namespace kam
