#include "report/lists/import_remarks.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "kam/report/import.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"

namespace kam {

namespace {

// `3, 7-9`
std::string join_lines(const std::vector<int>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = i;
    while (i + 1 < lines.size() && lines[i + 1] == lines[i] + 1) ++i;
    if (!text.empty()) text += ", ";
    text += std::to_string(lines[begin]);
    if (i > begin) text += fmt::format("-{}", lines[i]);
  }
  return text;
}

// In the order of RowRemark::Kind.
constexpr std::array kSentences{Msg::import_row_title,  Msg::import_row_metadata,
                                Msg::import_row_total,  Msg::import_row_total_that_differs,
                                Msg::import_row_footer, Msg::import_row_kept};

// One line for each kind of row of which there may be many.
void add_count(std::vector<std::string>& sentences, Msg one, Msg many, const std::vector<int>& lines,
               Language language) {
  if (lines.empty()) return;
  sentences.push_back(
      say(lines.size() == 1 ? one : many, language, {std::to_string(lines.size()), join_lines(lines)}));
}

void append(std::string& list, const std::string& separator, const std::string& item) {
  if (!list.empty()) list += separator;
  list += item;
}

// Why is said where the header was understood.
void add_unused(std::vector<std::string>& sentences, const std::vector<UnusedColumn>& unused,
                const std::string& currency, Language language) {
  std::string others;
  std::string years;
  std::string options;
  for (const auto& column : unused) {
    const auto name = column_name(column, language);
    if (column.why == WhyUnused::own_turnover) {
      sentences.push_back(say(Msg::import_own_turnover, language, {name}));
    } else if (column.why == WhyUnused::gross_figure) {
      sentences.push_back(say(Msg::import_gross_figure, language, {name}));
    } else if (column.why == WhyUnused::not_money) {
      sentences.push_back(say(Msg::import_not_money, language, {name}));
    } else if (column.why == WhyUnused::other_currency) {
      sentences.push_back(say(Msg::import_other_currency, language, {name, currency}));
    } else if (column.why == WhyUnused::bare_year) {
      append(years, ", ", name);
      append(options, " ",
             "--map " + shell_word(fmt::format("revenue.{}={}", column.year.value_or(0), name)));
    } else {
      append(others, ", ", name);
    }
  }
  if (!years.empty()) sentences.push_back(say(Msg::import_bare_year, language, {years, options}));
  if (!others.empty()) sentences.push_back(say(Msg::import_unused, language, {others}));
}

// The option that answers a question; where nobody can know its value, a word in its place.
std::string answering_option(const ImportQuestion& question, Language language) {
  if (question.option.empty()) return {};
  if (question.value.empty()) return question.option + " " + say(Msg::preview_any_year, language);
  if (question.value.ends_with('='))
    return question.option + " " + question.value + say(Msg::preview_any_column, language);
  return question.option + " " + shell_word(question.value);
}

constexpr std::size_t kShownRows = 20;

}  // namespace

std::string column_name(const UnusedColumn& column, Language language) {
  if (!column.header.empty()) return column.header;
  return say(Msg::import_column, language, {std::to_string(column.column + 1)});
}

std::vector<std::string> row_sentences(const ListPlan& plan, const std::vector<int>& blank_lines,
                                       Language language) {
  std::vector<std::string> sentences;
  for (const auto& remark : plan.remarks) {
    const auto sentence = kSentences.at(static_cast<std::size_t>(remark.kind));
    sentences.push_back(say(sentence, language, {std::to_string(remark.line), remark.text}));
  }
  add_count(sentences, Msg::import_supplier, Msg::import_suppliers, plan.suppliers, language);
  add_count(sentences, Msg::import_blank_row, Msg::import_blank_rows, blank_lines, language);
  return sentences;
}

std::vector<std::string> import_remarks(const ListPlan& plan, const std::vector<int>& blank_lines,
                                        const std::string& currency, Language language) {
  auto sentences = row_sentences(plan, blank_lines, language);
  add_unused(sentences, plan.unused, currency, language);
  return sentences;
}

std::vector<std::string> answering_options(const ListPlan& plan, const Problems& problems,
                                           DecimalMark usual_mark, Language language) {
  std::vector<std::string> options;
  for (const auto& question : plan.questions) {
    auto option = answering_option(question, language);
    if (!option.empty() && std::ranges::find(options, option) == options.end())
      options.push_back(std::move(option));
  }
  if (std::ranges::find(problems, kAmbiguousNumber, &Problem::code) != problems.end())
    options.emplace_back(usual_mark == DecimalMark::comma ? "--decimal ," : "--decimal .");
  return options;
}

ShortProblems shorten(const Problems& problems) {
  ShortProblems shown;
  std::set<int> lines;
  std::set<std::string> hints;
  for (const auto& problem : problems) {
    lines.insert(problem.line);
    if (lines.size() > kShownRows) continue;
    shown.problems.push_back(problem);
    if (!hints.insert(problem.hint).second) shown.problems.back().hint.clear();
  }
  shown.more_rows = lines.size() - std::min(lines.size(), kShownRows);
  return shown;
}

std::size_t count_rows(const Problems& problems) {
  std::set<int> lines;
  for (const auto& problem : problems) lines.insert(problem.line);
  return lines.size();
}

}  // namespace kam
