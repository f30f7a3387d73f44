#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "kam/report/report.hpp"

namespace kam {

using Lines = std::vector<std::string>;

// Accounts with their scores, seen on 24 November 2026.
class Stage {
 public:
  explicit Stage(std::vector<Account> accounts, Settings settings = default_settings());
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  View view(Language language = Language::en) const;

 private:
  Settings settings_;
  std::vector<Account> accounts_;
  PortfolioScores scores_;
};

Settings settings_of(const std::string& company);

inline Date day(int year, unsigned month, unsigned date) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{date}};
}

Account named(const std::string& id, const std::string& name);

// A worked example.
Account nordlicht();

// What a document says, a line each: `## heading`, text, `- item`, `| cell | cell`. Cells in plain form: `–`
// unknown, `name>page` a link, `73 green*` a score, `5%`, `+1.5` points with their sign, dates in ISO.
Lines lines_of(const Document& document);
std::string text_of(const Cell& cell);

// The lines under the level-2 heading up to the next one.
Lines section_of(const Document& document, const std::string& heading);

// The headings of that level.
Lines headings_of(const Document& document, int level = 2);

}  // namespace kam

namespace doctest {

template <>
struct StringMaker<kam::Lines> {
  static String convert(const kam::Lines& lines) {
    std::string text = "\n";
    for (const std::string& line : lines) text += line + "\n";
    return text.c_str();
  }
};

}  // namespace doctest
