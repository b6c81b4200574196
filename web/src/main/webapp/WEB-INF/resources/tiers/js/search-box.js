// The search box of the top bar: an editable combobox with a list, as the ARIA Authoring Practices describe it.
const DELAY = 120;
const SHORTEST = 2;
const ICONS = { TIER: 'pi-building', CONTACT: 'pi-user', INVOICE: 'pi-file', EVENT: 'pi-calendar', DOCUMENT: 'pi-file', NOTE: 'pi-pencil' };

class SearchBox {
  constructor(box) {
    this.box = box;
    this.texts = box.dataset;
    this.input = box.querySelector('[role=combobox]');
    this.panel = box.querySelector('.search-panel');
    this.list = box.querySelector('[role=listbox]');
    this.state = box.querySelector('[role=status]');
    this.active = -1;
    this.input.addEventListener('input', () => this.later());
    this.input.addEventListener('focus', () => this.input.value && this.later());
    this.input.addEventListener('keydown', event => this.key(event));
    this.list.addEventListener('mousedown', event => event.preventDefault());
    this.list.addEventListener('click', event => this.open(event.target.closest('[role=option]')));
    this.box.addEventListener('focusout', event => this.box.contains(event.relatedTarget) || this.close());
    document.addEventListener('keydown', event => this.shortcut(event));
  }

  shortcut(event) {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    const palette = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (palette || slash) {
      event.preventDefault();
      this.input.focus();
      this.input.select();
    }
  }

  key(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && this.options().length) {
      event.preventDefault();
      this.move(moves[event.key]);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.open(this.options()[Math.max(this.active, 0)]);
    } else if (event.key === 'Escape') {
      this.panel.hidden ? (this.input.value = '') : this.close();
    }
  }

  later() {
    clearTimeout(this.timer);
    this.stale?.abort();
    const query = this.input.value.trim();
    if (query.length < SHORTEST) {
      this.close();
    } else {
      this.timer = setTimeout(() => this.ask(query), DELAY);
    }
  }

  async ask(query) {
    this.stale = new AbortController();
    this.say(this.list.children.length ? '' : this.texts.searching);
    try {
      const answer = await fetch(`${this.texts.search}?q=${encodeURIComponent(query)}`, {
        headers: { Accept: 'application/json' },
        signal: this.stale.signal
      });
      if (!answer.ok) {
        throw new Error(`Search answered ${answer.status}`);
      }
      this.show((await answer.json()).items);
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.show([]);
        this.say(this.texts.error);
      }
    }
  }

  show(items) {
    this.list.replaceChildren(...items.map(option));
    this.active = -1;
    this.input.removeAttribute('aria-activedescendant');
    this.say(items.length ? '' : this.texts.empty);
    this.input.setAttribute('aria-expanded', String(items.length > 0));
  }

  say(text) {
    this.state.textContent = text;
    this.panel.hidden = false;
  }

  move(step) {
    const options = this.options();
    this.active = (this.active + step + options.length + (this.active < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach((each, index) => each.setAttribute('aria-selected', String(index === this.active)));
    options[this.active].scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', options[this.active].id);
  }

  open(chosen) {
    if (chosen) {
      location.assign(chosen.dataset.url);
    }
  }

  close() {
    clearTimeout(this.timer);
    this.stale?.abort();
    this.list.replaceChildren();
    this.active = -1;
    this.panel.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  options() {
    return [...this.list.children];
  }
}

function option(item, index) {
  const element = document.createElement('li');
  element.id = `search-option-${index}`;
  element.className = 'search-option';
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', 'false');
  element.dataset.url = item.url;
  element.append(icon(item.kind), part('search-title', item.title), part('search-subtitle', item.subtitle ?? ''));
  return element;
}

function icon(kind) {
  const element = document.createElement('i');
  element.className = `pi ${ICONS[kind] ?? 'pi-circle'}`;
  element.setAttribute('aria-hidden', 'true');
  return element;
}

function part(name, text) {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}

document.querySelectorAll('[data-search]').forEach(box => new SearchBox(box));
