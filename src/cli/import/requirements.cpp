#include "cli/import/requirements.hpp"

#include <array>

#include <fmt/format.h>

#include "cli/assess/requirement_answers.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

// Ratings are neither created nor matched by header, and all of a list counts or none of it.
void check_options(const ImportRequest& request) {
  using Given = std::pair<const char*, bool>;
  const std::array others{
      Given{"--map", !request.map.empty()},         Given{"--year", !request.year.empty()},
      Given{"--decimal", !request.decimal.empty()}, Given{"--contacts", request.contacts},
      Given{"--create-only", request.create_only},  Given{"--update-only", request.update_only},
      Given{"--keep-going", request.keep_going},    Given{"--preview", request.preview}};
  for (const auto& [option, is_given] : others)
    if (is_given)
      throw UsageError(fmt::format("{} is given with a list of requirements", option),
                       "Only --dry-run goes with it: it shows what would change.");
}

}  // namespace

Exit run_import_requirements(const ImportRequest& request, const ImportList& list, Context& context) {
  check_options(request);
  const auto target = open_target(request, context);
  if (!target) return Exit::failed;
  RequirementListOptions options;
  options.defaults.date = context.today;
  options.mode = request.dry_run ? WriteMode::dry_run : WriteMode::write;
  return record_requirement_list(list, target->state, options, Format::text, context);
}

}  // namespace kam::cli
