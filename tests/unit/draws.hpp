#pragma once

namespace kam {

#if defined(__SANITIZE_ADDRESS__)
#define KAM_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KAM_SANITIZED 1
#endif
#endif

// How often a test draws at random: under the sanitizers, where everything takes several times as long, an
// eighth of what it does without them.
constexpr unsigned draws(unsigned all) {
#ifdef KAM_SANITIZED
  return (all + 7) / 8;
#else
  return all;
#endif
}

}  // namespace kam
