#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>

namespace kam::cli {

namespace {

void put_into(CLI::Option& option, const std::string& group) {
  if (!group.empty()) option.group(group);
}

}  // namespace

void Arguments::argument(const std::string& name, std::string& target, const std::string& help, Need need) {
  auto* const option = command_.add_option(name, target, help)->type_name("");
  option->required(need == Need::required);
  put_into(*option, group_);
}

void Arguments::argument(const std::string& name, std::vector<std::string>& targets,
                         const std::string& help) {
  put_into(*command_.add_option(name, targets, help)->type_name(""), group_);
}

void Arguments::option(const std::string& names, std::string& target, const std::string& form,
                       const std::string& help) {
  put_into(*command_.add_option(names, target, help)->type_name(form), group_);
}

void Arguments::option(const std::string& names, std::optional<std::string>& target, const std::string& form,
                       const std::string& help) {
  put_into(*command_.add_option(names, target, help)->type_name(form), group_);
}

void Arguments::option(const std::string& names, std::vector<std::string>& targets, const std::string& form,
                       const std::string& help) {
  put_into(*command_.add_option(names, targets, help)->type_name(form)->allow_extra_args(false), group_);
}

void Arguments::list_option(const std::string& names, std::vector<std::string>& targets,
                            const std::string& form, const std::string& help) {
  auto* const option = command_.add_option(names, targets, help)->type_name(form);
  put_into(*option->delimiter(',')->allow_extra_args(false), group_);
}

void Arguments::bare_option(const std::string& names, std::optional<std::string>& target,
                            const std::string& form, const std::string& help) {
  put_into(*command_.add_option(names, target, help)->type_name(form)->expected(0, 1), group_);
}

void Arguments::flag(const std::string& names, bool& target, const std::string& help) {
  put_into(*command_.add_flag(names, target, help), group_);
}

}  // namespace kam::cli
