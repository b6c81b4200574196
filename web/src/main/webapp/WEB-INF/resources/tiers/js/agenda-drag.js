// Dragging in the agenda: an entry to another time or day, its lower edge to another end, over free time for a new one. With a finger
// after a moment's rest, so that the page can still be scrolled; Escape puts everything back. The panel of an entry does the same by keyboard.
const SNAP = 15;
const SLOP = 5;
const HOLD = 400;
const EDGE = 36;
const DAY = 86400000;
let drag = null;
let swallow = false;

const lengthOf = column => Number(column.closest('.agenda-grid').dataset.length);
const columnAt = (x, y) => document.elementsFromPoint(x, y).map(each => each.closest('.agenda-column')).find(each => each);
// what lasts over several days lies over the cells after its first: only their places tell on which day a point is
const dayAt = (x, y) => [...document.querySelectorAll('.agenda-days-cell, .agenda-month td')].find(each => {
  const box = each.getBoundingClientRect();
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
});
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

function minuteAt(column, y) {
  const box = column.getBoundingClientRect();
  return (y - box.top) / box.height * lengthOf(column);
}

const snapped = minute => Math.round(minute / SNAP) * SNAP;
const within = (value, least, most) => Math.max(least, Math.min(most, value));

/** What the hours beside the columns say of a minute. */
function clock(column, minute) {
  const rows = [...column.closest('.agenda-grid').querySelectorAll('.agenda-hours [data-hour]')];
  const row = rows[Math.min(rows.length - 1, Math.floor(minute / 60))];
  const whole = minute >= lengthOf(column) ? 24 : Number(row.dataset.hour);
  return `${String(whole).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function local(column, minute) {
  const time = clock(column, minute);
  return time.startsWith('24')
    ? `${new Date(Date.parse(column.dataset.day) + DAY).toISOString().slice(0, 10)}T00:00`
    : `${column.dataset.day}T${time}`;
}

function create(start, end, login) {
  const address = new URL(document.querySelector('[data-agenda]').dataset.agenda, location.href);
  address.search = new URLSearchParams({ type: 'MEETING', start, end, ...(login ? { participants: login } : {}) });
  location.assign(address);
}

function begin(event) {
  const target = event.target;
  const entry = target.closest('li')?.querySelector('[data-movable]');
  const block = entry?.closest('li');
  const column = target.closest('.agenda-column');
  const held = entry && (target.closest('[data-grip]') || target.closest('[data-entry]'));
  if (held && column && target.closest('[data-grip]')) {
    return { kind: 'stretch', entry, block, column };
  }
  if (held && column) {
    return block.classList.contains('agenda-begins') ? { kind: 'move', entry, block, column, grasp: minuteAt(column, event.clientY) - Number(block.dataset.from) } : null;
  }
  if (held && target.closest('.agenda-bars, .agenda-month')) {
    return { kind: 'days', entry, block, home: dayAt(event.clientX, event.clientY) };
  }
  return column && !target.closest('li') && event.pointerType === 'mouse' ? { kind: 'draw', column, first: minuteAt(column, event.clientY) } : null;
}

document.addEventListener('pointerdown', event => {
  drag = event.button === 0 && event.target.closest('[data-agenda]') ? begin(event) : null;
  swallow = false;
  if (drag) {
    Object.assign(drag, { x: event.clientX, y: event.clientY, touch: event.pointerType !== 'mouse', moving: false });
    if (drag.touch) {
      drag.timer = setTimeout(start, HOLD);
    }
  }
});

function start() {
  drag.moving = true;
  document.documentElement.classList.add('agenda-dragging');
  if (drag.kind === 'days') {
    drag.entry.classList.add('agenda-held');
    return;
  }
  drag.ghost = ghost();
  drag.column.append(drag.ghost);
  drag.block?.classList.add('agenda-held');
  follow(drag.x, drag.y);
}

function follow(x, y) {
  if (drag.kind === 'days' || drag.kind === 'move') {
    mark(dayAt(x, y));
    const hours = drag.day ? null : columnAt(x, y);
    if (drag.day || drag.kind === 'days' && !hours) {
      drag.over = null;
      drag.ghost?.toggleAttribute('hidden', true);
      return;
    }
    if (drag.kind === 'days') {
      overHours(hours, y);
      return;
    }
  }
  scrollAtEdge(y);
  const length = lengthOf(drag.column);
  if (drag.kind === 'move') {
    const over = drag.column.dataset.login ? drag.column : columnAt(x, y) ?? drag.over ?? drag.column;
    const size = Number(drag.block.dataset.to) - Number(drag.block.dataset.from);
    drag.over = over;
    drag.from = within(snapped(minuteAt(over, y) - drag.grasp), 0, length - SNAP);
    drag.to = Math.min(length, drag.from + size);
    over.append(drag.ghost);
  } else if (drag.kind === 'stretch') {
    drag.from = Number(drag.block.dataset.from);
    drag.to = within(snapped(minuteAt(drag.column, y)), drag.from + SNAP, length);
  } else {
    const now = minuteAt(drag.column, y);
    drag.from = within(Math.floor(Math.min(now, drag.first) / SNAP) * SNAP, 0, length - SNAP);
    drag.to = within(Math.ceil(Math.max(now, drag.first) / SNAP) * SNAP, drag.from + SNAP, length);
  }
  draw(drag.column);
}

/** What lasts whole days over an hour of a column. */
function overHours(column, y) {
  drag.over = column;
  drag.from = within(snapped(minuteAt(column, y)), 0, lengthOf(column) - SNAP);
  drag.to = Math.min(lengthOf(column), drag.from + 60);
  drag.ghost ??= ghost();
  column.append(drag.ghost);
  draw(column);
}

function ghost() {
  const made = document.createElement('div');
  made.className = 'agenda-ghost';
  return made;
}

function draw(column) {
  drag.ghost.hidden = false;
  drag.ghost.style.setProperty('--from', drag.from);
  drag.ghost.style.setProperty('--to', drag.to);
  drag.ghost.textContent = `${clock(column, drag.from)}–${clock(column, drag.to)}`;
}

function scrollAtEdge(y) {
  const box = document.querySelector('[data-agenda-scroll]');
  const { top, bottom } = box.getBoundingClientRect();
  if (y < top + 3 * EDGE) {
    box.scrollTop -= SNAP;
  } else if (y > bottom - EDGE) {
    box.scrollTop += SNAP;
  }
}

function mark(day) {
  if (drag.day !== day) {
    drag.day?.classList.remove('agenda-target');
    day?.classList.add('agenda-target');
    drag.day = day;
  }
}

document.addEventListener('pointermove', event => {
  if (!drag) {
    return;
  }
  if (!drag.moving) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLOP) {
      return;
    }
    if (drag.touch) {
      // a finger that moves at once scrolls
      putBack();
      return;
    }
    start();
  }
  event.preventDefault();
  follow(event.clientX, event.clientY);
});
document.addEventListener('touchmove', event => drag?.moving && event.preventDefault(), { passive: false });
document.addEventListener('contextmenu', event => drag?.touch && event.preventDefault());

function putBack() {
  if (drag) {
    clearTimeout(drag.timer);
    drag.ghost?.remove();
    drag.day?.classList.remove('agenda-target');
    document.querySelectorAll('.agenda-held').forEach(each => each.classList.remove('agenda-held'));
    document.documentElement.classList.remove('agenda-dragging');
  }
  drag = null;
}

function send(command, held, more) {
  const { entry, version } = held.entry.dataset;
  window[command](Object.entries({ id: entry, version, ...more }).map(([name, value]) => ({ name, value })));
}

document.addEventListener('pointerup', () => {
  const done = drag;
  putBack();
  if (!done?.moving) {
    return;
  }
  swallow = true;
  if (done.kind === 'draw') {
    create(local(done.column, done.from), local(done.column, done.to), done.column.dataset.login);
  } else if (done.kind === 'stretch') {
    send('stretchAgendaEntry', done, { day: done.column.dataset.day, minute: done.to });
  } else if (done.kind === 'move' && done.day) {
    send('moveAgendaEntry', done, { days: daysBetween(done.column.dataset.day, done.day.dataset.day), allDay: true });
  } else if (done.kind === 'days' && done.over) {
    send('moveAgendaEntry', done, { days: daysBetween(done.home.dataset.day, done.over.dataset.day), minute: done.from, allDay: false });
  } else if (done.kind === 'move') {
    const days = daysBetween(done.column.dataset.day, done.over.dataset.day);
    if (days !== 0 || done.from !== Number(done.block.dataset.from)) {
      send('moveAgendaEntry', done, { days, minute: done.from });
    }
  } else if (done.day && done.home && done.day !== done.home) {
    send('moveAgendaEntry', done, { days: daysBetween(done.home.dataset.day, done.day.dataset.day) });
  }
});
document.addEventListener('pointercancel', putBack);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && drag) {
    swallow = drag.moving;
    putBack();
  }
});

// The click that ends a drag is none; one on free time begins something new there.
document.addEventListener('click', event => {
  if (swallow) {
    swallow = false;
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const column = event.target.closest('.agenda-column');
  const cell = event.target.closest('.agenda-month td');
  if (event.target.closest('li, a, button')) {
    return;
  }
  if (column) {
    const from = Math.floor(minuteAt(column, event.clientY) / 30) * 30;
    create(local(column, from), local(column, Math.min(lengthOf(column), from + 60)), column.dataset.login);
  } else if (cell) {
    create(`${cell.dataset.day}T09:00`, `${cell.dataset.day}T10:00`);
  }
}, { capture: true });
