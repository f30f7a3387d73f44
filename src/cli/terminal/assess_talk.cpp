#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/assess/modes.hpp"
#include "cli/change.hpp"
#include "cli/context.hpp"
#include "cli/options.hpp"
#include "kam/change/draft.hpp"
#include "kam/disk/write.hpp"
#include "kam/interview/interview.hpp"
#include "kam/model/error.hpp"
#include "kam/render/diff.hpp"
#include "kam/report/assess.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/assess.hpp"
#include "kam/text/messages/interview.hpp"

namespace kam::cli {

namespace {

enum class TalkMode {
  real,    // asks whether to save
  dry_run  // shows what would be written
};

// The dialogue of `kam assess -i`: shows what the interview says, reads what is answered, and saves.
class Talk {
 public:
  Talk(Context& context, std::filesystem::path root, const Briefing& briefing, TalkMode mode);

  // Throws Error, nothing written, where a script's line is no answer or the script ends before the last
  // question, and where the answers cannot be saved; then they are shown, to be taken over.
  Exit run();

 private:
  const Answers& answers() const { return interview_.answers(); }
  const Briefing& briefing() const { return answers().briefing(); }
  void tell(const std::string& text) const { context_.conversation.tell(text); }
  std::string render(std::vector<Block> blocks, const TextOptions& options) const;
  void show(const Turn& turn) const;
  Table score_changes(const Known& before, const Known& after) const;
  void show_list(const BulletList& list) const;
  void show_remark(const std::string& remark) const;
  void show_score_changes();  // since they were last shown
  Turn hear(const Turn& turn);
  Error ended_early() const;
  Exit finish(Turn::Next next);
  void save();
  void show_result(const Known& before, const Known& after);

  Context& context_;
  std::filesystem::path root_;
  Interview interview_;
  Known shown_;
  TalkMode mode_;
  int lines_ = 0;  // read
  bool interrupted_ = false;
};

// What was answered, and under it what that does to the scores.
Table with_scores(Table facts, const Table& scores) {
  facts.rows.insert(facts.rows.end(), scores.rows.begin(), scores.rows.end());
  return facts;
}

// Some labels are questions and bring their own sign.
std::string_view separator(std::string_view line, std::size_t column, std::string_view behind_label) {
  if (column == 0) return "";
  if (column > 1) return ", ";
  return line.ends_with('?') ? " " : behind_label;
}

// A table of texts as lines that wrap in a narrow window: nothing of what will be written may be cut off.
BulletList list_rows(const Table& table, std::string_view behind_label) {
  BulletList list;
  for (const auto& row : table.rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto& text = std::get<Text>(row[i]).text;
      if (!text.empty()) line.append(separator(line, i, behind_label)).append(text);
    }
    list.items.push_back({Span{Span::Kind::plain, std::move(line), {}}});
  }
  return list;
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // as editors on Windows begin a file

bool goes_on(Turn::Next next) {
  return next == Turn::Next::answer || next == Turn::Next::confirm;
}

using Partner = Conversation::Partner;

Briefing make_briefing(const ScoredPortfolio& state, const std::string& id, const AssessOptions& options) {
  Briefing briefing;
  briefing.settings = state.portfolio.settings;
  briefing.id = id;
  briefing.file = account_file(id);
  briefing.text = find_source(state.portfolio, id)->text;
  briefing.as_of = state.as_of;
  briefing.language = state.language;
  briefing.asking = options.open ? Asking::open : Asking::all;
  briefing.date = options.date.empty() ? state.as_of : parse_day(options.date, "--date");
  if (!options.source.empty()) briefing.source = options.source;
  briefing.by = options.by;
  return briefing;
}

void check_partner(Partner partner) {
  if (partner == Partner::nobody)
    throw UsageError("nobody can answer: standard input is neither a terminal nor a pipe or file",
                     "Run `kam assess ACCOUNT -i` in a terminal, or give one answer a line: "
                     "`kam assess ACCOUNT -i < answers.txt`.");
  if (partner == Partner::unseen)
    throw UsageError("the questions could not be seen: standard error is no terminal",
                     "Leave standard error to the terminal; the result goes to standard output.");
}

Talk::Talk(Context& context, std::filesystem::path root, const Briefing& briefing, TalkMode mode)
    : context_(context),
      root_(std::move(root)),
      interview_(briefing),
      shown_(answers().before()),
      mode_(mode) {}

Table Talk::score_changes(const Known& before, const Known& after) const {
  PortfolioScores old;
  PortfolioScores now;
  old.accounts = {before.scores};
  now.accounts = {after.scores};
  const View then{briefing().settings, std::span(&before.account, 1), old, briefing().as_of,
                  briefing().language};
  const View view{briefing().settings, std::span(&after.account, 1), now, briefing().as_of,
                  briefing().language};
  return build_score_change(then, view, 0);
}

std::string Talk::render(std::vector<Block> blocks, const TextOptions& options) const {
  Document document;
  document.language = briefing().language;
  document.currency = briefing().settings.currency;
  document.blocks = std::move(blocks);
  return render_text(document, options);
}

void Talk::show(const Turn& turn) const {
  if (turn.said.empty()) return;
  const bool sums_up = turn.next == Turn::Next::confirm && !turn.refused;
  std::vector<Block> blocks;
  for (const auto& block : turn.said) {
    const auto* facts = std::get_if<Table>(&block);
    if (facts == nullptr) {
      blocks.push_back(block);
      continue;
    }
    blocks.emplace_back(list_rows(*facts, ": "));
    const auto scores = score_changes(answers().before(), answers().now());
    if (!scores.rows.empty()) blocks.emplace_back(list_rows(scores, " "));
  }
  auto text = render(std::move(blocks), {context_.conversation.width(), context_.conversation.color});
  if (!turn.refused) text.insert(0, "\n");
  if (sums_up) text += "\n";
  tell(text);
}

void Talk::show_score_changes() {
  const auto changes = score_changes(shown_, answers().now());
  shown_ = answers().now();
  show_list(list_rows(changes, " "));
}

// Right below the answer that it is about.
void Talk::show_remark(const std::string& remark) const {
  if (!remark.empty()) show_list({{Line{Span{Span::Kind::plain, remark, {}}}}});
}

void Talk::show_list(const BulletList& list) const {
  if (!list.items.empty()) tell(render({list}, {context_.conversation.width(), context_.conversation.color}));
}

Error Talk::ended_early() const {
  if (mode_ == TalkMode::dry_run)
    return Error("the input ended before the last question; nothing was written",
                 "Give a line for each question; `!` skips a section.");
  return Error(fmt::format("the input ended before the question `{}`; nothing was written",
                           say(msg::ask_save, briefing().language)),
               "Give a line for each question; `!` skips a section, and the last line is `y`.");
}

Turn Talk::hear(const Turn& turn) {
  const bool is_script = context_.conversation.partner == Conversation::Partner::script;
  if (is_script) tell(turn.prompt);
  auto typed = context_.conversation.read_line(turn.prompt);
  if (is_script && lines_ == 0 && typed.text.starts_with(kByteOrderMark))
    typed.text.erase(0, kByteOrderMark.size());
  if (is_script) tell(escape_controls(typed.text) + "\n");  // so that it reads as if it had been typed
  if (typed.end == TypedLine::End::too_long) {
    if (is_script)
      throw Error(fmt::format("line {} of the input is longer than 64 KiB; nothing was written", lines_ + 1),
                  "Shorten that line, then give all of them again.");
    show_remark(say(msg::ask_line_too_long, briefing().language));
    return turn;
  }
  if (typed.end != TypedLine::End::line) {
    if (is_script) throw ended_early();
    interrupted_ = interrupted_ || typed.end == TypedLine::End::interrupted;
    return interview_.stop();
  }
  ++lines_;
  auto next = interview_.take(typed.text);
  if (is_script && next.refused) {
    show(next);
    throw Error(fmt::format("line {} of the input does not answer its question; nothing was written", lines_),
                "Correct that line, then give all of them again.");
  }
  return next;
}

Exit Talk::run() {
  auto turn = interview_.begin();
  show(turn);
  while (goes_on(turn.next) && !(turn.next == Turn::Next::confirm && mode_ == TalkMode::dry_run)) {
    turn = hear(turn);
    show_remark(turn.remark);
    show_score_changes();
    show(turn);
  }
  return finish(turn.next);
}

Exit Talk::finish(Turn::Next next) {
  if (next == Turn::Next::save) {
    save();
    return Exit::done;
  }
  if (next == Turn::Next::confirm) {  // a dry run
    context_.out += unified_diff(briefing().text, answers().text(), briefing().file);
    context_.remark(say(msg::dry_run_nothing_written, briefing().language));
  }
  return interrupted_ ? Exit::interrupted : Exit::done;
}

void Talk::save() {
  const auto& file = briefing().file;
  try {
    const DirectoryLock lock(root_);
    const auto text = need_portfolio_file(root_, file);
    const auto filled = answers().fill_in(text);
    if (!filled.conflicts.empty())
      throw Error(
          fmt::format("{} was changed meanwhile, and says something else than at the beginning about: {}",
                      file, fmt::join(filled.conflicts, "; ")),
          "Nothing was written. Compare the two, then run the command again for what is still to say.");
    if (!filled.refusal.empty())
      throw Error(
          fmt::format("{} was changed meanwhile, and the answers do not fit in: {}", file, filled.refusal),
          "Nothing was written. Mend the file, then run the command again.");
    const auto tell_result = [&] {
      if (text != briefing().text)
        context_.remark(say(msg::ask_changed_meanwhile, briefing().language, {file}));
      show_result(filled.before, filled.known);
    };
    const Draft draft{briefing().id, text, filled.text, {}, filled.known.account};
    tell_and_do(context_, tell_result, [&] { write_drafts(root_, std::span(&draft, 1)); });
  } catch (...) {
    context_.err += say(msg::ask_kept_answers, briefing().language) + "\n" +
                    unified_diff(briefing().text, answers().text(), file);
    throw;
  }
}

void Talk::show_result(const Known& before, const Known& after) {
  auto changes = with_scores(answers().changes(), score_changes(before, after));
  context_.out += briefing().file + "\n" + render({std::move(changes)}, context_.terminal);
  if (answers().rate_requirements() && days_between(briefing().as_of, briefing().date) > 0)
    context_.remark(say(msg::recorded_after_as_of, briefing().language,
                        {format_date(briefing().date, briefing().language),
                         format_date(briefing().as_of, briefing().language)}));
}

}  // namespace

void add_ask_options(Arguments& arguments, AssessOptions& options) {
  arguments.flag("-i,--interactive", options.interactive,
                 "Ask the handbook's questions, and save what is answered");
  arguments.flag("--open", options.open, "With -i: only the questions that are still open");
}

Exit run_ask(const AssessOptions& options, Context& context) {
  const auto& account = options.accounts.front();
  const auto opened = open_portfolio(context, WriteMode::dry_run, account);
  if (!opened) return Exit::failed;
  const auto& portfolio = opened->state.portfolio;
  const auto index = find_account(portfolio, account);
  const auto briefing = make_briefing(opened->state, portfolio.accounts[index].id, options);
  check_partner(context.conversation.partner);                // a wrong command line is told first
  context.conversation.tell(std::exchange(context.err, {}));  // warnings come before the first question
  Talk talk(context, portfolio.root, briefing, options.dry_run ? TalkMode::dry_run : TalkMode::real);
  return talk.run();
}

}  // namespace kam::cli
