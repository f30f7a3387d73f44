#include "cli/import_remarks.hpp"

#include <array>

#include <fmt/format.h>

#include "kam/text/messages.hpp"

namespace kam::cli {

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
constexpr std::array kSentences{Msg::import_row_title, Msg::import_row_total,
                                Msg::import_row_total_that_differs, Msg::import_row_footer,
                                Msg::import_row_kept};

}  // namespace

std::string column_name(const UnusedColumn& column, Language language) {
  if (!column.header.empty()) return column.header;
  return say(Msg::import_column, language, {std::to_string(column.column + 1)});
}

// Why is said where the header was understood.
void remark_unused(const std::vector<UnusedColumn>& unused, Language language, Context& context) {
  std::string others;
  for (const auto& column : unused) {
    const auto name = column_name(column, language);
    if (column.why == WhyUnused::own_turnover)
      context.remark(say(Msg::import_own_turnover, language, {name}));
    else if (column.why == WhyUnused::gross_figure)
      context.remark(say(Msg::import_gross_figure, language, {name}));
    else if (column.why == WhyUnused::not_money)
      context.remark(say(Msg::import_not_money, language, {name}));
    else
      others += (others.empty() ? "" : ", ") + name;
  }
  if (!others.empty()) context.remark(say(Msg::import_unused, language, {others}));
}

std::vector<std::string> row_sentences(const std::vector<RowRemark>& remarks,
                                       const std::vector<int>& blank_lines, Language language) {
  std::vector<std::string> sentences;
  for (const auto& remark : remarks) {
    const auto sentence = kSentences.at(static_cast<std::size_t>(remark.kind));
    sentences.push_back(say(sentence, language, {std::to_string(remark.line), remark.text}));
  }
  if (blank_lines.empty()) return sentences;
  const auto sentence = blank_lines.size() == 1 ? Msg::import_blank_row : Msg::import_blank_rows;
  sentences.push_back(say(sentence, language, {std::to_string(blank_lines.size()), join_lines(blank_lines)}));
  return sentences;
}

void remark_rows(const std::vector<RowRemark>& remarks, const std::vector<int>& blank_lines,
                 Language language, Context& context) {
  for (const auto& sentence : row_sentences(remarks, blank_lines, language)) context.remark(sentence);
}

}  // namespace kam::cli
