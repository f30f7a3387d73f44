#include <doctest/doctest.h>

#include <filesystem>

#include "cli/app.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;
using namespace kam::cli;

namespace {

using End = TypedLine::End;
using Partner = Conversation::Partner;

const std::string kFile = "kam: 1\nname: Nordlicht\nattractiveness: {growth: 3}\n";

// A portfolio, and somebody who types what is given.
class Workshop {
 public:
  Workshop() : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(directory_.path());
    directory_.put("kam.yaml", "kam: 1\nlanguage: en\nattractiveness: {reference: {}, growth: {}}\n");
    directory_.put("accounts/nordlicht.yaml", kFile);
  }
  ~Workshop() { std::filesystem::current_path(before_); }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  Exit ask(std::vector<TypedLine> lines, std::vector<std::string> options = {}) {
    World world;
    world.arguments = {"assess", "nordlicht", "-i"};
    world.arguments.insert(world.arguments.end(), options.begin(), options.end());
    world.today = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
    context = {};
    told.clear();
    context.conversation.partner = partner;
    context.conversation.tell = [this](const std::string& text) { told += text; };
    context.conversation.width = [] { return std::optional(80); };
    context.conversation.read_line = [this, lines, next = std::size_t{0}](const std::string& prompt) mutable {
      if (prompt == "Save? [Y/n] " && before_saving) before_saving();
      return next < lines.size() ? lines[next++] : TypedLine{End::end_of_input, {}};
    };
    return run(world, context);
  }
  std::string file() const { return directory_.content("accounts/nordlicht.yaml"); }
  void put(const std::string& text) const { directory_.put("accounts/nordlicht.yaml", text); }
  void remove() const { std::filesystem::remove(directory_.path() / "accounts/nordlicht.yaml"); }

  Partner partner = Partner::person;
  std::function<void()> before_saving;
  Context context;
  std::string told;

 private:
  ScratchDirectory directory_;
  std::filesystem::path before_;
};

TypedLine line(const std::string& text) {
  return {End::line, text};
}
const TypedLine kEnd{End::end_of_input, {}};
const TypedLine kInterrupt{End::interrupted, {}};

const std::string kAnswered = "kam: 1\nname: Nordlicht\nattractiveness: {reference: 4, growth: 3}\n";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("how a dialogue ends decides what is written, and the exit status") {
  struct Row {
    std::vector<TypedLine> lines;
    Exit status;
    const std::string* file;
    const char* told;
  };
  const Row rows[] = {
      {{line("4"), kEnd, line("y")}, Exit::done, &kAnswered, "Save? "},
      {{line("4"), kEnd, line("")}, Exit::done, &kAnswered, ""},
      {{line("4"), kEnd, line("n")}, Exit::done, &kFile, "Discarded: nothing was written"},
      {{line("4"), kEnd, kEnd}, Exit::done, &kFile, "Discarded: nothing was written"},
      {{line("4"), kEnd, kInterrupt}, Exit::interrupted, &kFile, "Discarded: nothing was written"},
      {{line("4"), kInterrupt, line("y")}, Exit::done, &kAnswered, ""},
      {{line("4"), kInterrupt, line("n")}, Exit::interrupted, &kFile, "Discarded: nothing was written"},
      {{line("4"), kInterrupt, kEnd}, Exit::interrupted, &kFile, "Discarded: nothing was written"},
      {{kEnd}, Exit::done, &kFile, "Nothing to save"},
      {{kInterrupt}, Exit::interrupted, &kFile, "Nothing to save"},
      {{line("9"), line("9"), line("4"), kEnd, line("what"), line("y")}, Exit::done, &kAnswered, "y or n"},
  };
  int number = 0;
  for (const auto& row : rows) {
    CAPTURE(++number);
    Workshop workshop;
    CHECK(workshop.ask(row.lines) == row.status);
    CHECK(workshop.file() == *row.file);
    CHECK(contains(workshop.told,
                   std::string(row.told == std::string("Save? ") ? "This will be written" : row.told)));
    CHECK(workshop.context.out.empty() == (row.file == &kFile));
  }
}

TEST_CASE("what is said goes to stderr at once, the result to stdout at the end") {
  Workshop workshop;
  REQUIRE(workshop.ask({line("4"), kEnd, line("y")}) == Exit::done);
  CHECK(workshop.context.out ==
        "accounts/nordlicht.yaml\n"
        "Value as a reference  not known → 4\n"
        "Attractiveness        60 → 70 (+10)\n");
  CHECK(workshop.context.err.empty());
  CHECK(contains(workshop.told, "  Attractiveness 60 → 70 (+10)\n\n2 of "));
  CHECK(contains(
      workshop.told,
      "\nThis will be written into accounts/nordlicht.yaml:\n\n  Value as a reference: not known → 4\n\n"
      "  Attractiveness 60 → 70 (+10)\n"));
}

TEST_CASE("a file that changed while people thought") {
  Workshop workshop;
  workshop.before_saving = [&] { workshop.put("# neu\n" + kFile); };
  CHECK(workshop.ask({line("4"), kEnd, line("y")}) == Exit::done);
  CHECK(workshop.file() == "# neu\n" + kAnswered);
  CHECK(
      contains(workshop.context.err, "was changed meanwhile; your answers have been put into its new state"));

  struct Row {
    const char* file;  // nothing: it was removed
    const char* error;
  };
  const std::string other = "kam: 1\nname: Nordlicht\nattractiveness: {reference: 1}\n";
  const Row rows[] = {
      {other.c_str(),
       "kam: accounts/nordlicht.yaml was changed meanwhile, and says something else than at the "
       "beginning about: Value as a reference\n"},
      {"kam: 1\nname: [\n", "was changed meanwhile, and the answers do not fit in: "},
      {nullptr, "accounts/nordlicht.yaml cannot be read: No such file or directory\n"},
  };
  for (const auto& row : rows) {
    Workshop faced;
    faced.before_saving = [&] {
      if (row.file == nullptr)
        faced.remove();
      else
        faced.put(row.file);
    };
    CHECK(faced.ask({line("4"), kEnd, line("y")}) == Exit::failed);
    CHECK(faced.file() == (row.file == nullptr ? "" : row.file));
    CHECK(contains(faced.context.err,
                   "Your answers, to be taken over by hand:\n--- a/accounts/nordlicht.yaml\n"));
    CHECK(contains(faced.context.err, "+attractiveness: {reference: 4, growth: 3}\n"));
    CAPTURE(faced.context.err);
    CHECK(contains(faced.context.err, row.error));
    CHECK(faced.context.out.empty());
  }
}

TEST_CASE("a script answers line by line, and a slip ends it") {
  Workshop workshop;
  workshop.partner = Partner::script;
  const std::vector<TypedLine> skip(7, line("!"));
  auto lines = skip;
  lines.insert(lines.begin(), line("4"));
  lines.push_back(line("y"));
  CHECK(workshop.ask(lines) == Exit::done);
  CHECK(workshop.file() == kAnswered);
  CHECK(contains(workshop.told, "0–5 > 4\n  Attractiveness 60 → 70 (+10)\n"));
  CHECK(workshop.told.ends_with("Save? [Y/n] y\n"));

  workshop.put(kFile);
  lines.pop_back();
  CHECK(workshop.ask(lines) == Exit::failed);
  CHECK(contains(workshop.context.err, "kam: the input ended before the question `Save? [Y/n]`"));
  CHECK(workshop.ask({line("4"), line("5"), line("a"), line("b")}) == Exit::failed);
  CHECK(contains(workshop.context.err, "kam: line 3 of the input does not answer its question"));
  CHECK(workshop.ask(lines, {"--dry-run"}) == Exit::done);
  CHECK(contains(workshop.context.out, "+attractiveness: {reference: 4, growth: 3}\n"));
  CHECK(workshop.file() == kFile);
}

TEST_CASE("nothing is asked where nobody can answer or see") {
  Workshop workshop;
  for (const auto partner : {Partner::nobody, Partner::unseen}) {
    workshop.partner = partner;
    CHECK(workshop.ask({line("4")}) == Exit::usage);
    CHECK(workshop.told.empty());
    CHECK(workshop.file() == kFile);
  }
}

TEST_CASE("an assessment of a day to come is recorded with a remark, which -q leaves out") {
  for (const bool quiet : {false, true}) {
    Workshop workshop;
    std::vector<std::string> options{"--date", "2026-12-01", "--source", "Audit"};
    if (quiet) options.emplace_back("-q");
    CHECK(workshop.ask({line("!"), line("!"), line("!"), line("5:4"), kEnd, line("y")}, options) ==
          Exit::done);
    CHECK(contains(workshop.file(), "  - date: 2026-12-01\n    perspective: customer\n    source: Audit\n"));
    CHECK(workshop.context.err ==
          (quiet ? "" : "The assessment of 1 Dec 2026 lies after 24 Nov 2026 and does not count yet.\n"));
    CHECK(contains(workshop.told, "1 of "));
  }
}
