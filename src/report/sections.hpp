#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/document/document.hpp"
#include "kam/report/report.hpp"
#include "kam/text/labels.hpp"

namespace kam {

// One account of a view, as the builders of its pages take it.
struct AccountView {
  const View& view;
  const Account& account;
  const AccountScores& scores;
};
AccountView account_view(const View& view, std::size_t account);

bool is_former(const Account& account);

using Blocks = std::vector<Block>;

// A part of a section: blocks where something is known, else the question to ask.
struct Part {
  std::string title;     // a heading of its own; may be empty
  Blocks blocks;         // empty where nothing is known
  std::string question;  // empty: there is nothing to ask
};

// The section's heading, its known parts in order, then one line with what is to be asked. Where nothing is
// known, that line is all.
void add_section(Document& document, std::string title, std::vector<Part> parts);

// A section that always has something to say.
void add_section(Document& document, std::string title, Blocks blocks);

// A part that is a list of the user's texts.
Part list_part(std::string title, const std::vector<std::string>& items, std::string question);
BulletList bullet_list(const std::vector<std::string>& items);

// The next steps, as commands to copy: `Next: kam … or kam …`.
Paragraph command_line(Language language, const std::vector<std::string>& commands);

// A row of a list of facts (Table::Head::hidden); facts_table has the columns for it.
Table facts_table(std::string caption);
void add_fact(Table& table, std::string label, Cell value);

// The catalogue's words.
std::string field_label(const View& view, std::string_view id);
std::string requirement_label(const View& view, const Account& account, std::string_view id);
std::string offering_label(const View& view, const CatalogueEntry& offering);
// Empty where no kind is given.
std::string potential_kind_label(const View& view, std::string_view kind);
std::string question(const View& view, std::string_view id);
// A title with the ratings' range: `Wichtigkeit (0 bis 5)`; of a requirement's fulfilment: `Erfüllung (0 bis
// 5)`.
std::string rating_title(const View& view, std::string_view field);
std::string fulfilled_title(const View& view);

// Sentences make a paragraph; empty ones are skipped.
std::string join_sentences(const std::vector<std::string>& sentences);
// At most a dozen of them, and then how many more there are.
std::vector<std::string> first_names(std::vector<std::string> names, Language language);
// `A, B and C`
std::string join_names(const std::vector<std::string>& names, Language language);

// A score as sentences say it: a whole number.
std::string score_text(double score, Language language);
// Points and gaps: at most one decimal.
std::string points_text(double points, Language language);

}  // namespace kam
