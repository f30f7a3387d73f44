#pragma once

#include <functional>
#include <map>
#include <string>

namespace kam {

// What of an account its customer may see, in the agenda of the annual talk.
enum class Seen {
  shared,    // stands in a review, or may
  internal,  // must never
  framed     // a word of a closed list, or the file's own number, that others have too: its labels are looked
             // for
};

// The keys of the format by their path; `*` stands for an id or a year, `[]` for an item of a list. Keys of
// assessments are those of the customer's view; all of our own view is internal.
inline const std::map<std::string, Seen, std::less<>> kKeys{
    {"kam", Seen::framed},
    {"name", Seen::shared},
    {"status", Seen::framed},
    {"industry", Seen::internal},
    {"manager", Seen::internal},  // only stands in for a team that is not named
    {"customer_since", Seen::internal},
    {"external_id", Seen::internal},
    {"tags", Seen::internal},
    {"figures.*.revenue", Seen::internal},
    {"figures.*.contribution_margin", Seen::internal},
    {"figures.*.profit", Seen::internal},
    {"figures.*.purchasing_volume", Seen::internal},
    {"figures.*.revenue_plan", Seen::internal},
    {"attractiveness.*.rating", Seen::internal},
    {"attractiveness.*.reason", Seen::internal},
    {"partnership.*.rating", Seen::internal},
    {"partnership.*.reason", Seen::internal},
    {"unique_services", Seen::internal},
    {"collaboration.*.intensity", Seen::internal},
    {"collaboration.*.activities", Seen::internal},
    {"collaboration.*.people", Seen::internal},
    {"team[].name", Seen::shared},
    {"team[].role", Seen::shared},
    {"team[].unit", Seen::internal},
    {"team[].tasks", Seen::internal},
    {"team[].authority", Seen::internal},
    {"contacts[].name", Seen::internal},
    {"contacts[].title", Seen::internal},
    {"contacts[].role", Seen::framed},
    {"contacts[].influence", Seen::internal},
    {"contacts[].attitude", Seen::framed},
    {"contacts[].owner", Seen::internal},
    {"customer_view.goals", Seen::shared},
    {"customer_view.important_services", Seen::shared},
    {"customer_view.market_strengths", Seen::internal},  // what we think of it
    {"customer_view.our_contribution", Seen::internal},
    {"requirements.*.label.de", Seen::shared},
    {"requirements.*.label.en", Seen::shared},
    {"assessments[].date", Seen::shared},
    {"assessments[].perspective", Seen::framed},
    {"assessments[].source", Seen::internal},
    {"assessments[].by", Seen::internal},
    {"assessments[].ratings.*.importance", Seen::shared},
    {"assessments[].ratings.*.fulfilment", Seen::shared},
    {"assessments[].ratings.*.best_competitor", Seen::internal},
    {"assessments[].ratings.*.note", Seen::internal},
    {"offerings.*.current", Seen::internal},
    {"offerings.*.potential", Seen::internal},
    {"offerings.*.competitor", Seen::internal},
    {"potentials[].title", Seen::shared},
    {"potentials[].kind", Seen::shared},
    {"potentials[].value", Seen::internal},
    {"potentials[].probability", Seen::internal},
    {"potentials[].status", Seen::framed},
    {"potentials[].owner", Seen::internal},
    {"potentials[].due", Seen::internal},
    {"objectives[].title", Seen::internal},
    {"objectives[].measure", Seen::framed},
    {"objectives[].target", Seen::internal},
    {"objectives[].year", Seen::internal},
    {"actions[].title", Seen::shared},
    {"actions[].requirement", Seen::shared},
    {"actions[].owner", Seen::shared},
    {"actions[].due", Seen::shared},
    {"actions[].status", Seen::shared},
    {"swot.strengths", Seen::internal},
    {"swot.weaknesses", Seen::internal},
    {"swot.opportunities", Seen::internal},
    {"swot.threats", Seen::internal},
    {"notes", Seen::internal}};

}  // namespace kam
