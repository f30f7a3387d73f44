#pragma once

#include <span>
#include <string_view>

namespace kam::label_table {

struct Label {
  std::string_view id;
  std::string_view en;
  std::string_view de;
};

using Table = std::span<const Label>;

// Each id once, no text empty; checked where the tables are compiled.
constexpr bool is_sound(Table table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].id.empty() || table[i].en.empty() || table[i].de.empty()) return false;
    for (std::size_t k = 0; k < i; ++k)
      if (table[k].id == table[i].id) return false;
  }
  return true;
}

// labels_fields.cpp
Table fields();

// labels_catalogue.cpp
Table attractiveness();
Table partnership();
Table collaboration();
Table requirements();
Table potentials();

// labels_values.cpp
Table statuses();
Table qualifications();
Table matrix_quadrants();
Table importance_quadrants();
Table perspectives();
Table attitudes();
Table contact_roles();
Table potential_statuses();
Table action_statuses();
Table agenda_kinds();

// questions.cpp
Table questions();

// entry_questions.cpp
Table attractiveness_questions();
Table partnership_questions();
Table collaboration_questions();
Table requirement_questions();
Table potential_questions();

}  // namespace kam::label_table
