import { createHash } from 'node:crypto';

const style = `
body { margin: 0; border-block-start: 5px solid #44379b; background: #faf8f4; color: #1f1a2e; font: 1.125rem/1.6 system-ui, sans-serif }
main { max-inline-size: 36rem; margin: 15vh auto; padding: 0 1.5rem }
h1 { font-size: 1.25rem; color: #5c5768 }
p { margin-block: 0 1.25rem }
a { color: #44379b }
a:focus-visible { outline: 3px solid #1f1a2e; outline-offset: 2px }
`;

/** Nothing but the text and its own style, known by what it is. */
export const notFoundPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** What a person sees who mistypes an address, whatever their language; programs are answered in JSON. */
export const notFoundPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>404</title>
<style>${style}</style>
<main>
<h1>404</h1>
<p lang="fr">Cette page n’existe pas. <a href="/fr/">Aller à l’accueil</a></p>
<p lang="nl">Deze pagina bestaat niet. <a href="/nl/">Naar de startpagina</a></p>
<p lang="en">This page does not exist. <a href="/en/">Go to the home page</a></p>
</main>
</html>
`;
