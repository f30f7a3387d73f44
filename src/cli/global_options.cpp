#include "cli/global_options.hpp"

#include <charconv>

#include <fmt/format.h>

#include "cli/load.hpp"
#include "cli/options.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

Date day_of_epoch(const std::string& text) {
  long long seconds = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr long long kLatest = 253402300799;  // 9999-12-31T23:59:59Z
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || seconds < 0 || seconds > kLatest)
    throw UsageError(fmt::format("SOURCE_DATE_EPOCH is `{}`, no number of seconds since 1970", text),
                     "Unset it, or give the day with --as-of.");
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
}

Date as_of_day(const GlobalOptions& options, const World& world) {
  if (options.as_of && options.as_of_file)
    throw UsageError("--as-of and --as-of-file are given", "Give one or the other.");
  if (options.as_of) return parse_day(*options.as_of, "--as-of");
  if (!world.source_date_epoch.empty()) return day_of_epoch(world.source_date_epoch);
  return world.today;
}

Follow parse_follow(const GlobalOptions& options, const World& world) {
  if (options.follow || world.kam_follow == "1") return Follow::yes;
  if (world.kam_follow.empty() || world.kam_follow == "0") return Follow::no;
  throw UsageError(fmt::format("KAM_FOLLOW cannot be `{}`", world.kam_follow),
                   "Set it to 1, or unset it; `man kam` says what it is for.");
}

}  // namespace

void add_global_options(Arguments& arguments, GlobalOptions& options) {
  arguments.option("-C", options.directory, "DIR", "Work as if started in DIR");
  arguments.option("--as-of", options.as_of, "DATE",
                   "The day to see everything from (default: SOURCE_DATE_EPOCH, else today)");
  arguments.option("--as-of-file", options.as_of_file, "FILE", "The same, as FILE says it: ten characters");
  arguments.option("--lang", options.lang, "LANG",
                   "Language of labels: de or en (default: KAM_LANG, then kam.yaml)");
  arguments.option("--color", options.color, "WHEN", "Colour: auto, always or never");
  arguments.flag("--follow", options.follow, "Read a kam.yaml that is a link out of the working tree");
  arguments.flag("-q,--quiet", options.quiet, "No remarks; errors stay");
}

// What else the file may hold is none of the messages' business.
Date day_of_file(const std::string& file) {
  constexpr std::size_t kDay = 10;
  const auto text = read_named_beginning(file, current_directory(), kDay + 3);  // a line end, and a byte more
  std::string_view day = text;
  if (day.ends_with('\n')) day.remove_suffix(1);
  if (day.ends_with('\r')) day.remove_suffix(1);
  const auto date = day.size() == kDay ? parse_date(day) : std::nullopt;
  if (date) return *date;
  throw Error(fmt::format("{} holds no day of the calendar", file),
              "It holds ten characters, as in 2026-03-31, and at most a line end: `date +%F` writes them.");
}

void fill_context(Context& context, const GlobalOptions& options, const World& world) {
  context.today = as_of_day(options, world);
  context.follow = parse_follow(options, world);
  // What an option overrules is not looked at, so that the option mends a faulty environment.
  if (options.lang) {
    context.language = parse_choice<Language>(*options.lang, "--lang");
  } else if (!world.kam_lang.empty()) {
    context.language = parse_choice<Language>(world.kam_lang, "KAM_LANG");
  }
  if (options.quiet) context.remarks = Remarks::quiet;
  const auto color = parse_choice(options.color, {"auto", "always", "never"}, "--color");
  const bool on = color == 1 || (color == 0 && world.width && !world.no_color);
  context.terminal = {world.width, on ? Color::on : Color::off};
  const bool talks = context.conversation.partner == Conversation::Partner::person;
  const bool coloured_talk = color == 1 || (color == 0 && talks && !world.no_color);
  context.conversation.color = coloured_talk ? Color::on : Color::off;
}

}  // namespace kam::cli
