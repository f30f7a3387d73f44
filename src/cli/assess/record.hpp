#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/context.hpp"
#include "cli/output.hpp"
#include "kam/model/account.hpp"

namespace CLI {
class App;
}

namespace kam::cli {

// The half of `kam assess` that records.
struct RecordOptions {
  std::vector<std::string> rate;            // REQUIREMENT=IMPORTANCE:FULFILMENT
  std::vector<std::string> attractiveness;  // CRITERION=RATING
  std::vector<std::string> partnership;     // CRITERION=RATING
  std::vector<std::string> intensity;       // AREA=RATING
  std::string perspective;                  // default: customer
  std::string date;                         // default: the as-of day
  std::string source;
  std::string by;
  bool dry_run = false;

  bool asks_for_recording() const {
    return !rate.empty() || !attractiveness.empty() || !partnership.empty() || !intensity.empty();
  }
};

// The portfolio's, then the account's own.
std::vector<std::string> known_requirements(const Settings& settings, const Account& account);

// `ID=RATING` texts of an option, checked: its name, how its values are written, and what the ids name.
struct RatingOption {
  std::string_view name;
  std::string_view form;
  std::string_view what;
};
using Ratings = std::vector<std::pair<std::string, double>>;
Ratings parse_ratings(const std::vector<std::string>& texts, const std::vector<std::string>& ids,
                      double scale, const RatingOption& option);

// Throws UsageError where an option would be ignored: --source and the like describe what --rate records.
void check_record_options(const RecordOptions& options);

void add_record_options(CLI::App& command, RecordOptions& options);

// Writes the ratings into the account's file, changing nothing else in it, and shows what changed.
Exit run_record(const std::string& account, const RecordOptions& options, Format format, Context& context);

}  // namespace kam::cli
