// The bell: asks for the number of unread notifications when the socket says that something changed, fills its panel when it
// opens, and marks what is followed as read.
const SHOWN = 8;
const KEPT = 'tiers.bell';
const NOTHING = { unread: 0, unreadIsExact: true };
const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60]];
const language = document.documentElement.lang;

class Bell {
  constructor(box) {
    this.texts = box.dataset;
    this.api = `${box.dataset.bell}/api/v1/notifications`;
    this.button = box.querySelector('.bell-button');
    this.badge = box.querySelector('[data-bell-count]');
    this.news = box.querySelector('[data-bell-news]');
    this.panel = box.querySelector('.bell-panel');
    this.list = box.querySelector('[data-bell-list]');
    this.state = box.querySelector('.bell-state');
    this.all = box.querySelector('[data-bell-all]');
    this.latest = 0;
    document.addEventListener('tiers:bell', () => this.changed());
    this.panel.addEventListener('toggle', event => event.newState === 'open' && this.fill());
    this.all.addEventListener('click', () => this.readAll());
    // What the page before knew, until the server has answered: no flicker from page to page.
    this.show(JSON.parse(sessionStorage.getItem(KEPT)) ?? NOTHING);
    this.count();
  }

  async changed() {
    const before = this.badge.textContent;
    await this.count();
    if (this.badge.textContent !== before && this.badge.textContent) {
      this.news.textContent = this.button.getAttribute('aria-label');
    }
    if (this.panel.matches(':popover-open')) {
      this.fill();
    }
  }

  async count() {
    const answer = await this.ask('/count');
    if (answer) {
      this.show(answer);
    }
  }

  show({ unread, unreadIsExact }) {
    sessionStorage.setItem(KEPT, JSON.stringify({ unread, unreadIsExact }));
    const shown = unreadIsExact ? String(unread) : `${unread - 1}+`;
    this.badge.textContent = unread ? shown : '';
    this.button.setAttribute('aria-label', unread ? this.texts.some.replace('{0}', shown) : this.texts.none);
  }

  async fill() {
    const answer = await this.ask(`?limit=${SHOWN}&language=${language === 'en' ? 'en' : 'fr'}`);
    this.list.replaceChildren(...(answer?.items ?? []).map(item => this.row(item)));
    this.latest = answer?.items[0]?.id ?? 0;
    this.all.hidden = !this.badge.textContent;
    this.state.textContent = answer ? (answer.items.length ? '' : this.texts.empty) : this.texts.error;
  }

  row(item) {
    const link = document.createElement('a');
    link.href = this.texts.bell + item.page;
    link.dataset.readNotification = item.read ? '' : item.id;
    link.className = item.read ? 'bell-item' : 'bell-item bell-item-unread';
    link.append(part('strong', 'bell-tier', item.tierName), part('span', 'bell-text', item.text), part('span', 'bell-by', `${item.author} · ${ago(item.at)}`));
    if (!item.read) {
      link.append(part('span', 'visually-hidden', this.texts.unread));
    }
    const row = document.createElement('li');
    row.append(link);
    return row;
  }

  async readAll() {
    const answer = await this.ask('/read', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ upTo: this.latest }) });
    if (answer) {
      this.show(answer);
      this.fill();
    }
  }

  async ask(path, options = {}) {
    try {
      const answer = await fetch(this.api + path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
      return answer.ok ? await answer.json() : null;
    } catch (error) {
      // Without the server the bell keeps what it shows.
      return null;
    }
  }
}

function part(element, name, text) {
  const made = document.createElement(element);
  made.className = name;
  made.textContent = text;
  return made;
}

function ago(moment) {
  const seconds = (new Date(moment) - Date.now()) / 1000;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  return unit ? words.format(Math.trunc(seconds / unit[1]), unit[0]) : words.format(0, 'minute');
}

document.querySelectorAll('[data-bell]').forEach(box => {
  const bell = new Bell(box);
  // The page that opens must find it read already: the request outlives this one.
  document.addEventListener('click', event => {
    const link = event.target.closest('[data-read-notification]');
    if (link?.dataset.readNotification) {
      fetch(`${bell.api}/${link.dataset.readNotification}/read`, { method: 'PUT', keepalive: true });
    }
  });
});
