import { html, type Html } from './html.ts';

/** Nothing but our own style sheet and forms; frames only of our own origin. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** A page with its title as the main heading, in the language that it is written in. */
export const layout = (title: string, body: Html, language = 'en'): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.markup;

export const STYLE_HEADERS = {
  'content-type': 'text/css; charset=utf-8',
  'x-content-type-options': 'nosniff',
} as const;

export const STYLE = `:root { color-scheme: light dark; --line: #767676; --accent: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --accent: #8ec5ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 75rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.75rem; } h2 { font-size: 1.25rem; margin-top: 2rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
select, input, button { font: inherit; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: .375rem; }
button { background: var(--accent); border-color: var(--accent); color: Canvas; cursor: pointer; }
iframe { width: 100%; min-height: 30rem; border: 1px solid var(--line); background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem; }
form.stacked { display: grid; justify-items: start; gap: 1rem; }
form.stacked fieldset { border: 1px solid var(--line); border-radius: .375rem; padding: .5rem 1rem 1rem; min-width: 0; margin: 0; }
form.stacked legend { font-weight: 600; padding: 0 .5rem; }
form.stacked ul { list-style: none; margin: 0; padding: 0; }
form.stacked li { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; padding: .375rem 0; }
form.stacked :is([type=radio], [type=checkbox]) { min-height: 0; width: 1.25rem; height: 1.25rem; flex: none; accent-color: var(--accent); }
.demo { border: 2px dashed var(--line); border-radius: .375rem; padding: .75rem 1rem; font-weight: 600; }
.amount { font-size: 1.75rem; font-weight: 600; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
`;
