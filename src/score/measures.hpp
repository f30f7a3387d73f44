#pragma once

#include "kam/score/score.hpp"

namespace kam {

FigureSummary score_figures(const Account& account, Date as_of);

}  // namespace kam
