// Draws a PDF on canvases: PDF.js reads it, none of its scripts run, no form and no link of it acts.
const SCALE = 2;
const MAX_PAGES = 300;

async function show(box) {
  const pdfjs = await import(box.dataset.script);
  pdfjs.GlobalWorkerOptions.workerSrc = box.dataset.worker;
  const pdf = await pdfjs.getDocument({
    url: box.dataset.pdf,
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: `${box.dataset.assets}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${box.dataset.assets}standard_fonts/`
  }).promise;
  const pages = Math.min(pdf.numPages, MAX_PAGES);
  const first = (await pdf.getPage(1)).getViewport({ scale: SCALE });
  box.replaceChildren(...Array.from({ length: pages }, (_, index) => canvas(box, first, index + 1, pdf.numPages)));
  const seen = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
    seen.unobserve(entry.target);
    draw(pdf, entry.target).catch(error => failed(box, error));
  }), { root: null, rootMargin: '600px' });
  box.querySelectorAll('canvas').forEach(each => seen.observe(each));
}

function canvas(box, size, number, count) {
  const element = document.createElement('canvas');
  element.width = size.width;
  element.height = size.height;
  element.dataset.page = number;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', box.dataset.textPage.replace('{0}', number).replace('{1}', count));
  return element;
}

async function draw(pdf, element) {
  const page = await pdf.getPage(Number(element.dataset.page));
  const viewport = page.getViewport({ scale: SCALE });
  element.width = viewport.width;
  element.height = viewport.height;
  await page.render({ canvasContext: element.getContext('2d'), viewport }).promise;
  element.dataset.drawn = 'true';
}

function failed(box, error) {
  console.warn('The PDF cannot be shown', error);
  const text = document.createElement('p');
  text.className = 'muted';
  text.setAttribute('role', 'status');
  text.textContent = box.dataset.textFailed;
  box.replaceChildren(text);
}

document.querySelectorAll('[data-pdf]').forEach(box => show(box).catch(error => failed(box, error)));
