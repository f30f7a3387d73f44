#include <algorithm>
#include <array>
#include <span>

#include "fuzz.hpp"
#include "judges.hpp"
#include "kam/render/render.hpp"

namespace kam::fuzz {

namespace {

using namespace std::string_view_literals;

constexpr std::array kHtmlElements{
    "html"sv,    "head"sv,     "meta"sv, "title"sv, "style"sv,   "body"sv,   "header"sv,  "h1"sv,
    "h2"sv,      "h3"sv,       "p"sv,    "nav"sv,   "ul"sv,      "li"sv,     "a"sv,       "main"sv,
    "section"sv, "div"sv,      "dl"sv,   "dt"sv,    "dd"sv,      "table"sv,  "caption"sv, "thead"sv,
    "tbody"sv,   "tr"sv,       "th"sv,   "td"sv,    "span"sv,    "bdi"sv,    "strong"sv,  "code"sv,
    "figure"sv,  "svg"sv,      "desc"sv, "rect"sv,  "circle"sv,  "line"sv,   "g"sv,       "polygon"sv,
    "path"sv,    "polyline"sv, "text"sv, "tspan"sv, "details"sv, "summary"sv};
constexpr std::array kSvgElements{"svg"sv,    "title"sv, "desc"sv, "style"sv,    "rect"sv,
                                  "circle"sv, "line"sv,  "g"sv,    "polyline"sv, "polygon"sv,
                                  "path"sv,   "text"sv,  "tspan"sv};
// The last three begin what would be an order to a forge or its runner.
constexpr std::array kEntities{"&amp;"sv, "&lt;"sv, "&gt;"sv, "&quot;"sv, "&#35;"sv, "&#47;"sv, "&#58;"sv};
constexpr auto kNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:"sv;

// Reads the markup that kam writes, a small part of HTML and XML, and nothing beyond.
class Markup {
 public:
  Markup(std::string_view text, std::span<const std::string_view> elements)
      : text_(text), rest_(text), elements_(elements) {}

  void judge() {
    take("<!DOCTYPE html>");
    while (!rest_.empty()) {
      if (rest_.front() == '<')
        read_tag();
      else if (rest_.front() == '&')
        read_entity();
      else
        rest_.remove_prefix(1);
    }
    keep(open_.empty(), "every element is closed");
  }

 private:
  void keep(bool kept, std::string_view promise) const { require(kept, promise, text_, rest_.substr(0, 80)); }

  bool take(std::string_view part) {
    const bool there = rest_.starts_with(part);
    if (there) rest_.remove_prefix(part.size());
    return there;
  }

  std::string_view take_name() {
    const auto name = rest_.substr(0, rest_.find_first_not_of(kNameCharacters));
    rest_.remove_prefix(name.size());
    return name;
  }

  void read_entity() {
    keep(std::ranges::any_of(kEntities, [&](std::string_view entity) { return take(entity); }),
         "an ampersand begins a character");
  }

  void read_tag() {
    rest_.remove_prefix(1);
    const bool closes = take("/");
    const auto name = take_name();
    keep(std::ranges::find(elements_, name) != elements_.end(), "no element but kam's");
    if (closes) {
      keep(!open_.empty() && open_.back() == name && take(">"), "elements close in order");
      open_.pop_back();
      return;
    }
    while (take(" ")) read_attribute();
    const bool empty = take("/");
    keep(take(">"), "a tag ends");
    if (!empty && name != "meta") open_.push_back(name);
    if (name == "style") rest_.remove_prefix(rest_.find("</style>"));
  }

  void read_attribute() {
    if (rest_.starts_with('/')) return;
    const auto name = take_name();
    keep(!name.empty() && !name.starts_with("on"), "an attribute has a name and runs nothing");
    keep(take("=\""), "an attribute has a quoted value");
    const auto begin = rest_;
    while (!rest_.empty() && rest_.front() != '"') {
      keep(rest_.front() != '<', "an attribute holds no element");
      if (rest_.front() == '&')
        read_entity();
      else
        rest_.remove_prefix(1);
    }
    const auto value = begin.substr(0, begin.size() - rest_.size());
    if (name == "href")
      keep(value.starts_with("#s-") || value == "page.html" || value == "index.html", "links lead to pages");
    keep(take("\""), "an attribute's value ends");
  }

  std::string_view text_;
  std::string_view rest_;
  std::span<const std::string_view> elements_;
  std::vector<std::string_view> open_;
};

}  // namespace

void judge_html(const Document& document) {
  const auto html = render_html(document);
  judge_orders(html, "HTML");
  judge_plain_lines(html, "HTML");
  Markup(html, kHtmlElements).judge();
}

void judge_svg(const Chart& chart) {
  const auto svg = render_svg(chart);
  judge_orders(svg, "a picture");
  judge_plain_lines(svg, "SVG");
  Markup(svg, kSvgElements).judge();
}

}  // namespace kam::fuzz
