#include "lists/columns/mapping.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "kam/unicode/unicode.hpp"
#include "lists/columns/headings.hpp"

namespace kam {

namespace {

template <class Text>
std::string suggest(std::string_view word, const Text& candidates) {
  const auto near = nearest(word, candidates);
  return near ? fmt::format("Did you mean \"{}\"? ", *near) : std::string{};
}

[[noreturn]] void refuse_field(const std::string& field, const std::string& word, ListKind list,
                               const ImportVocabulary& vocabulary) {
  const auto fields = import_fields(list);
  std::vector<std::string> known(fields.begin(), fields.end());
  const std::string all = fmt::format("{}", fmt::join(known, ", "));
  if (list == ListKind::accounts)
    for (const RatedField& rated : vocabulary.ratings) known.push_back(rated.field);
  const bool has_ratings = known.size() > fields.size();
  const std::string near_field = suggest(word, fields);
  const std::string near_rating = near_field.empty() ? suggest(field, known) : std::string{};
  throw UsageError(fmt::format("--map knows no field \"{}\"", near_rating.empty() ? word : field),
                   fmt::format("{}{}The fields are {}{}.", near_field, near_rating, all,
                               has_ratings ? fmt::format(", and ratings such as {}", known.back()) : ""));
}

}  // namespace

std::string list_columns(const std::vector<std::string>& header) {
  return fmt::format("Its columns are {}.", fmt::join(header, ", "));
}

std::string describe_field(std::string_view field, std::optional<int> year) {
  return year ? fmt::format("{}.{}", field, *year) : std::string(field);
}

Mapping read_mapping(const std::string& field, ListKind list, const ImportVocabulary& vocabulary) {
  const auto is_rating = std::ranges::find(vocabulary.ratings, field, &RatedField::field);
  if (list == ListKind::accounts && is_rating != vocabulary.ratings.end()) return {field, {}, {}};
  const auto mark = std::min(field.find('.'), field.find(' '));
  const std::string word = field.substr(0, mark);
  const auto fields = import_fields(list);
  if (std::ranges::find(fields, word) == fields.end()) refuse_field(field, word, list, vocabulary);
  if (mark == std::string::npos) return {word, {}, {}};
  if (!is_figure(word))
    throw UsageError(
        fmt::format("--map: the field {} has no year", word),
        "Only revenue, contribution_margin, profit, purchasing_volume and revenue_plan have one.");
  const auto year = parse_year(field.substr(mark + 1));
  if (!year)
    throw UsageError(fmt::format("--map: \"{}\" names no year", field),
                     fmt::format("Write it as {}.2025.", word));
  return {word, year, {}};
}

std::size_t find_column(const std::string& name, const std::vector<std::string>& header) {
  const std::string wanted = fold_name(name);
  const auto fits = [&](const std::string& text) { return fold_name(text) == wanted; };
  const auto column = std::ranges::find_if(header, fits);
  if (column == header.end())
    throw UsageError(fmt::format("the list has no column \"{}\"", name),
                     suggest(name, header) + list_columns(header));
  if (std::find_if(column + 1, header.end(), fits) != header.end())
    throw UsageError(fmt::format("the list has two columns \"{}\"", name), "Rename one of them in the list.");
  return static_cast<std::size_t>(column - header.begin());
}

}  // namespace kam
