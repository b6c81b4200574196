// Starts the modules that the page names by <link rel="modulepreload">: PrimeFaces, when it moves scripts to the
// bottom of the page, spoils type="module".
for (const link of document.querySelectorAll('link[rel=modulepreload]')) {
  import(link.href);
}
