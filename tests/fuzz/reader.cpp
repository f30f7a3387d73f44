// Any bytes as a file of kam's: it never throws, tells a problem or gives a tree whose places are right, and
// what it read does not depend on how lines end.

#include "fuzz.hpp"
#include "kam/disk/portfolio.hpp"
#include "kam/model/settings.hpp"
#include "kam/score/score.hpp"
#include "kam/yaml/tree.hpp"

using namespace kam;
using namespace kam::fuzz;

namespace {

// Every value lies in the file, inside of what holds it and behind what stands before it.
std::size_t check_places(const Node& node, std::size_t least, std::string_view text) {
  require(node.place.offset >= least && node.place.offset <= node.end && node.end <= text.size(),
          "a value's place lies behind the one before", text);
  require(node.place.line >= 1 && node.place.column >= 1, "places count from 1", text);
  std::size_t end = node.place.offset;
  for (const auto& item : node.items) end = check_places(item, end, text);
  for (const auto& entry : node.entries)
    end = check_places(entry.value, check_places(entry.key, end, text), text);
  require(end <= node.end, "a value lies in what holds it", text);
  return node.end;
}

void check_problems(const Problems& problems, std::string_view text) {
  for (const auto& problem : problems) {
    require(!problem.message.empty() && !problem.code.empty() && problem.file == "x.yaml",
            "a problem has its file, code and sentence", text);
    require(problem.line >= 0 && problem.column >= 0, "a problem has a place", text);
  }
}

void check_line_ends(const Node& root, std::string_view text) {
  if (text.find('\r') != std::string_view::npos) return;
  std::string windows;
  for (const char byte : text) windows += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  require(same_content(root, parse_good(windows, "CRLF reads as well as LF")), "CRLF reads as LF", text);
  if (!text.ends_with('\n') || text.ends_with("\n\n")) return;
  const auto without = text.substr(0, text.size() - 1);
  require(same_content(root, parse_good(without, "a missing last line end is no fault")),
          "a missing last line end makes no difference", text);
}

void decode(const Node& root, std::string_view text) {
  static const Settings settings = default_settings();
  check_problems(decode_settings(root, "x.yaml").problems, text);
  const auto decoded = decode_account(root, "x.yaml", "x", settings);
  check_problems(decoded.problems, text);
  for (const auto& problem : decoded.problems)
    if (problem.severity == Severity::error) return;
  score_account(decoded.account, settings,
                Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = as_text(data, size);
  const auto tree = parse_tree(text, "x.yaml");
  check_problems(tree.problems, text);
  require(tree.root.has_value() == tree.problems.empty(), "a file has a tree or a problem", text);
  if (!tree.root) return 0;
  check_places(*tree.root, 0, text);
  check_line_ends(*tree.root, text);
  decode(*tree.root, text);
  count_accepted();
  return 0;
}
