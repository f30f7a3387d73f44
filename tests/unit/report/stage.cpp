#include "stage.hpp"

#include <type_traits>

#include "kam/model/number.hpp"

namespace kam {
namespace {

constexpr const char* kBands[] = {"", " red", " amber", " green"};

std::string plain(double value) {
  return format_plain_number(round_half_away(value, 4));
}

struct CellText {
  std::string operator()(const Unknown&) const { return "–"; }
  std::string operator()(const Text& cell) const {
    return cell.page.empty() ? cell.text : cell.text + ">" + cell.page;
  }
  std::string operator()(const Term& cell) const { return cell.label; }
  std::string operator()(const Count& cell) const { return std::to_string(cell.value); }
  std::string operator()(const Number& cell) const { return plain(cell.value); }
  std::string operator()(const Score& cell) const {
    return plain(round_half_away(cell.value, 0)) + kBands[static_cast<std::size_t>(cell.band)] + cell.mark;
  }
  std::string operator()(const Points& cell) const {
    const std::string sign = cell.signed_ && cell.value > 0 ? "+" : "";
    return sign + plain(round_half_away(cell.value, 2));
  }
  std::string operator()(const Money& cell) const { return plain(cell.value); }
  std::string operator()(const Percent& cell) const { return plain(round_half_away(cell.value, 1)) + "%"; }
  std::string operator()(const Flag& cell) const { return cell.label; }
  std::string operator()(const Date& cell) const { return format_iso_date(cell); }
  std::string operator()(const TextList& cell) const {
    std::string text;
    for (const std::string& item : cell.items) text += (text.empty() ? "" : "; ") + item;
    return text;
  }
};

std::string text_of(const Line& line) {
  std::string text;
  for (const Span& span : line) text += span.page.empty() ? span.text : span.text + ">" + span.page;
  return text;
}

struct BlockLines {
  Lines operator()(const Heading& block) const {
    return {std::string(static_cast<std::size_t>(block.level), '#') + " " + block.text};
  }
  Lines operator()(const Paragraph& block) const { return {text_of(block.line)}; }
  Lines operator()(const BulletList& block) const {
    Lines lines;
    for (const Line& item : block.items) lines.push_back("- " + text_of(item));
    return lines;
  }
  Lines operator()(const Verbatim& block) const { return {"> " + block.text}; }
  Lines operator()(const FoldBegin& block) const { return {"+ " + block.summary}; }
  Lines operator()(const FoldEnd& /*block*/) const { return {"."}; }
  Lines operator()(const Chart& /*block*/) const { return {}; }  // pictures have tests of their own
  Lines operator()(const Table& block) const {
    Lines lines;
    std::string head;
    for (const Column& column : block.columns) head += "| " + column.title + " ";
    if (block.head == Table::Head::shown) lines.push_back(head);
    for (const auto& row : block.rows) {
      std::string line;
      for (const Cell& cell : row) line += "| " + kam::text_of(cell) + " ";
      lines.push_back(line);
    }
    for (std::string& line : lines) line.pop_back();
    return lines;
  }
};

}  // namespace

std::string text_of(const Cell& cell) {
  return std::visit(CellText{}, cell);
}

Stage::Stage(std::vector<Account> accounts, Settings settings)
    : settings_(std::move(settings)),
      accounts_(std::move(accounts)),
      scores_(score_portfolio(accounts_, settings_, day(2026, 11, 24))) {}

View Stage::view(Language language) const {
  return View{settings_, accounts_, scores_, day(2026, 11, 24), language};
}

Settings settings_of(const std::string& company) {
  Settings settings = default_settings();
  settings.company = company;
  return settings;
}

Account named(const std::string& id, const std::string& name) {
  Account account;
  account.id = id;
  account.name = name;
  return account;
}

Lines lines_of(const Document& document) {
  Lines lines{document.title, document.aside};
  lines.insert(lines.end(), document.subtitle.begin(), document.subtitle.end());
  for (const Block& block : document.blocks) {
    const Lines more = std::visit(BlockLines{}, block);
    lines.insert(lines.end(), more.begin(), more.end());
  }
  return lines;
}

Lines section_of(const Document& document, const std::string& heading) {
  Lines section;
  bool inside = false;
  for (const std::string& line : lines_of(document)) {
    if (line.starts_with("## "))
      inside = line == "## " + heading;
    else if (inside)
      section.push_back(line);
  }
  return section;
}

Lines headings_of(const Document& document, int level) {
  Lines headings;
  for (const Block& block : document.blocks)
    if (const auto* heading = std::get_if<Heading>(&block); heading != nullptr && heading->level == level)
      headings.push_back(heading->text);
  return headings;
}

Account nordlicht() {
  Account account = named("nordlicht-windkraft", "Nordlicht Windkraft GmbH");
  account.status = Status::key_account;
  account.industry = "Windenergie";
  account.manager = "Anna Schmidt";
  account.customer_since = 2014;
  account.external_id = "10023";
  account.tags = {"export", "offshore"};
  account.figures[2024] = {1180000, 390000, {}, 3300000, {}};
  account.figures[2025] = {1240000, 412000, 150000, 3500000, 1200000};
  account.figures[2026].revenue_plan = 1400000;
  account.figures[2027] = {9900000, {}, {}, {}, 1500000};
  account.attractiveness = {{"reference", {4, ""}}, {"technology_partner", {3, "Gemeinsamer Prüfstand"}}};
  account.partnership = {{"collaboration_potential", {4, ""}},
                         {"partner_acceptance", {5, ""}},
                         {"strategic_relevance", {3, "einer von zweien"}}};
  account.unique_services = {"Ersatzteile binnen 24 Stunden"};
  account.collaboration = {{"logistics", {4, {"Konsignationslager"}, {"Jonas Weber"}}}};
  account.team = {{"Anna Schmidt", "Key-Account-Managerin", "KAM", {"Jahresgespräch"}, {"Rabatt bis 5 %"}}};
  account.contacts = {{"Dr. Maren Petersen", "Leiterin Einkauf", ContactRole::decision_maker, 5,
                       Attitude::supporter, "Anna Schmidt"}};
  account.customer_view = {
      {"Verfügbarkeit über 98 %"}, {"Liefertreue"}, {"Offshore-Service"}, "Kürzere Stillstände"};
  account.requirements = {{"english_documentation", {"Dokumentation auf Englisch", "", ""}}};
  account.assessments = {
      {day(2026, 3, 31),
       Perspective::customer,
       "Jahresgespräch",
       "Anna Schmidt",
       {{"delivered_quality", {5, 4, {}, ""}}, {"flexibility", {4, 2, 4, "Eilaufträge dauern"}}}},
      {day(2026, 9, 15), Perspective::customer, "", "", {{"flexibility", {{}, 3, {}, ""}}}},
      {day(2026, 9, 16), Perspective::own, "", "", {{"delivered_quality", {5, 4.5, {}, ""}}}},
      {day(2026, 12, 24), Perspective::customer, "", "", {{"flexibility", {{}, 0, {}, ""}}}}};
  account.offerings = {{"spare_parts", {420000, 600000, "Meyer Teile KG"}}};
  account.potentials = {{"Altes Geschäft", "joint_strategy", 10000, 50, PotentialStatus::lost, "", {}},
                        {"Zustandsüberwachung", "new_offerings", 250000, 40, PotentialStatus::open,
                         "Jonas Weber", day(2027, 6, 30)}};
  account.objectives = {{"Umsatz 1,5 Mio.", Measure::revenue, 1500000, 2027},
                        {"Zufriedenheit", {}, 4.5, 2027}};
  account.actions = {
      {"Handbücher übersetzen", "", "Petra Lang", day(2026, 6, 30), ActionStatus::done},
      {"EDI einführen", "delivery_on_time", "Jonas Weber", day(2026, 12, 15), ActionStatus::open}};
  account.swot = {{"Servicenetz"}, {"Angebotszeiten"}, {"Offshore-Ausbau"}, {"Zweitlieferant"}};
  account.notes = "Erste Zeile\nZweite Zeile";
  return account;
}

}  // namespace kam
