// The agenda: numbers of the page become places, the panel of an entry, the keys. Dragging has a module of its own.
const MORNING = 7.5 * 60;
const frame = () => document.querySelector('[data-agenda]');
const scroller = () => document.querySelector('[data-agenda-scroll]');
const panel = document.getElementById('agenda-panel');
const scope = document.getElementById('agenda-scope');
let scrolled = null;
let lastEntry = null;

function put(element, names) {
  for (const name of names) {
    if (element.dataset[name] !== undefined) {
      element.style.setProperty(`--${name.toLowerCase()}`, element.dataset[name]);
    }
  }
}

function place() {
  for (const grid of document.querySelectorAll('.agenda-grid:not(.agenda-placed)')) {
    put(grid, ['columns', 'length']);
    grid.querySelectorAll('[data-from]').forEach(each => put(each, ['from', 'to', 'lane', 'lanes']));
    // the bars lie over all cells of their row: left to themselves the cells would make way for them
    grid.querySelectorAll('.agenda-days-cell').forEach((cell, index) => (cell.style.gridColumn = index + 1));
    for (const bar of grid.querySelectorAll('[data-column]')) {
      bar.style.gridColumn = `${Number(bar.dataset.column) + 1} / span ${bar.dataset.span}`;
      bar.style.gridRow = Number(bar.dataset.row) + 1;
    }
    grid.classList.add('agenda-placed');
    const box = scroller();
    const hours = grid.querySelector('.agenda-hours');
    box.scrollTop = scrolled ?? hours.offsetHeight * MORNING / Number(grid.dataset.length);
  }
}

document.addEventListener('scroll', event => {
  if (event.target === scroller() && scroller().querySelector('.agenda-placed')) {
    scrolled = event.target.scrollTop;
  }
}, { capture: true, passive: true });

/** Where the keyboard was before the page was drawn anew: the same entry, if it is there. */
function comeBack() {
  const entry = [...document.querySelectorAll(`[data-entry="${lastEntry}"]`)].find(each => each.offsetParent);
  (entry ?? document.getElementById('content')).focus({ preventScroll: true });
}

window.jQuery(document).on('pfAjaxComplete', (event, xhr, settings, args) => {
  const said = args ?? xhr?.pfArgs ?? {};
  if (said.agendaEntry) {
    panel.showModal();
  }
  if (said.agendaScope) {
    place();
    panel.close();
    scope.showModal();
    scope.querySelector('button').focus();
  }
  if (said.agendaChanged !== undefined) {
    scope.close();
    if (panel.open && !panel.querySelector('.ui-message-error, [aria-invalid=true]')) {
      panel.close();
    }
    place();
    if (!panel.open) {
      comeBack();
    }
  }
});
panel.addEventListener('close', comeBack);
scope.addEventListener('close', comeBack);

document.addEventListener('click', event => {
  const entry = event.target.closest('[data-entry]');
  if (entry) {
    lastEntry = entry.dataset.entry;
    window.showAgendaEntry([{ name: 'id', value: lastEntry }]);
  } else if (event.target.closest('[data-close-panel]') || event.target === panel) {
    panel.close();
  } else if (event.target.closest('[data-close-scope]') || event.target === scope) {
    scope.close();
  } else if (event.target.closest('[data-close-toast]')) {
    event.target.closest('.agenda-toast').remove();
  }
  const who = document.querySelector('.agenda-who[open]');
  if (who && !who.contains(event.target)) {
    who.open = false;
  }
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-agenda-date]') && event.target.value) {
    event.target.form.requestSubmit();
  }
});

document.addEventListener('input', event => {
  if (event.target.matches('[data-agenda-people]')) {
    const words = event.target.value.trim().toLocaleLowerCase();
    for (const choice of event.target.closest('fieldset').querySelectorAll('.check')) {
      choice.hidden = !choice.textContent.toLocaleLowerCase().includes(words);
    }
  }
});

// Single letters mean something only while the agenda has the focus, so that speech input is not surprised.
document.getElementById('content').addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    const who = document.querySelector('.agenda-who[open]');
    if (who) {
      who.open = false;
      who.querySelector('summary').focus();
    }
    return;
  }
  const busy = panel.open || scope.open || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, details[open]');
  const link = busy ? null : document.querySelector(`[data-agenda-key="${CSS.escape(event.key.length === 1 ? event.key.toLowerCase() : event.key)}"]`);
  if (link) {
    event.preventDefault();
    link.click();
  }
});

place();
if (frame() && document.activeElement === document.body) {
  document.getElementById('content').focus({ preventScroll: true });
}
