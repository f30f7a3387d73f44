#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace kam::cli {

// What a command takes on its command line, declared before anything is parsed; the targets must outlive
// that. CLI11 is behind this header, since to read its own takes seconds.
class Arguments {
 public:
  explicit Arguments(CLI::App& command) : command_(command) {}

  // What is declared from here on stands under that heading in the help.
  void begin_group(std::string heading) { group_ = std::move(heading); }

  // A word without a name; `name` stands for it in the usage.
  enum class Need { optional, required };
  void argument(const std::string& name, std::string& target, const std::string& help,
                Need need = Need::optional);
  // As many words as there are.
  void argument(const std::string& name, std::vector<std::string>& targets, const std::string& help);

  // `names`: `--year` or `-o,--output`; `form` stands for the value. One that goes into a list may be given
  // again and again.
  void option(const std::string& names, std::string& target, const std::string& form,
              const std::string& help);
  void option(const std::string& names, std::optional<std::string>& target, const std::string& form,
              const std::string& help);
  void option(const std::string& names, std::vector<std::string>& targets, const std::string& form,
              const std::string& help);
  // Of which each value may be several, with commas between them.
  void list_option(const std::string& names, std::vector<std::string>& targets, const std::string& form,
                   const std::string& help);
  // That may stand without its value, which then is empty.
  void bare_option(const std::string& names, std::optional<std::string>& target, const std::string& form,
                   const std::string& help);
  void flag(const std::string& names, bool& target, const std::string& help);

 private:
  CLI::App& command_;
  std::string group_;
};

}  // namespace kam::cli
