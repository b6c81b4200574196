// Shows what the user is to be reminded of. Asks once a minute while the page is looked at: somebody who has gone away must not be
// kept signed in by it.
const MINUTE = 60_000;
const PRESENT = 15 * MINUTE;
const ICONS = { CALL: 'pi-phone', MEETING: 'pi-users', TASK: 'pi-check-square' };

class Reminders {
  constructor(panel) {
    this.panel = panel;
    this.list = panel.querySelector('ul');
    this.touched = Date.now();
    for (const sign of ['pointerdown', 'keydown']) {
      document.addEventListener(sign, () => (this.touched = Date.now()), { passive: true });
    }
    document.addEventListener('visibilitychange', () => this.ask());
    setInterval(() => this.ask(), MINUTE);
    this.ask();
  }

  async ask() {
    if (document.hidden || Date.now() - this.touched > PRESENT) {
      return;
    }
    try {
      const answer = await fetch(this.panel.dataset.reminders, { headers: { Accept: 'application/json' } });
      if (answer.ok) {
        this.show((await answer.json()).items);
      }
    } catch {
      // no connection: the next minute may have one
    }
  }

  show(items) {
    const shown = new Set([...this.list.children].map(item => item.dataset.id));
    const due = new Set(items.map(item => String(item.id)));
    [...this.list.children].filter(item => !due.has(item.dataset.id)).forEach(item => item.remove());
    this.list.append(...items.filter(item => !shown.has(String(item.id))).map(item => this.line(item)));
    this.panel.hidden = !items.length;
  }

  line(reminder) {
    const item = document.createElement('li');
    item.dataset.id = reminder.id;
    item.className = 'reminder';
    const icon = element('i', `pi ${ICONS[reminder.kind] ?? 'pi-bell'}`);
    icon.setAttribute('aria-hidden', 'true');
    const link = element('a', 'reminder-subject', reminder.subject);
    link.href = this.panel.dataset.event + reminder.event;
    const text = element('div', 'reminder-text');
    text.append(link, element('span', 'reminder-time', this.when(reminder)));
    const seen = element('button', 'icon-button');
    seen.type = 'button';
    seen.setAttribute('aria-label', `${this.panel.dataset.seen} : ${reminder.subject}`);
    seen.append(element('i', 'pi pi-check'));
    seen.addEventListener('click', () => this.seen(reminder, item));
    item.append(icon, text, seen);
    return item;
  }

  when(reminder) {
    const start = new Date(reminder.start);
    const zone = { timeZone: 'Europe/Paris' };
    const day = start.toLocaleDateString(this.panel.dataset.lang, { ...zone, weekday: 'short', day: 'numeric', month: 'short' });
    const time = reminder.allDay ? this.panel.dataset.allDay : start.toLocaleTimeString(this.panel.dataset.lang, { ...zone, hour: '2-digit', minute: '2-digit' });
    return [day, time, reminder.place].filter(Boolean).join(' · ');
  }

  async seen(reminder, item) {
    const answer = await fetch(`${this.panel.dataset.reminders}/${reminder.id}/seen`, { method: 'POST' });
    if (answer.ok || answer.status === 404) {
      item.remove();
      this.panel.hidden = !this.list.children.length;
    }
  }
}

function element(name, className, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

const panel = document.querySelector('[data-reminders]');
if (panel) {
  new Reminders(panel);
}
