#include <doctest/doctest.h>

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
  const std::filesystem::path store = std::filesystem::path(KAM_SOURCE_DIR) / "src/store";
  std::set<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(store))
    for (const auto& code : find_all(read(entry.path()), "\"([a-z0-9]+(?:-[a-z0-9]+)+)\""))
      codes.insert(code);
  CHECK(codes.size() > 40);
  for (const auto& code : codes) {
    CAPTURE(code);
    CHECK(find_check(code) != nullptr);
  }
}
