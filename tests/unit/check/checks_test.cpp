#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "kam/check/check.hpp"

using namespace kam;

namespace {

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The first group of every match.
std::vector<std::string> find_all(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match)
    found.push_back((*match)[1]);
  return found;
}

}  // namespace

TEST_CASE("codes are in kebab-case, each once, the worst first, and each has its title") {
  std::set<std::string_view> codes;
  auto last = Severity::error;
  for (const auto& check : checks()) {
    CAPTURE(check.code);
    CHECK(std::regex_match(std::string(check.code), std::regex("[a-z0-9]+(-[a-z0-9]+)*")));
    CHECK(codes.insert(check.code).second);
    CHECK(check.severity <= last);
    CHECK(check.title.size() > 5);
    CHECK_FALSE(check.title.ends_with('.'));
    CHECK(find_check(check.code) == &check);
    last = check.severity;
  }
  CHECK(find_check("no-such-code") == nullptr);
  CHECK(find_check("") == nullptr);
}

TEST_CASE("every code that the readers of files give is known") {
  const auto source = std::filesystem::path(KAM_SOURCE_DIR) / "src";
  std::set<std::string> codes;
  for (const auto* room : {"yaml", "format", "disk", "merge", "states"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source / room))
      if (entry.is_regular_file())
        for (const auto& code : find_all(read(entry.path()), "\"([a-z0-9]+(?:-[a-z0-9]+)+)\""))
          codes.insert(code);
  CHECK(codes.size() > 40);
  for (const auto& code : codes) {
    CAPTURE(code);
    CHECK(find_check(code) != nullptr);
  }
}

TEST_CASE("docs/checks.md tells of every code and no other, in the table's order, and provokes each") {
  const auto page = read(std::filesystem::path(KAM_SOURCE_DIR) / "docs/checks.md");
  std::vector<std::string> known;
  for (const auto& check : checks()) known.emplace_back(check.code);
  CHECK(find_all(page, "\n### `([^\n]*)`\n") == known);
  for (const auto& check : checks()) {
    CAPTURE(check.code);
    const auto begin = page.find("\n### `" + std::string(check.code) + "`\n");
    const auto section = page.substr(begin, page.find("\n### ", begin + 1) - begin);
    constexpr std::array kWords{"note", "warning", "error"};
    const std::string told = std::string(": ") + kWords.at(static_cast<std::size_t>(check.severity)) +
                             ": [^\n]* \\[" + std::string(check.code) + "\\]\n";
    CHECK(std::regex_search(section, std::regex(told)));
    const auto words = std::regex_replace(section, std::regex("\\s+"), " ");
    CHECK(words.find("` " + std::string(check.title) + ". ") != std::string::npos);
  }
}

TEST_CASE("the manual page lists every code and no other, in the table's order") {
  auto page = read(std::filesystem::path(KAM_SOURCE_DIR) / "man/kam-check.1");
  const std::pair<std::string, std::string> escapes[] = {
      {"\\\\-", "-"}, {"\\\\\\(ga", "`"}, {"\\\\\\(aq", "'"}};
  for (const auto& [escape, character] : escapes)
    page = std::regex_replace(page, std::regex(escape), character);
  const auto begin = page.find(".SH CODES\n");
  const auto section = page.substr(begin, page.find("\n.SH ", begin) - begin + 1);
  std::string listed;
  std::string known;
  for (const auto& entry : find_all(section, "\\.TP\n(\\\\fB[^\n]*\n[^\n]*)\n")) listed += entry + "\n";
  for (const auto& check : checks())
    known += "\\fB" + std::string(check.code) + "\\fR\n" + std::string(check.title) + ".\n";
  CHECK(listed == known);
}
