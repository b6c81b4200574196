// The form of a tier: nothing typed is lost by accident, and a refusal leads to the first field it is about.
const form = document.querySelector('[data-guard]');
const $ = window.jQuery;
let dirty = false;
let saving = false;

form.addEventListener('input', () => (dirty = true));
form.addEventListener('change', () => (dirty = true));
addEventListener('beforeunload', event => {
  if (dirty && !saving) {
    event.preventDefault();
  }
});

// Folded parts stay as the user left them when the server draws the form again.
let open = new Set();
const remember = () => (open = new Set([...form.querySelectorAll('details[open]')].map(part => part.id)));
const restore = () => form.querySelectorAll('details').forEach(part => (part.open = open.has(part.id)));

form.addEventListener('click', event => {
  if (event.target.closest('[data-save]')) {
    saving = true;
    remember();
  }
}, true);

// Comes after the answer has been drawn; a redirect has left the page by then, so whoever is still here was refused.
$(document).on('pfAjaxComplete', (event, xhr, settings) => {
  if (!saving || xhr?.pfArgs?.redirected || /<redirect /.test(xhr?.responseText ?? '')) {
    return;
  }
  saving = false;
  if (open.size) {
    restore();
  }
  const wrong = form.querySelector('input.ui-state-error, textarea.ui-state-error, [aria-invalid=true], .ui-message-error');
  const conflict = form.querySelector('.conflict input, .duplicates-refused a');
  wrong?.closest('details')?.setAttribute('open', '');
  const field = wrong?.matches('.ui-message-error') ? wrong.parentElement.querySelector('input, select, textarea') : wrong;
  (field?.matches('input, select, textarea') ? field : field?.querySelector('input, select, textarea') ?? conflict)?.focus();
});

// What the types chosen make required: a star at the label, said to screen readers, and not folded away.
const FIELDS = 'select, input:not([type=hidden]), textarea';
let marked = '';

function markRequired() {
  const names = form.querySelector('[data-required]')?.dataset.required ?? '';
  form.querySelectorAll('[data-star]').forEach(label => delete label.dataset.star);
  for (const name of names.split(' ').filter(Boolean)) {
    const place = document.getElementById(`tier:${name}`);
    const field = place?.matches(FIELDS) ? place : place?.querySelector(FIELDS);
    const label = place?.closest('.form-field')?.querySelector('label, legend');
    if (field && label) {
      label.dataset.star = '';
      field.setAttribute('aria-required', 'true');
      if (names !== marked) {
        place.closest('details')?.setAttribute('open', '');
      }
    }
  }
  marked = names;
}
markRequired();
$(document).on('pfAjaxComplete', markRequired);

// The URL names a part of the form or a field; an input of PrimeFaces may stand inside the element of that name.
function openTarget() {
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (part) {
    part.closest('details')?.setAttribute('open', '');
    part.scrollIntoView({ block: part.matches('details') ? 'start' : 'center' });
    (part.matches(FIELDS) ? part : part.querySelector(FIELDS))?.focus({ preventScroll: true });
  }
}
// after the widgets have drawn their inputs
$(openTarget);
if (form.classList.contains('in-place')) {
  form.querySelector('input:not([type=hidden]):not([readonly]), select, textarea')?.focus();
} else if (!location.hash && !form.querySelector('input[readonly]')) {
  form.querySelector('[data-focus]')?.focus();
}
