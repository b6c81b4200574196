// The list of tiers: filters that leave no empty words in the URL, rows that open by a click, the preview beside them.
const form = document.querySelector('[data-filters]');
const panel = document.getElementById('filter-panel');
const preview = document.getElementById('preview');
const wide = matchMedia('(min-width: 900px)');
let shown = null;

function toggleFilters(button) {
  panel.hidden = !panel.hidden;
  button.setAttribute('aria-expanded', String(!panel.hidden));
  if (!panel.hidden) {
    panel.querySelector('input, select').focus();
  }
}

const DEFAULTS = { status: 'ACTIVE', sort: 'name' };

form.addEventListener('submit', () => {
  for (const field of form.elements) {
    field.disabled = field.name && (!field.value || field.value === DEFAULTS[field.name]);
  }
});
// Coming back by the browser's history shows the form as it was left: with those fields still off.
addEventListener('pageshow', () => [...form.elements].forEach(field => (field.disabled = false)));

// One more field to ask for: its inputs are there already, hidden.
document.querySelector('[data-add-criterion]').addEventListener('change', event => {
  const criterion = document.querySelector(`[data-criterion="${event.target.value}"]`);
  event.target.value = '';
  if (criterion) {
    criterion.hidden = false;
    criterion.querySelector('input, select').focus();
  }
});

const eyes = () => [...document.querySelectorAll('tr [data-preview]')];
const eyeOf = id => eyes().find(eye => eye.dataset.preview === id);

function show(id) {
  shown = id;
  preview.hidden = false;
  document.documentElement.classList.add('preview-open');
  for (const eye of eyes()) {
    eye.closest('tr').classList.toggle('row-shown', eye.dataset.preview === id);
  }
  const at = eyes().indexOf(eyeOf(id));
  preview.querySelector('[data-preview-step="-1"]').disabled = at <= 0;
  preview.querySelector('[data-preview-step="1"]').disabled = at >= eyes().length - 1;
  eyeOf(id)?.closest('tr').scrollIntoView({ block: 'nearest' });
  window.showTierPreview([{ name: 'tier', value: id }]);
}

function step(by) {
  const next = eyes()[eyes().indexOf(eyeOf(shown)) + by];
  if (next) {
    show(next.dataset.preview);
  }
}

function close() {
  preview.hidden = true;
  document.documentElement.classList.remove('preview-open');
  const eye = eyeOf(shown);
  eye?.closest('tr').classList.remove('row-shown');
  eye?.focus();
  shown = null;
}

document.addEventListener('click', event => {
  const target = event.target;
  const eye = target.closest('[data-preview]');
  const stepper = target.closest('[data-preview-step]');
  const toggle = target.closest('[data-toggle-filters]');
  if (toggle) {
    toggleFilters(toggle);
  } else if (eye) {
    show(eye.dataset.preview);
    preview.focus();
  } else if (stepper) {
    step(Number(stepper.dataset.previewStep));
  } else if (target.closest('[data-preview-close]')) {
    close();
  } else {
    openRow(event);
  }
});

// The name is the real link; a click anywhere else in the row follows it, unless text was being selected.
function openRow(event) {
  const row = event.target.closest('.tier-table tbody tr');
  const link = row?.querySelector('.row-link');
  if (!link || event.target.closest('a, button, input, label') || String(getSelection())) {
    return;
  }
  if (event.ctrlKey || event.metaKey) {
    open(link.href, '_blank', 'noopener');
  } else {
    location.assign(link.href);
  }
}

document.addEventListener('keydown', event => {
  if (shown === null || event.target.closest('input, select, textarea')) {
    return;
  }
  if (event.key === 'Escape') {
    close();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  }
});

// Paging and sorting happen in place; the URL follows, so that it can be sent to a colleague and the way back leads here.
window.jQuery(document).on('pfAjaxComplete', (event, xhr, settings, args) => {
  const url = (args ?? xhr?.pfArgs)?.url;
  if (url !== undefined) {
    history.replaceState(history.state, '', location.pathname + url);
    sessionStorage.setItem('tiers.list', url);
    followSort(new URLSearchParams(url).get('sort') ?? 'name');
  }
});
sessionStorage.setItem('tiers.list', location.search);

// Sorting by a column's head must not be undone by the next use of the filters.
function followSort(sort) {
  const field = form.elements.sort;
  if (![...field.options].some(option => option.value === sort)) {
    field.add(new Option(sort, sort));
  }
  field.value = sort;
}

wide.addEventListener('change', () => shown !== null && close());
