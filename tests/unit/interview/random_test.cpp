#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "draws.hpp"
#include "kam/disk/portfolio.hpp"
#include "kam/interview/interview.hpp"
#include "room.hpp"

using namespace kam;

namespace {

constexpr int kDialogues = 1;                             // on each file
constexpr int kLines = 40 + static_cast<int>(draws(80));  // in each

const std::vector<std::string> kTyped = {"",
                                         "",
                                         "",
                                         "",
                                         "?",
                                         "<",
                                         "<",
                                         "-",
                                         "!",
                                         "3",
                                         "4,5",
                                         "4 weil: #1",
                                         "0",
                                         "5:4",
                                         ":2",
                                         "5:",
                                         "40",
                                         "250.000",
                                         "30.6.2027",
                                         "Anna",
                                         "Jonas Weber",
                                         "X: #y",
                                         "- x",
                                         "\\-x",
                                         "-1",
                                         "-2",
                                         "yes",
                                         "~",
                                         "1.0",
                                         "\"q\"",
                                         "'s'",
                                         "[a]",
                                         "flexibility",
                                         "liefert pünktlich",
                                         "j",
                                         "n",
                                         "a\xCC\x88",
                                         "{}",
                                         "&a *b !c",
                                         "Ende: \\"};

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<Briefing> briefings() {
  const std::filesystem::path root = std::filesystem::path(KAM_SOURCE_DIR) / "examples/portfolio";
  const auto settings = decode_settings(read(root / "kam.yaml"), "kam.yaml").settings;
  std::vector<Briefing> all;
  for (const auto& entry : std::filesystem::directory_iterator(root / "accounts")) {
    auto briefing = room::briefing(read(entry.path()));
    briefing.settings = settings;
    briefing.id = entry.path().stem().string();
    all.push_back(briefing);
    // The same with the line ends of Windows, and asked otherwise.
    for (std::size_t i = 0; (i = briefing.text.find('\n', i)) != std::string::npos; i += 2)
      briefing.text.replace(i, 1, "\r\n");
    briefing.asking = Asking::open;
    briefing.language = Language::en;
    all.push_back(std::move(briefing));
  }
  std::ranges::sort(all, {}, &Briefing::text);
  return all;
}

bool reads(const std::string& text, const Briefing& briefing) {
  const auto problems = decode_account(text, briefing.file, briefing.id, briefing.settings).problems;
  return std::ranges::find(problems, Severity::error, &Problem::severity) == problems.end();
}

// What is typed may be refused, but never because it cannot be put into the file.
bool is_refused_by_the_file(const Turn& turn) {
  return turn.refused && (room::said(turn).starts_with("Das lässt sich von hier nicht eintragen") ||
                          room::said(turn).starts_with("This cannot be put into the file"));
}

}  // namespace

TEST_CASE("whatever is typed, the file reads, and holds the answers alone") {
  std::mt19937 random(20261124);
  const auto all = briefings();
  std::size_t changed = 0;
  REQUIRE(all.size() >= 10);
  for (const auto& briefing : all)
    for (int dialogue = 0; dialogue < kDialogues; ++dialogue) {
      CAPTURE(briefing.id);
      CAPTURE(dialogue);
      Interview interview(briefing);
      auto turn = interview.begin();
      std::string typed;
      for (int i = 0; i < kLines && turn.next <= Turn::Next::confirm; ++i) {
        const auto& line = kTyped[random() % kTyped.size()];
        typed += line + "\n";
        turn = interview.take(line);
        CAPTURE(typed);
        REQUIRE_FALSE(is_refused_by_the_file(turn));
        const auto& answers = interview.answers();
        if (i % 10 == 0) REQUIRE(reads(answers.text(), briefing));
      }
      const auto& answers = interview.answers();
      CAPTURE(typed);
      CHECK(reads(answers.text(), briefing));
      CHECK(answers.text().find('\r') == (briefing.text.find('\r')));
      const auto again = answers.fill_in(briefing.text);
      CHECK(again.conflicts.empty());
      CHECK(again.refusal.empty());
      CHECK(again.text == answers.text());
      if (answers.change_file()) ++changed;
      CHECK(answers.change_file() == (answers.text() != briefing.text));
    }
  CHECK(changed > all.size() * kDialogues / 2);
}
