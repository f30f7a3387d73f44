#include "cli/app.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;
using namespace kam::cli;

namespace {

struct Result {
  Exit status = Exit::failed;
  std::string out;
  std::string err;
};

constexpr std::string_view kSettings = "kam: 1\ncompany: Beispiel AG\n";

// Runs kam in its own directory, as `main` does but for the streams.
class Desk {
 public:
  Desk() : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(directory_.path());
    world.today = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
  }
  ~Desk() { std::filesystem::current_path(before_); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  Result run(std::vector<std::string> arguments) {
    world.arguments = std::move(arguments);
    Context context;
    const auto status = kam::cli::run(world, context);
    return {status, context.out, context.err};
  }
  const ScratchDirectory& files() const { return directory_; }

  // Two customers, one known well enough for a score.
  void fill() const {
    directory_.put("kam.yaml", kSettings);
    directory_.put("accounts/nordlicht.yaml",
                   "kam: 1\nname: Nordlicht GmbH\nfigures:\n  2025: {revenue: 1240000}\n");
    directory_.put("accounts/weserguss.yaml", "kam: 1\nname: Weserguss AG\n");
  }

  World world;

 private:
  ScratchDirectory directory_;
  std::filesystem::path before_;
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A command line that cannot be meant: exit 2, nothing on stdout, and this on stderr.
void check_usage(Desk& desk, const std::vector<std::string>& arguments, const std::string& err) {
  const auto result = desk.run(arguments);
  CHECK(result.status == Exit::usage);
  CHECK(result.out.empty());
  CHECK(result.err == err);
}

}  // namespace

TEST_CASE("--help shows every command, and a command's every option") {
  Desk desk;
  const auto help = desk.run({"--help"});
  CHECK(help.status == Exit::done);
  CHECK(help.err.empty());
  for (const auto& command : commands()) {
    CAPTURE(command.name);
    CHECK(contains(help.out, std::string(command.name)));
    CHECK(contains(help.out, std::string(command.summary)));
    const auto own = desk.run({std::string(command.name), "--help"});
    CHECK(own.status == Exit::done);
    CHECK(contains(own.out, std::string(command.summary)));
    CHECK(contains(own.out, "kam " + std::string(command.name)));
  }
  for (const auto* option : {"-C", "--as-of", "--lang", "--color", "--quiet", "--version", "--help"})
    CHECK_MESSAGE(contains(help.out, option), option);
}

TEST_CASE("--version names the program and its version") {
  Desk desk;
  const auto version = desk.run({"--version"});
  CHECK(version.status == Exit::done);
  CHECK(version.out.starts_with("kam 0."));
  CHECK(version.out.ends_with("\n"));
  CHECK(version.err.empty());
}

TEST_CASE("what is mistyped is told with the nearest that exists") {
  Desk desk;
  desk.fill();
  check_usage(desk, {"inventroy"}, "kam: there is no command `inventroy`\n  Did you mean `kam inventory`?\n");
  check_usage(desk, {"frobnicate"},
              "kam: there is no command `frobnicate`\n  `kam --help` lists the commands.\n");
  check_usage(desk, {}, "kam: no command is given\n  `kam --help` lists the commands.\n");
  check_usage(desk, {"inventory", "--gruop-by", "abc"},
              "kam: there is no option `--gruop-by`\n  Did you mean `--group-by`?\n");
  check_usage(desk, {"inventory", "--gruop-by=abc"},
              "kam: there is no option `--gruop-by`\n  Did you mean `--group-by`?\n");
  check_usage(desk, {"--as-fo", "2026-01-01", "inventory"},
              "kam: there is no option `--as-fo`\n  Did you mean `--as-of`?\n");
  check_usage(desk, {"inventory", "--zzz"},
              "kam: there is no option `--zzz`\n  `kam inventory --help` shows how it is used.\n");
  check_usage(desk, {"inventory", "--columns", "reveneu"},
              "kam: there is no column `reveneu`\n  Did you mean `revenue`?\n");
  check_usage(desk, {"assess", "weserguß"},
              "kam: there is no account `weserguß`\n  Did you mean `weserguss`?\n");
  check_usage(desk, {"assess", "meier"},
              "kam: there is no account `meier`\n  `kam inventory --columns id,name` lists them.\n");
  check_usage(desk, {"inventory", "--where", "fulfillment > 3"},
              "kam: there is no column `fulfillment`\n  Did you mean `fulfilment`?\n");
  check_usage(desk, {"inventory", "--format", "jso"},
              "kam: --format cannot be `jso`\n  Did you mean `json`?\n");
}

TEST_CASE("control characters on the command line do not reach the terminal") {
  Desk desk;
  check_usage(desk, {"\x1b[31m"},
              "kam: there is no command `\\u{1b}[31m`\n  `kam --help` lists the commands.\n");
}

TEST_CASE("exit statuses") {
  Desk desk;
  CHECK(desk.run({"inventory"}).status == Exit::failed);
  desk.fill();
  CHECK(desk.run({"inventory"}).status == Exit::done);
  CHECK(desk.run({"inventory", "nobody"}).status == Exit::usage);
  desk.files().put("accounts/broken.yaml", "kam: 1\nname: [\n");
  const auto refused = desk.run({"inventory"});
  CHECK(refused.status == Exit::failed);
  CHECK(refused.out.empty());
  CHECK(contains(
      refused.err,
      "1 error in 1 of 3 accounts; nothing was done. `kam inventory --keep-going` leaves it out.\n"));
  const auto kept = desk.run({"inventory", "--keep-going"});
  CHECK(kept.status == Exit::answer_is_no);
  CHECK(contains(kept.out, "Nordlicht GmbH"));
  CHECK(kept.err.ends_with("Left out, and so missing in every total and share: broken.\n"));
}

TEST_CASE("two faulty accounts are spoken of in the plural") {
  Desk desk;
  desk.fill();
  desk.files().put("accounts/a.yaml", "kam: 1\nname: A\nstatus: nope\nmanager: [x]\n");
  desk.files().put("accounts/b.yaml", "kam: 1\n");
  const auto refused = desk.run({"assess", "--all"});
  CHECK(refused.err.ends_with(
      "3 errors in 2 of 4 accounts; nothing was done. `kam assess --keep-going` leaves them out.\n"));
  CHECK(desk.run({"assess", "--all", "--keep-going"})
            .err.ends_with("Left out, and so missing in every total and share: a, b.\n"));
}

TEST_CASE("a faulty kam.yaml is refused even with --keep-going") {
  Desk desk;
  desk.fill();
  desk.files().put("kam.yaml", "kam: 1\nscale: 99\n");
  for (const auto& arguments :
       {std::vector<std::string>{"inventory"}, std::vector<std::string>{"inventory", "--keep-going"}}) {
    const auto result = desk.run(arguments);
    CHECK(result.status == Exit::failed);
    CHECK(result.out.empty());
    CHECK(result.err.starts_with("kam.yaml:2:8: error: "));
    CHECK(result.err.ends_with("1 error in kam.yaml; nothing was done.\n"));
  }
}

TEST_CASE("without a portfolio the next step is named") {
  Desk desk;
  const auto result = desk.run({"inventory"});
  CHECK(result.err == "kam: no kam.yaml in " + desk.files().path().native() +
                          " or any directory above it\n"
                          "  Start a portfolio with `kam init`, or name its directory with -C.\n");
}

TEST_CASE("-C works as if started in that directory") {
  Desk desk;
  desk.fill();
  std::filesystem::create_directory(desk.files().path() / "below");
  CHECK(desk.run({"-C", "below", "inventory", "--format", "csv", "--columns", "id"}).out ==
        "id\nnordlicht\nweserguss\n");
  std::filesystem::current_path(desk.files().path());
  const auto missing = desk.run({"-C", "nowhere", "inventory"});
  CHECK(missing.status == Exit::failed);
  CHECK(missing.err == "kam: cannot enter the directory nowhere: No such file or directory\n");
}

TEST_CASE("the day comes from --as-of, else SOURCE_DATE_EPOCH, else today") {
  Desk desk;
  desk.fill();
  const auto day_of = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"inventory", "--format", "json"});
    const auto out = desk.run(arguments).out;
    const auto at = out.find("\"as_of\": \"");
    return at == std::string::npos ? out : out.substr(at + 10, 10);
  };
  CHECK(day_of({}) == "2026-11-24");
  desk.world.source_date_epoch = "0";
  CHECK(day_of({}) == "1970-01-01");
  desk.world.source_date_epoch = "86399";
  CHECK(day_of({}) == "1970-01-01");
  desk.world.source_date_epoch = "86400";
  CHECK(day_of({}) == "1970-01-02");
  desk.world.source_date_epoch = "253402300799";
  CHECK(day_of({}) == "9999-12-31");
  CHECK(day_of({"--as-of", "2026-03-31"}) == "2026-03-31");
  desk.world.source_date_epoch = "yesterday";
  CHECK(day_of({"--as-of", "2026-03-31"}) == "2026-03-31");
}

TEST_CASE("a faulty SOURCE_DATE_EPOCH or --as-of is told") {
  Desk desk;
  desk.fill();
  for (const std::string text : {"-1", "+1", "1.5", "12x", " 1", "253402300800", "99999999999999999999"}) {
    desk.world.source_date_epoch = text;
    check_usage(desk, {"inventory"},
                "kam: SOURCE_DATE_EPOCH is `" + text +
                    "`, no number of seconds since 1970\n  Unset it, or give the day with --as-of.\n");
  }
  check_usage(desk, {"--as-of", "2026-02-30", "inventory"},
              "kam: --as-of cannot be `2026-02-30`, which is no day of the calendar\n"
              "  Write a date as in 2026-03-31.\n");
}

TEST_CASE("the language comes from --lang, else KAM_LANG, else kam.yaml, else English") {
  Desk desk;
  desk.fill();
  const auto is_german = [&](std::vector<std::string> arguments) {
    arguments.emplace_back("inventory");
    const auto out = desk.run(arguments).out;
    REQUIRE(contains(out, "Stand 24.11.2026") != contains(out, "as of 24 Nov 2026"));
    return contains(out, "Stand 24.11.2026");
  };
  CHECK_FALSE(is_german({}));
  CHECK(is_german({"--lang", "de"}));
  desk.files().put("kam.yaml", std::string(kSettings) + "language: de\n");
  CHECK(is_german({}));
  CHECK_FALSE(is_german({"--lang", "en"}));
  desk.world.kam_lang = "en";
  CHECK_FALSE(is_german({}));
  CHECK(is_german({"--lang", "de"}));
  desk.world.kam_lang = "fr";
  CHECK(is_german({"--lang", "de"}));
  check_usage(desk, {"inventory"}, "kam: KAM_LANG cannot be `fr`\n  It is one of: en, de.\n");
  check_usage(desk, {"--lang", "dee", "inventory"}, "kam: --lang cannot be `dee`\n  Did you mean `de`?\n");
}

TEST_CASE("colour: on a terminal, unless told otherwise") {
  struct Row {
    const char* when;  // --color, or nothing
    bool terminal;
    bool no_color;
    bool colored;
  };
  for (const auto& row : {
           Row{nullptr, true, false, true},
           Row{nullptr, true, true, false},
           Row{nullptr, false, false, false},
           Row{"auto", true, false, true},
           Row{"auto", true, true, false},
           Row{"auto", false, false, false},
           Row{"always", false, true, true},
           Row{"always", true, true, true},
           Row{"never", true, false, false},
       }) {
    CAPTURE(row.when);
    CAPTURE(row.terminal);
    CAPTURE(row.no_color);
    Desk desk;
    desk.fill();
    desk.world.no_color = row.no_color;
    if (row.terminal) desk.world.width = 120;
    std::vector<std::string> arguments{"inventory"};
    if (row.when != nullptr) arguments.insert(arguments.begin(), {"--color", row.when});
    CHECK(contains(desk.run(arguments).out, "\x1b[") == row.colored);
    arguments.insert(arguments.end(), {"--format", "csv"});
    CHECK_FALSE(contains(desk.run(arguments).out, "\x1b["));
  }
  Desk desk;
  check_usage(desk, {"--color", "nevr", "inventory"},
              "kam: --color cannot be `nevr`\n  Did you mean `never`?\n");
}

TEST_CASE("global options may stand behind the command") {
  Desk desk;
  desk.fill();
  CHECK(contains(desk.run({"inventory", "--lang", "de", "--as-of", "2026-01-31"}).out, "Stand 31.01.2026"));
}

TEST_CASE("--quiet leaves out remarks, not results or errors") {
  Desk desk;
  const auto made = desk.run({"-q", "init"});
  CHECK(made.status == Exit::done);
  CHECK(made.out == "kam.yaml\naccounts/\n.kam/\n.gitattributes\n");
  CHECK(made.err.empty());
  Desk other;
  CHECK(other.run({"init"}).err == "Next: kam add-account NAME or kam import FILE.csv\n");
  CHECK(contains(other.run({"-q", "init"}).err, "is there already, so this is a portfolio"));
}

TEST_CASE("an account is named by its id, or by its name without case") {
  Desk desk;
  desk.fill();
  const auto ids = [&](std::vector<std::string> accounts) {
    accounts.insert(accounts.begin(), "inventory");
    accounts.insert(accounts.end(), {"--format", "csv", "--columns", "id"});
    const auto result = desk.run(accounts);
    return result.out + result.err;
  };
  CHECK(ids({"weserguss"}) == "id\nweserguss\n");
  CHECK(ids({"WESERGUSS  ag"}) == "id\nweserguss\n");
  CHECK(ids({"weserguss", "Weserguss AG"}) == "id\nweserguss\n");
  desk.files().put("accounts/weser-2.yaml", "kam: 1\nname: Weserguss AG\n");
  CHECK(ids({"Weserguss AG"}) ==
        "kam: there are several accounts named `Weserguss AG`\n  Give the account's id.\n");
  desk.files().put("accounts/third.yaml", "kam: 1\nname: weserguss\n");
  CHECK(ids({"weserguss"}) == "id\nweserguss\n");
}

TEST_CASE("what CLI11 refuses is told with the way on") {
  Desk desk;
  desk.fill();
  const auto text = desk.run({"inventory", "--top", "many"});
  CHECK(text.status == Exit::usage);
  CHECK(text.err == "kam: --top cannot be `many`\n  Write a whole number from 1, as in --top 10.\n");
  check_usage(desk, {"inventory", "--top", "-1"},
              "kam: --top cannot be `-1`\n  Write a whole number from 1, as in --top 10.\n");
  CHECK(desk.run({"inventory", "--top", "1", "--format", "csv", "--columns", "id"}).out == "id\nnordlicht\n");
  check_usage(desk, {"inventory", "--lang"},
              "kam: --lang needs a value\n  `kam inventory --help` shows how it is used.\n");
  check_usage(desk, {"add-account"},
              "kam: NAME is missing\n  `kam add-account --help` shows how it is used.\n");
  check_usage(desk, {"init", "a", "b"},
              "kam: `b` is one argument too many\n  `kam init --help` shows how it is used.\n");
}

TEST_CASE("progress is shown where there is much to read, and cleared when it is read") {
  struct Watched {
    std::size_t files;
    bool terminal;
    bool quiet;
    bool shown;
  };
  for (const Watched& watched : {Watched{1000, true, false, true}, Watched{999, true, false, false},
                                 Watched{1000, true, true, false}, Watched{1000, false, false, false}}) {
    CAPTURE(watched.files);
    CAPTURE(watched.terminal);
    CAPTURE(watched.quiet);
    Desk desk;
    desk.files().put("kam.yaml", kSettings);
    for (std::size_t i = 0; i < watched.files; ++i)
      desk.files().put("accounts/a" + std::to_string(i) + ".yaml", "kam: 1\nname: A\n");
    std::vector<std::string> lines;
    Context context;
    if (watched.terminal)
      context.show_progress = [&lines](const std::string& text) { lines.push_back(text); };
    desk.world.arguments = {"inventory", "--top", "1"};
    if (watched.quiet) desk.world.arguments.emplace_back("-q");
    CHECK(kam::cli::run(desk.world, context) == Exit::done);
    if (!watched.shown) {
      CHECK(lines.empty());
      continue;
    }
    REQUIRE(lines.size() >= 3);
    CHECK(lines.front() == "Reading accounts: 1 of 1000");
    CHECK(lines[1].starts_with("Reading accounts: 10"));
    CHECK(lines.size() <= 12);  // not one for each file
    CHECK(lines.back().empty());
  }
}
