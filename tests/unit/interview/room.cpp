#include "room.hpp"

#include <algorithm>

namespace kam::room {

namespace {

std::string text_of(const Line& line) {
  std::string text;
  for (const auto& span : line) text += span.text;
  return text;
}

struct BlockText {
  std::string operator()(const Heading& heading) const {
    return std::string(static_cast<std::size_t>(heading.level), '#') + " " + heading.text + "\n";
  }
  std::string operator()(const Paragraph& paragraph) const { return text_of(paragraph.line) + "\n"; }
  std::string operator()(const BulletList& list) const {
    std::string text;
    for (const auto& item : list.items) text += text_of(item) + "\n";
    return text;
  }
  std::string operator()(const Table& table) const {
    std::string text;
    for (const auto& row : table.rows) {
      std::string line;
      for (const auto& cell : row) line += (line.empty() ? "" : " | ") + std::get<Text>(cell).text;
      text += line + "\n";
    }
    return text;
  }
  template <class Other>
  std::string operator()(const Other& /*block*/) const {
    return "?\n";
  }
};

}  // namespace

Settings settings() {
  auto settings = default_settings();
  settings.language = Language::de;
  const auto keep = [](auto& entries, const std::vector<std::string>& ids) {
    std::erase_if(entries, [&](const auto& entry) { return std::ranges::find(ids, entry.id) == ids.end(); });
  };
  keep(settings.attractiveness, {"revenue", "reference"});
  keep(settings.partnership, {"partner_acceptance"});
  keep(settings.collaboration, {"logistics"});
  keep(settings.requirements, {"delivery_on_time", "flexibility"});
  keep(settings.potentials, {"new_offerings", "joint_strategy"});
  return settings;
}

Briefing briefing(const std::string& text, Language language) {
  Briefing briefing;
  briefing.settings = settings();
  briefing.id = "nordlicht";
  briefing.file = "accounts/nordlicht.yaml";
  briefing.text = text;
  briefing.as_of = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
  briefing.date = briefing.as_of;
  briefing.language = language;
  return briefing;
}

std::string said(const Turn& turn) {
  std::string text;
  for (const auto& block : turn.said) text += std::visit(BlockText{}, block);
  return text + turn.prompt;
}

Room::Room(const std::string& text, Language language) : Room(briefing(text, language)) {}

std::string Room::type(const std::vector<std::string>& lines) {
  for (const auto& line : lines) {
    const bool over = last.next != Turn::Next::answer && last.next != Turn::Next::confirm;
    REQUIRE_FALSE(over);
    last = interview.take(line);
  }
  return said(last);
}

void Room::go_to(const std::string& words) {
  for (int i = 0; i < 100; ++i) {
    if (said(last).find(words) != std::string::npos) return;
    REQUIRE(last.next == Turn::Next::answer);
    last = interview.take("");
  }
  FAIL("there is no question about ", words);
}

}  // namespace kam::room
