#pragma once

#include <string>
#include <string_view>

#include "kam/document/document.hpp"

namespace kam {

// A text as HTML, set apart from the direction in which its surroundings are written.
std::string html_words(std::string_view text);

// `<a href="page.html">`, `index` being the portfolio's page `index.html`; `label` is HTML already.
std::string html_link(std::string_view label, std::string_view page);

// A table with caption and headings for rows and columns, in a field that scrolls where it has no room. An
// unseen caption is for screen readers alone.
enum class Caption { seen, unseen };
std::string html_table(const Table& table, Language language, Caption caption);

// A table without a head: labels, and what is known of each.
std::string html_facts(const Table& table, Language language);

std::string_view html_style_sheet();

}  // namespace kam
