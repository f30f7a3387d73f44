#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>

#include "check/doubts.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/scripts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

// The keys whose texts name somebody or something, wherever they stand; a label has a text for each language.
constexpr std::array kNameKeys{"name"sv,       "external_id"sv, "manager"sv, "industry"sv, "tags"sv,
                               "title"sv,      "owner"sv,       "people"sv,  "source"sv,   "by"sv,
                               "competitor"sv, "company"sv,     "label"sv};

struct Name {
  std::string_view key;  // the nearest around it
  const std::string& text;
  const Trail& at;
};
using Visitor = std::function<void(const Name& name)>;

void visit_names(const Node& node, std::string_view name_key, Trail& trail, const Visitor& visit) {
  if (node.kind == NodeKind::scalar && !name_key.empty()) visit({name_key, node.value, trail});
  for (const auto& [key, value] : node.entries) {
    if (key.value.starts_with("x_")) continue;
    const bool is_name = std::ranges::find(kNameKeys, key.value) != kNameKeys.end();
    trail.emplace_back(key.value);
    visit_names(value, is_name ? std::string_view(key.value) : name_key, trail, visit);
    trail.pop_back();
  }
  std::size_t index = 0;
  for (const auto& item : node.items) {
    if (item.is_null()) continue;
    trail.emplace_back(index++);
    visit_names(item, item.kind == NodeKind::scalar ? name_key : std::string_view{}, trail, visit);
    trail.pop_back();
  }
}

// What `find_doubt` says of each name in the files.
template <class FindDoubt>
Doubts find_in_names(const CheckedPortfolio& portfolio, FindDoubt find_doubt) {
  Doubts doubts;
  for (const auto& file : portfolio.files) {
    if (file.root == nullptr) continue;
    Trail trail;
    visit_names(*file.root, {}, trail, [&](const Name& name) {
      auto [message, hint] = find_doubt(name);
      if (!message.empty()) doubts.push_back({name.at, std::move(message), std::move(hint), file.file});
    });
  }
  return doubts;
}

struct Said {
  std::string message;
  std::string hint;
};

std::string number_of(char32_t code_point) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code_point));
}

std::string letter_text(const MixedWord::Letter& letter) {
  std::string text;
  append_utf8(text, letter.letter);
  return fmt::format("{} ({}, {})", letter.script, text, number_of(letter.letter));
}

}  // namespace

Doubts find_invisible_characters(const CheckedPortfolio& portfolio) {
  return find_in_names(portfolio, [](const Name& name) -> Said {
    const auto found = find_invisible(name.text);
    if (!found) return {};
    return {fmt::format("{} holds {}, which nobody sees: {}", name.key, number_of(*found),
                        cut_to_width(name.text, 40)),
            "Type it anew; names are compared without such characters."};
  });
}

Doubts find_mixed_scripts(const CheckedPortfolio& portfolio) {
  return find_in_names(portfolio, [](const Name& name) -> Said {
    const auto found = find_mixed_word(name.text);
    if (!found) return {};
    std::vector<std::string> scripts;
    for (const auto& letter : found->scripts) scripts.push_back(letter_text(letter));
    return {fmt::format("{} is written in {}: {}", name.key, fmt::join(scripts, " and "),
                        cut_to_width(found->word, 40)),
            "Type the word anew in one script: letters that look alike make another name."};
  });
}

}  // namespace kam
