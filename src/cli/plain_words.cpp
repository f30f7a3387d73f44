#include "cli/plain_words.hpp"

#include <CLI/CLI.hpp>

namespace kam::cli {

namespace {

constexpr char kMark = '\0';

const CLI::App* find_subcommand(const CLI::App& app, const std::string& name) {
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
    if (command->get_name() == name) return command;
  return nullptr;
}

// Whether the next word is the option's value, whatever it looks like.
bool takes_value(const std::string& word, const CLI::App& app, const CLI::App* command) {
  for (const auto* level : {command, &app})
    if (level != nullptr)
      if (const auto* option = level->get_option_no_throw(word)) return option->get_items_expected_min() > 0;
  return false;
}

}  // namespace

void mark_plain_words(std::vector<std::string>& words, const CLI::App& app) {
  const CLI::App* command = nullptr;
  std::size_t at = 0;
  for (; at < words.size() && words[at] != "--"; ++at) {
    if (words[at].starts_with('-')) {
      if (takes_value(words[at], app, command)) ++at;
    } else if (command == nullptr) {
      command = find_subcommand(app, words[at]);
    }
  }
  if (command == nullptr) ++at;  // the command's name itself
  for (++at; at < words.size(); ++at) words[at].insert(words[at].begin(), kMark);
}

bool is_marked(const std::string& word) {
  return !word.empty() && word.front() == kMark;
}

std::string without_mark(std::string word) {
  if (is_marked(word)) word.erase(0, 1);
  return word;
}

void take_marks_off(CLI::App& command) {
  for (auto* option : command.get_options())
    if (option->get_positional()) option->transform(without_mark);
}

}  // namespace kam::cli
