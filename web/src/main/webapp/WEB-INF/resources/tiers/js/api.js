// Shows the description of the REST interface that the server makes from the code. Calls made from here use the session's rights.
const place = document.getElementById("api");

function show() {
  window.SwaggerUIBundle({
    url: place.dataset.description,
    domNode: place,
    deepLinking: true,
    docExpansion: "none",
    defaultModelsExpandDepth: -1,
    // a validator elsewhere must not learn about this server
    validatorUrl: null,
  });
}

if (window.SwaggerUIBundle) {
  show();
} else {
  window.addEventListener("load", show);
}
