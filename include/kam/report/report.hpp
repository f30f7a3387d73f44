#pragma once

#include <string>
#include <string_view>

#include "kam/document/data.hpp"
#include "kam/document/document.hpp"
#include "kam/score/view.hpp"

namespace kam {

// Whether the matrix is drawn and the pictures that go with it (`--matrix`).
enum class Matrix { hidden, shown };

// `kam report`: the portfolio for management, and the key account plan of one account. Both are whole pages:
// they open with a paragraph that can be read aloud, and a reader who knows no kam understands every word.
Document build_portfolio_report(const View& view);
Document build_plan(const View& view, std::size_t account);

// One page for management about one account: what it is, how good, how sure we are, what is next. Without
// pictures and with the few most important of everything, so that it fits a sheet of A4.
Document build_onepager(const View& view, std::size_t account);

// The list of all accounts, with links: the index of pages that do not need the portfolio report.
Document build_onepager_index(const View& view);

// The agenda of the annual talk with the customer; leaves out what the customer must not see (own view,
// perception gap, competitors, attitudes, margins, share of wallet, attractiveness, internal notes,
// findings).
Document build_review(const View& view, std::size_t account);

// The list of all reviews, with links; nothing of what the portfolio report says.
Document build_review_index(const View& view);

// One sentence, with its full stop, that tells what to act on.
std::string finding_sentence(const Finding& finding, const View& view, const Account& account);
// What is said where it is one no more; `subject` in words, empty without one.
std::string gone_finding_text(const Finding& finding, std::string_view subject, Language language);

}  // namespace kam
