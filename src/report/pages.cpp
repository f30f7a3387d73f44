#include "report/pages.hpp"

#include <algorithm>
#include <utility>

#include "kam/report/page_names.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/inventory.hpp"
#include "kam/text/messages/report.hpp"
#include "kam/unicode/unicode.hpp"
#include "report/portfolio/portfolio.hpp"

namespace kam {
namespace {

constexpr std::size_t kOneALine = 50;

// Ö stands with O, as in a dictionary; names that Latin letters cannot say follow.
std::string sorting_name(const std::string& name) {
  std::string latin = slug(name);
  return latin.empty() ? fold_name(name) : latin;
}

// The first character, a Latin letter as a capital.
std::string initial_of(std::string_view folded) {
  if (folded.empty()) return {};
  if (folded.front() >= 'a' && folded.front() <= 'z') return {static_cast<char>(folded.front() - 'a' + 'A')};
  std::size_t length = 1;
  while (length < folded.size() && (static_cast<unsigned char>(folded[length]) & 0xC0U) == 0x80U) ++length;
  return std::string(folded.substr(0, length));
}

}  // namespace

std::string page_of(std::string_view account_id) {
  const bool is_taken = account_id == "index" || account_id == "readme";
  return (is_taken ? "account_" : "") + std::string(account_id);
}

Document new_page(const View& view, std::string title) {
  Document document;
  document.title = std::move(title);
  document.aside = say(msg::as_of_day, view.language, {format_date(view.as_of, view.language)});
  if (!view.settings.company.empty()) document.subtitle.push_back(view.settings.company);
  document.language = view.language;
  document.currency = view.settings.currency;
  return document;
}

std::string amounts_line(const View& view) {
  return say(msg::report_amounts, view.language, {view.settings.currency});
}

Span link_to_index(const View& view) {
  return Span{Span::Kind::link, say(msg::report_all_customers, view.language), "index"};
}

BulletList account_links(const View& view, const std::vector<std::size_t>& accounts) {
  BulletList list;
  if (accounts.size() <= kOneALine) {
    for (const std::size_t account : accounts) list.items.push_back({account_link(view, account)});
    return list;
  }
  std::vector<std::pair<std::string, std::size_t>> by_name;
  for (const std::size_t account : accounts)
    by_name.emplace_back(sorting_name(view.accounts[account].name), account);
  std::ranges::stable_sort(by_name);
  std::string initial;
  for (const auto& [folded, account] : by_name) {
    const std::string its_initial = initial_of(folded);
    const bool first = list.items.empty() || its_initial != initial;
    if (first) list.items.push_back({Span{Span::Kind::strong, its_initial, {}}});
    initial = its_initial;
    list.items.back().push_back({Span::Kind::plain, first ? " " : ", ", {}});
    list.items.back().push_back(account_link(view, account));
  }
  return list;
}

Paragraph half_known_footnote(const View& view) {
  return plain_paragraph(say(msg::report_half_known, view.language), Tone::muted);
}

Paragraph stale_footnote(const View& view) {
  const std::string days = std::to_string(view.settings.thresholds.stale_after_days);
  return plain_paragraph(say(msg::report_stale, view.language, {days}), Tone::muted);
}

}  // namespace kam
