// Tasks: chips that fill the due date; on the board cards are dragged by mouse or finger, or moved by a dialog for the keyboard.
const SLOP = 6;
const EDGE = 60;
const dialog = document.getElementById('move-dialog');
let drag = null;
let chosen = null;
let focused = null;
let scrolled = 0;

const board = () => document.querySelector('[data-board]');
const cardsOf = column => [...column.querySelectorAll('[data-task]')];

// On a phone the filters are folded, unless something is filtered.
if (matchMedia('(max-width: 640px)').matches) {
  document.querySelector('[data-filters-folded]')?.removeAttribute('open');
}

document.addEventListener('click', event => {
  const chip = event.target.closest('[data-due]');
  if (chip) {
    const field = chip.closest('form').querySelector('input[type="date"]');
    field.value = chip.dataset.due;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
});

function send(card, state, after) {
  focused = card.dataset.task;
  const values = { task: card.dataset.task, version: card.dataset.version, state, after: after?.dataset.task ?? '' };
  window.moveTask(Object.entries(values).map(([name, value]) => ({ name, value })));
}

// Drag: with the mouse from anywhere on the card, with a finger from its handle, so that the page still scrolls.
document.addEventListener('pointerdown', event => {
  const card = event.target.closest('[data-task]');
  const handle = event.target.closest('[data-move]');
  const other = event.target.closest('button, input') && !handle;
  if (!card || other || event.button !== 0 || event.pointerType !== 'mouse' && !handle) {
    return;
  }
  drag = { card, x: event.clientX, y: event.clientY, moving: false };
});

/** Where the card would go: a column, and the card it comes below. */
function targetAt(x, y) {
  const under = document.elementsFromPoint(x, y);
  const tab = under.map(element => element.closest('[data-column-tab]')).find(Boolean);
  if (tab) {
    return { column: board().querySelector(`[data-column="${tab.dataset.columnTab}"]`), after: null, tab };
  }
  const column = under.map(element => element.closest('[data-column]')).find(Boolean);
  if (!column) {
    return null;
  }
  const others = cardsOf(column).filter(card => card !== drag.card);
  const after = others.filter(card => {
    const box = card.getBoundingClientRect();
    return box.top + box.height / 2 < y;
  }).at(-1);
  return { column, after: after ?? null };
}

function mark(target) {
  document.querySelectorAll('.board-target').forEach(marked => marked.classList.remove('board-target'));
  (target?.tab ?? target?.column)?.classList.add('board-target');
  if (!target || target.tab) {
    drag.slot.remove();
  } else if (target.after) {
    target.after.after(drag.slot);
  } else {
    target.column.querySelector('.board-cards').prepend(drag.slot);
  }
}

function lift() {
  drag.moving = true;
  drag.slot = document.createElement('li');
  drag.slot.className = 'task-slot';
  drag.slot.style.height = `${drag.card.offsetHeight}px`;
  drag.card.classList.add('task-dragged');
}

document.addEventListener('pointermove', event => {
  if (!drag) {
    return;
  }
  const dx = event.clientX - drag.x;
  const dy = event.clientY - drag.y;
  if (!drag.moving && Math.hypot(dx, dy) < SLOP) {
    return;
  }
  if (!drag.moving) {
    lift();
  }
  event.preventDefault();
  drag.card.style.transform = `translate(${dx}px, ${dy}px) rotate(1deg)`;
  drag.target = targetAt(event.clientX, event.clientY);
  mark(drag.target);
  if (event.clientY > innerHeight - EDGE) {
    scrollBy(0, 12);
  } else if (event.clientY < EDGE) {
    scrollBy(0, -12);
  }
});

function put() {
  if (drag?.moving) {
    drag.card.style.transform = '';
    drag.card.classList.remove('task-dragged');
    drag.slot.remove();
    document.querySelectorAll('.board-target').forEach(marked => marked.classList.remove('board-target'));
    // the click that ends a drag opens nothing
    addEventListener('click', event => { event.preventDefault(); event.stopPropagation(); }, { capture: true, once: true });
    setTimeout(() => dispatchEvent(new MouseEvent('click', { cancelable: true })));
  }
  drag = null;
}

document.addEventListener('pointerup', () => {
  if (!drag?.moving) {
    drag = null;
    return;
  }
  const { card, target } = drag;
  put();
  if (target) {
    send(card, target.column.dataset.column, target.after);
  }
});
document.addEventListener('pointercancel', put);
document.addEventListener('dragstart', event => event.target.closest('[data-task]') && event.preventDefault());

// Dialog: column, one up, one down.
document.addEventListener('click', event => {
  const opener = event.target.closest('[data-move]');
  const to = event.target.closest('[data-move-to]');
  const by = event.target.closest('[data-move-by]');
  const take = event.target.closest('[data-take]');
  if (opener) {
    open(opener.closest('[data-task]'));
  } else if (to) {
    dialog.close();
    send(chosen, to.dataset.moveTo, null);
  } else if (by) {
    step(Number(by.dataset.moveBy));
  } else if (event.target.closest('[data-move-close]')) {
    dialog.close();
  } else if (take) {
    const card = take.closest('[data-task]');
    focused = card.dataset.task;
    window.takeTask([{ name: 'task', value: card.dataset.task }]);
  }
});

function open(card) {
  chosen = card;
  const column = card.closest('[data-column]');
  const cards = cardsOf(column);
  dialog.querySelector('[data-move-subject]').textContent = card.querySelector('.row-link').textContent;
  dialog.querySelectorAll('[data-move-to]').forEach(button => (button.disabled = button.dataset.moveTo === column.dataset.column));
  dialog.querySelector('[data-move-by="-1"]').disabled = cards[0] === card;
  dialog.querySelector('[data-move-by="1"]').disabled = cards.at(-1) === card;
  dialog.showModal();
  dialog.querySelector('button:not(:disabled)').focus();
}

function step(by) {
  const column = chosen.closest('[data-column]');
  const cards = cardsOf(column);
  const at = cards.indexOf(chosen);
  dialog.close();
  send(chosen, column.dataset.column, by < 0 ? cards[at - 2] : cards[at + 1]);
}

document.addEventListener('keydown', event => event.key === 'Escape' && put());

// On a phone the columns lie side by side: swiped, or called by their tabs.
document.addEventListener('click', event => {
  const tab = event.target.closest('[data-column-tab]');
  if (tab) {
    const column = board().querySelector(`[data-column="${tab.dataset.columnTab}"]`);
    board().scrollTo({ left: column.offsetLeft - board().offsetLeft, behavior: 'smooth' });
  }
});

function followScroll() {
  scrolled = board().scrollLeft;
  const shown = Math.round(scrolled / board().clientWidth);
  document.querySelectorAll('[data-column-tab]').forEach((tab, index) => tab.setAttribute('aria-pressed', String(index === shown)));
}

document.addEventListener('scroll', event => event.target === board() && followScroll(), { capture: true });

// After the server has answered everything is where it was, and the keyboard where it left off.
window.jQuery(document).on('pfAjaxComplete', () => {
  if (!board()) {
    return;
  }
  board().scrollLeft = scrolled;
  if (focused) {
    document.querySelector(`[data-task="${focused}"] [data-move]`)?.focus({ preventScroll: true });
    focused = null;
  }
});
