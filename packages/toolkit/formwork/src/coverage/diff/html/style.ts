/** The page's whole appearance. Its hash is what the page's policy allows, so it must stay what is printed. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #1f2328; --paper: #ffffff; --dim: #59636e; --edge: #d1d9e0; --link: #0550ae; --bar: #0550ae;
  --uncovered: #ffd8d3; --partial: #fff0b8; --no-coverage-data: #ffe0c7;
  --stale: #e9dcff; --ignored: #e4e8ec; --allowed: #dbeafe; --covered: #d9f5df;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --paper: #0d1117; --dim: #9198a1; --edge: #3d444d; --link: #79b8ff; --bar: #79b8ff;
    --uncovered: #5c1f1c; --partial: #4d3d00; --no-coverage-data: #552d0a;
    --stale: #3c2a63; --ignored: #2d333b; --allowed: #133a63; --covered: #12391f;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1rem; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
p { margin: 0.25rem 0; }
h2 { font: 600 1rem/1.5 ui-monospace, monospace; margin: 2rem 0 0.5rem; overflow-wrap: anywhere; }
a { color: var(--link); }
h2 a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
.dim { color: var(--dim); }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; list-style: none; margin: 1rem 0; padding: 0; }
.legend span { display: inline-block; border-radius: 3px; width: 1.5rem; text-align: center; margin-right: 0.5rem; color: var(--ink); }
section ul { margin: 0; padding-left: 1.25rem; }
li p { overflow-wrap: anywhere; }
.list { margin-top: 1.5rem; overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--edge); padding: 0.25rem 0.75rem; text-align: right; font-variant-numeric: tabular-nums; }
th { font-weight: 600; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
td:first-child { font-family: ui-monospace, monospace; min-width: 16rem; overflow-wrap: anywhere; }
.file { border: 1px solid var(--edge); border-radius: 6px; overflow-x: auto; font: 0.8125rem/1.5 ui-monospace, monospace; }
.lines { min-width: max-content; }
.line { display: grid; grid-template-columns: 4rem 1.5rem 1.5rem 1fr; border-left: 4px solid transparent; scroll-margin-top: 5rem; }
.changed { border-left-color: var(--bar); }
.line:target { outline: 2px solid var(--link); outline-offset: -2px; }
.line > :first-child { text-align: right; padding-right: 0.75rem; color: var(--dim); user-select: none; }
.changed > :first-child { color: var(--link); }
.line > span { text-align: center; user-select: none; }
code { font: inherit; white-space: pre; tab-size: 4; padding-right: 1rem; unicode-bidi: isolate; }
summary, .fold { margin: 0; padding: 0.125rem 1rem; color: var(--dim); background: color-mix(in srgb, var(--edge) 30%, transparent); }
summary { cursor: pointer; }
[data-kind="uncovered"] { background: var(--uncovered); }
[data-kind="partial"] { background: var(--partial); }
[data-kind="no-coverage-data"] { background: var(--no-coverage-data); }
[data-kind="stale"] { background: var(--stale); }
[data-kind="ignored"] { background: var(--ignored); }
[data-kind="allowed"] { background: var(--allowed); }
[data-kind="covered"] { background: var(--covered); }
`;
