// Any strings in any format: the first bytes choose the format and the document's shape, then come its texts
// with 0xFF between them. Each format is read by a program that is not ours, or by a reader that knows its
// grammar.

#include "kam/render/render.hpp"
#include "fuzz.hpp"
#include "judges.hpp"

using namespace kam;
using namespace kam::fuzz;

namespace {

// The document's texts in turn; none is left over.
class Texts {
 public:
  explicit Texts(std::string_view bytes) : texts_(split(bytes, '\xFF')) {}
  std::string next() { return texts_[at_++ % texts_.size()]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::vector<std::string> texts_;
  std::size_t at_ = 0;
};

Cell make_cell(Choices& choices, Texts& texts) {
  switch (choices.below(8)) {
    case 0:
      return Text{texts.next(), "page"};
    case 1:
      return TextList{{texts.next(), texts.next()}};
    case 2:
      return Term{"id", texts.next(), Band::amber};
    case 3:
      return Score{61.5, Band::green, true, texts.next()};
    case 4:
      return Flag{true, texts.next()};
    default:
      return Text{texts.next(), {}};
  }
}

Table make_table(Choices& choices, Texts& texts) {
  Table table;
  table.caption = texts.next();
  const auto columns = choices.below(3) + 2;
  for (std::size_t i = 0; i < columns; ++i)
    table.columns.push_back({"column_" + std::to_string(i), texts.next(),
                             i % 2 == 0 ? Align::left : Align::right, static_cast<int>(i), Naming::plain});
  for (auto rows = texts.size() / columns + 1; rows > 0; --rows) {
    std::vector<Cell> row;
    for (std::size_t i = 0; i < columns; ++i) row.push_back(make_cell(choices, texts));
    table.rows.push_back(std::move(row));
  }
  return table;
}

double make_number(Choices& choices) {
  static constexpr double kNumbers[] = {0, 1, 50, 100, -3, 0.001, 1e13, 33.3};
  return kNumbers[choices.below(std::size(kNumbers))];
}

Chart make_chart(Choices& choices, Texts& texts) {
  Chart chart{
      "matrix", texts.next(), texts.next(), BarChart{}, {{texts.next(), {texts.next(), texts.next()}}}};
  const Axis axis{texts.next(), 0, 100, {{0, texts.next()}, {100, texts.next()}}};
  switch (choices.below(4)) {
    case 0: {
      ScatterChart scatter{axis, axis, {}, ChartCross{{50, texts.next()}, {50, texts.next()}}};
      for (auto count = choices.below(6); count > 0; --count)
        scatter.points.push_back(
            {texts.next(), std::to_string(count), make_number(choices), make_number(choices),
             make_number(choices) < 0 ? std::nullopt : std::optional(5.0), texts.next()});
      for (auto& quadrant : scatter.quadrants) quadrant = texts.next();
      chart.picture = scatter;
      break;
    }
    case 1: {
      BarChart bars{axis, {texts.next(), texts.next()}, {}};
      for (auto count = choices.below(5); count > 0; --count)
        bars.groups.push_back({texts.next(), {make_number(choices), std::nullopt}, {texts.next(), "–"}});
      chart.picture = bars;
      break;
    }
    case 2: {
      LineChart lines{axis, axis, {{texts.next(), {}}}, {{60, texts.next()}}};
      for (std::size_t i = choices.below(5); i > 0; --i)
        lines.series.front().points.push_back(
            {100.0 - 20.0 * static_cast<double>(i), make_number(choices), texts.next()});
      chart.picture = lines;
      break;
    }
    default: {
      FunnelChart funnel;
      for (auto count = choices.below(5); count > 0; --count)
        funnel.stages.push_back({texts.next(), std::abs(make_number(choices)), texts.next()});
      chart.picture = funnel;
    }
  }
  return chart;
}

Span make_span(Choices& choices, Texts& texts) {
  const auto kind = static_cast<Span::Kind>(choices.below(4));
  return {kind, texts.next(), kind == Span::Kind::link ? "page" : ""};
}

constexpr std::size_t kTable = 6;  // among the document's blocks
constexpr std::size_t kChart = 7;

Document make_document(Choices& choices, Texts& texts) {
  Document document;
  document.title = texts.next();
  document.aside = texts.next();
  document.subtitle = {texts.next()};
  document.language = choices.flag() ? Language::de : Language::en;
  document.currency = "EUR";
  document.blocks = {
      Heading{2, texts.next()},
      Paragraph{{make_span(choices, texts), make_span(choices, texts), make_span(choices, texts)},
                static_cast<Tone>(choices.below(3))},
      BulletList{{{make_span(choices, texts)}, {make_span(choices, texts)}}},
      FoldBegin{texts.next()},
      Verbatim{texts.next()},
      FoldEnd{},
      make_table(choices, texts),
      make_chart(choices, texts)};
  auto facts = make_table(choices, texts);
  facts.head = Table::Head::hidden;
  document.blocks.emplace_back(facts);
  if (choices.flag()) document.parent = Span{Span::Kind::link, texts.next(), "index"};
  return document;
}

Calendar make_calendar(Choices& choices, Texts& texts) {
  constexpr Date kDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}};
  Calendar calendar{kDay, {}};
  for (auto count = choices.below(3); count > 0; --count)
    calendar.entries.push_back({choices.flag() ? CalendarEntry::Kind::event : CalendarEntry::Kind::todo,
                                "weserguss", texts.next(), texts.next(), texts.next(), texts.next(),
                                texts.next(), kDay});
  return calendar;
}

// One format an input: five that are drawn for nothing would take five sixths of the time.
void judge(std::size_t format, const Document& document, Choices& choices, Texts& texts) {
  const auto& table = std::get<Table>(document.blocks[kTable]);
  const auto& chart = std::get<Chart>(document.blocks[kChart]);
  switch (format) {
    case 0:
      judge_markdown_table(table);
      return judge_markdown(document);
    case 1:
      return judge_html(document);
    case 2:
      for (const auto& diagram : render_mermaid(chart)) judge_plain_lines(diagram, "a diagram");
      return judge_svg(chart);
    case 3:
      judge_csv(table);
      return judge_json(table);
    case 4:
      for (std::size_t i = 0; i < texts.size(); ++i) judge_filter(texts.next());
      return judge_terminal(document);
    default:
      judge_ical(make_calendar(choices, texts));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kChoices = 24;
  if (size <= kChoices) return 0;
  Choices choices(as_text(data, kChoices));
  Texts texts(as_text(data + kChoices, size - kChoices));
  const auto format = choices.below(6);
  const auto document = make_document(choices, texts);
  judge(format, document, choices, texts);
  count_accepted();
  return 0;
}
