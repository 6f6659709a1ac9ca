/** What a person sees who mistypes an address; programs are answered in JSON. */
export const notFoundPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>404</title>
<main>
<h1>404</h1>
<p lang="fr">Cette page n’existe pas. <a href="/">Aller à l’accueil</a></p>
<p lang="nl">Deze pagina bestaat niet. <a href="/">Naar de startpagina</a></p>
<p lang="en">This page does not exist. <a href="/">Go to the home page</a></p>
</main>
</html>
`;
