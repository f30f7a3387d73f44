#include "cli/commands/add_item.hpp"

namespace kam::cli {

Run add_add_contact(Arguments& arguments) {
  return add_item_command(arguments, {"contacts",
                                      "name",
                                      "The customer's person",
                                      {{"title", "What they are, as in Head of Purchasing"},
                                       {"role", "decision_maker, approver, evaluator, user or other"},
                                       {"influence", "How far others follow them: a rating"},
                                       {"attitude", "champion, supporter, neutral, critic or opponent"},
                                       {"owner", "Who of ours keeps the contact"}}});
}

}  // namespace kam::cli
