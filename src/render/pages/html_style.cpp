#include "render/pages/html_parts.hpp"

namespace kam {

namespace {

// Colours are those of the pictures (svg.cpp): text has a contrast of at least 4.5 to 1 with its ground.
// Paper is always light.
constexpr std::string_view kStyle =
    R"(:root{--text:#1f2328;--muted:#57606a;--ground:#fff;--line:#d8dee4;--link:#0550ae;--red:#cf222e;--amber:#9a6700;--green:#1a7f37;--grey:#6e7781;--track:#e4e8ec}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--text);background:var(--ground);-webkit-text-size-adjust:100%}
body{max-width:72rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,2.5rem) 4rem;overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem;hyphens:auto}
h2{font-size:1.3rem;line-height:1.25;margin:3rem 0 .75rem;hyphens:auto}
h3{font-size:1.05rem;margin:2rem 0 .5rem;hyphens:auto}
p,ul,dl,figure{margin:0 0 1rem}
main>p,section>p,section>ul,.verbatim{max-width:46rem}
header{margin:0 0 1rem}
header p{margin:0;color:var(--muted)}
nav{margin:1rem 0 2rem;font-size:.925rem}
nav p{margin:0 0 .5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:0;list-style:none}
nav a{display:inline-block;padding:.15rem 0}
a{color:var(--link);text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
ul{padding-left:1.25rem}
.muted{color:var(--muted);font-size:.9rem}
.verbatim{white-space:pre-wrap;border-left:3px solid var(--line);padding-left:1rem}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.9em}
.scroll{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;font-size:.9rem;line-height:1.4}
caption{text-align:left;color:var(--muted);padding:0 0 .35rem}
th,td{padding:.4rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{vertical-align:bottom;font-weight:600;color:var(--muted);border-bottom-color:var(--muted)}
tbody th{font-weight:400}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
thead .n{white-space:normal}
.long{overflow-wrap:anywhere;min-width:10rem}
.score{display:inline-flex;align-items:center;justify-content:flex-end;white-space:nowrap}
.value{min-width:1.75em}
.mark{width:.9em;text-align:left}
.meter{width:4rem;height:.5rem;border-radius:2px}
.track{fill:var(--track)}
.meter .red{fill:var(--red)}
.meter .amber{fill:var(--amber)}
.meter .green{fill:var(--green)}
.meter .grey{fill:var(--grey)}
span.red{color:var(--red)}
span.amber{color:var(--amber)}
span.green{color:var(--green)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(14rem,45%),1fr));gap:.75rem 2rem}
.facts dt{color:var(--muted);font-size:.85rem;line-height:1.3}
.facts div{min-width:0}
.facts dd{margin:0}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.kam-chart{display:block;max-width:100%;min-width:38rem;height:auto}
@media screen and (prefers-color-scheme:dark){
:root{--text:#e6edf3;--muted:#9da7b3;--ground:#0d1117;--line:#30363d;--link:#58a6ff;--red:#ff7b72;--amber:#d29922;--green:#3fb950;--grey:#8b949e;--track:#21262d}
}
@media (max-width:40rem){
h1{font-size:1.4rem}
h2{margin-top:2.25rem}
table{font-size:.85rem}
th,td{padding:.4rem .5rem}
.meter{display:none}
}
@media print{
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#57606a}}
html{font-size:9.5pt;line-height:1.4}
body{max-width:none;padding:0}
nav{display:none}
a{color:inherit;text-decoration:none}
h1{font-size:17pt}
h2{font-size:12.5pt;margin:16pt 0 5pt}
h3{font-size:10.5pt;margin:10pt 0 3pt}
h1,h2,h3,caption{break-after:avoid}
p{orphans:3;widows:3}
p,li,dl>div,tr,figure{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
main>p,section>p,section>ul,.verbatim{max-width:160mm}
table{font-size:7.5pt;line-height:1.3}
th,td{padding:2.5pt 3.5pt;hyphens:auto}
.long{min-width:0}
.meter{width:10mm;height:1.6mm;display:inline}
.facts{grid-template-columns:repeat(3,minmax(0,1fr));gap:5pt 12pt}
.kam-chart{min-width:0;width:125mm}
}
)";

}  // namespace

std::string_view html_style_sheet() {
  return kStyle;
}

}  // namespace kam
