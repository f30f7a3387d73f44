#include "report/pages.hpp"

#include <utility>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"

namespace kam {

Document new_page(const View& view, std::string title) {
  Document document;
  document.title = std::move(title);
  document.aside = say(Msg::as_of_day, view.language, {format_date(view.as_of, view.language)});
  if (!view.settings.company.empty()) document.subtitle.push_back(view.settings.company);
  document.language = view.language;
  document.currency = view.settings.currency;
  return document;
}

std::string amounts_line(const View& view) {
  return say(Msg::report_amounts, view.language, {view.settings.currency});
}

Span link_to_index(const View& view) {
  return Span{Span::Kind::link, say(Msg::report_all_customers, view.language), "index"};
}

Paragraph half_known_footnote(const View& view) {
  return plain_paragraph(say(Msg::report_half_known, view.language), Tone::muted);
}

Paragraph stale_footnote(const View& view) {
  const std::string days = std::to_string(view.settings.thresholds.stale_after_days);
  return plain_paragraph(say(Msg::report_stale, view.language, {days}), Tone::muted);
}

}  // namespace kam
