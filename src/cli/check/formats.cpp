#include <array>

#include <vector>

#include "cli/check/formats.hpp"
#include "kam/check/check.hpp"
#include "kam/render/problems.hpp"

namespace kam::cli {

namespace {

std::string render_check_github(const RelatedReport& related, const Context&) {
  return render_github(problems_and_misses(related.report));
}

std::string render_check_gitlab(const RelatedReport& related, const Context&) {
  return render_gitlab(problems_and_misses(related.report));
}

std::string render_check_sarif(const RelatedReport& related, const Context&) {
  std::vector<ProblemKind> kinds;
  for (const auto& check : checks()) kinds.push_back({check.code, check.title, check.severity});
  return render_sarif(problems_and_misses(related.report), kinds, KAM_VERSION);
}

constexpr std::array kFormats{
    CheckFormat{"text", CheckPaths::current_directory, render_check_text},
    CheckFormat{"json", CheckPaths::repository, render_check_json},
    CheckFormat{"github", CheckPaths::repository, render_check_github},
    CheckFormat{"gitlab", CheckPaths::repository, render_check_gitlab},
    CheckFormat{"sarif", CheckPaths::repository, render_check_sarif},
};

}  // namespace

std::span<const CheckFormat> check_formats() {
  return kFormats;
}

}  // namespace kam::cli
