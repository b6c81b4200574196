// Finds the forms and inputs of a page, and says what is wrong with what a page answers to bad input. Put into every page by the test.
window.badInput = (() => {
  const TYPED = ['text', 'email', 'tel', 'url', 'search', 'password', 'number', 'date', 'datetime-local', 'month', 'time'];
  const text = e => e?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const template = id => id.replace(/\d+/g, '#');
  const inputs = form => [...form.elements].filter(e => e.name && !e.disabled && !e.readOnly && !e.name.startsWith('jakarta.faces')
    && (e.matches('textarea') || (e.matches('input') && (TYPED.includes(e.type) || e.type === 'hidden' && e.closest('.ui-texteditor')))));
  const choices = form => [...form.elements].filter(e => e.name && !e.disabled && e.matches('select'));
  const place = form => form.getAttribute('id') || new URL(form.getAttribute('action') ?? '', location.href).pathname;
  const key = form => place(form) + '|' + [...new Set([...inputs(form), ...choices(form)].map(e => template(e.name)))].sort().join(',');
  const forms = doc => [...doc.querySelectorAll('main form')].filter(form => inputs(form).length || choices(form).length);
  const FORGED = 'forged choice';
  const quiet = '.ui-button-flat, .ui-button-danger, :has(.pi-times), :has(.pi-trash)';
  const senders = form => [...form.querySelectorAll('button[type=submit]:not(.ui-button-flat, .ui-button-danger), input[type=submit]')]
    .filter(b => !b.disabled && !b.matches(quiet));
  const sender = form => form.querySelector('[data-save], .form-actions button[type=submit]:not(.ui-button-flat)') ?? senders(form)[0];
  // what opens a form in place: a pencil or a plus
  const openers = doc => [...doc.querySelectorAll('main form button:has(.pi-plus), main form button:has(.pi-pencil)')]
    .filter(b => b.name && b.type === 'submit' && !b.disabled);

  // XML, in which Ajax answers, has no control characters, and a web address is completed while it is read
  const plain = typed => typed.replace(/^https?:\/\//, '').replace(/[\u0000-\u001f\u007f\ufffd]/g, '').replace(/\s+/g, ' ').trim();
  const fold = typed => typed.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

  /** What must never be on any page. */
  const harm = doc => {
    const wrong = [];
    if (window.__pwned !== undefined) wrong.push('a script ran');
    if (doc.querySelector('[data-pwned]')) wrong.push('text became markup: ' + doc.querySelector('[data-pwned]').outerHTML.slice(0, 200));
    if (/\b1337\b/.test(doc.body.textContent)) wrong.push('an expression was evaluated');
    if (doc.querySelector('.error-panel')) wrong.push('the error page: ' + text(doc.querySelector('.error-panel')));
    if (!doc.querySelector('main')) wrong.push('no page of ours: ' + text(doc.body).slice(0, 200));
    return wrong;
  };

  const notices = doc => [...doc.querySelectorAll('#messages .notice-ERROR strong')].map(text);
  const messages = doc => [...doc.querySelectorAll('.ui-message-error, .field-error, .form-problem')].filter(m => text(m));
  const invalid = doc => [...doc.querySelectorAll('main [aria-invalid=true], main input.ui-state-error, main textarea.ui-state-error')];
  const refused = doc => notices(doc).length > 0 || messages(doc).length > 0;

  /** What is wrong with a refusal: a field without message, a message without field. */
  const refusal = doc => {
    const wrong = [];
    notices(doc).filter(n => /^[^:]{1,60} : /.test(n)).forEach(n => wrong.push('a message without field: ' + n.slice(0, 200)));
    invalid(doc).forEach(e => {
      const described = (e.getAttribute('aria-describedby') ?? '').split(' ').some(id => id && text(doc.getElementById(id)));
      if (!described && !e.closest('.form-field, fieldset, .row-entry, td, li, .tag-entry, .note-entry')?.querySelector('.ui-message-error')) {
        wrong.push('no message at ' + template(e.id || e.name || e.className));
      }
    });
    return wrong;
  };

  const same = (doc, wanted) => forms(doc).find(form => key(form) === wanted) ?? forms(doc).find(form => place(form) === wanted.split('|')[0]);

  /** Whether a person with a browser can send this at all; a list of choices, a date and a number only have what they offer. */
  const sendable = (input, value) => {
    if (!input?.matches?.('input, textarea') || ['password', 'hidden'].includes(input.type)) return false;
    // an example of how a field will look: what is typed there is drawn anew with every change of the field
    if (input.closest('.custom-preview')) return false;
    // the widgets of numbers and of choices found by typing send another, hidden input
    if (input.form?.elements[input.name.replace(/_input$/, '_hinput')] && input.name.endsWith('_input')) return false;
    const probe = document.createElement(input.localName);
    probe.type = input.type;
    probe.value = value;
    return probe.value !== '' || value === '';
  };

  const sameNumber = (one, other) => one.trim() !== '' && Number(one) === Number(other);

  /** What was typed and does not stand in its input any more. */
  const lost = (form, typed) => Object.entries(typed)
    .filter(([name, value]) => sendable(form.elements[name], value))
    .filter(([name, value]) => plain(form.elements[name].value) !== plain(value) && !sameNumber(form.elements[name].value, value))
    .map(([name, value]) => [name, form.elements[name].value, value]);

  const parse = async answer => {
    const wrong = answer.status >= 400 ? ['answered ' + answer.status] : [];
    const doc = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // PrimeFaces puts it into the forms of a page by script
    doc.nonce = [...doc.scripts].map(s => /csp\.init\('([^']+)'/.exec(s.textContent)?.[1]).find(Boolean);
    return {doc, wrong, url: answer.url};
  };
  const get = async url => parse(await fetch(url));

  const submit = async (form, changed, button) => {
    const data = [];
    [...form.elements].forEach(e => {
      if (!e.name || e.disabled || e.matches('button') || ['submit', 'button', 'file', 'reset', 'image'].includes(e.type)) return;
      if (['checkbox', 'radio'].includes(e.type)) { if (e.checked) data.push([e.name, e.value]); return; }
      if (e.matches('select')) {
        if (changed[e.name] !== undefined) data.push([e.name, changed[e.name]]);
        else [...e.selectedOptions].forEach(o => data.push([e.name, o.value]));
        return;
      }
      // the hidden twin of a widget says what the widget shows
      data.push([e.name, changed[e.name] ?? changed[e.name.replace(/_hinput$/, '_input')] ?? e.value]);
    });
    if (button?.name) data.push([button.name, button.value || button.name]);
    const target = new URL(form.getAttribute('action') || location.href, location.href);
    if ((form.getAttribute('method') ?? 'get').toLowerCase() === 'get') {
      target.search = new URLSearchParams(data).toString();
      return parse(await fetch(target));
    }
    if (form.ownerDocument.nonce) data.push(['primefaces.nonce', form.ownerDocument.nonce]);
    const body = form.getAttribute('enctype') === 'multipart/form-data' ? new FormData() : new URLSearchParams();
    data.forEach(([name, value]) => body.append(name, value));
    return parse(await fetch(target, {method: 'POST', body}));
  };

  /** The page as it is when opened, or after one of its openers. */
  const state = async opener => {
    const page = await get(location.href);
    const button = opener && openers(page.doc).find(b => template(b.name) === opener);
    return button ? submit(button.closest('form'), {}, button) : page;
  };

  /** The forms of the page and those that its openers open: [opener or null, key]. */
  const discover = async () => {
    const found = forms(document).map(form => [null, key(form)]);
    for (const opener of [...new Set(openers(document).map(b => template(b.name)))]) {
      const {doc} = await state(opener);
      forms(doc).map(key).filter(k => !found.some(f => f[1] === k)).forEach(k => found.push([opener, k]));
    }
    // a form that only got one more row counts once
    const names = k => new Set(k.split('|')[1].split(','));
    return found.filter(([, k]) => !found.some(([, other]) => other !== k && other.split('|')[0] === k.split('|')[0]
      && [...names(k)].every(name => names(other).has(name))));
  };

  const contents = form => Object.fromEntries(inputs(form).map(e => [e.name, e.value]));
  // as much of it as the browser lets one type
  const typedIn = (input, value) => input.maxLength < 0 ? value : value.slice(0, input.maxLength).replace(/[\ud800-\udbff]$/, '');
  const sensible = input => /date|since|until/i.test(input.type + input.name) ? '2026-01-15'
    : input.type === 'email' ? 'a@b.fr' : input.inputMode === 'numeric' ? '1' : 'Essai';

  /** What was taken, but neither stands in its input nor on the page. */
  const unseen = (doc, sent, typed) => {
    const values = [...doc.querySelectorAll('input, textarea')].map(e => fold(e.value)).filter(v => v);
    const shown = fold(doc.body.textContent) + values.join('|');
    // a filter may cut what is longer than all it could find, if it shows what it looked for
    if (sent.method === 'get') typed = Object.fromEntries(Object.entries(typed).filter(([, value]) => !values.some(v => v.length > 50 && fold(value).startsWith(v))));
    return Object.entries(typed).filter(([name, value]) => sendable(sent.elements[name], value) && fold(value) && !shown.includes(fold(value)));
  };

  /** Names of the inputs that carry a message, the widget's own input among them. */
  const faulty = doc => new Set(invalid(doc).flatMap(e => [e.name, e.id, e.id + '_input']).filter(Boolean));

  /**
   * Sends every value in every input of a form, as a browser without script would. What may be stored is sent again with the refused inputs
   * put right, so that it is. Says what is wrong, and what should now be found in the database.
   */
  const replay = async ({opener, key: wanted, values, storable, forged}) => {
    const complaints = {};
    const stored = [];
    let form;
    let before;
    const load = async () => {
      form = same((await state(opener)).doc, wanted);
      before = form && contents(form);
    };
    await load();
    if (!form) return {complaints: {'the form is not there without script': []}, stored};
    const rounds = Object.entries(values).map(([what, value]) => [what, f => inputs(f).map(e => [e.name, typedIn(e, value)])]);
    if (choices(form).length) rounds.push([FORGED, f => choices(f).map(e => [e.name, forged])]);
    for (const [what, fill] of rounds) {
      const complain = wrong => wrong.forEach(w => (complaints[w] ??= new Set()).add(what));
      if (!form) await load();
      if (!form) { complain(['the form is gone']); break; }
      let typed = Object.fromEntries(fill(form));
      for (const last of storable.includes(what) ? [false, true] : [true]) {
        const sent = form;
        const answer = await submit(form, typed, sender(form));
        complain([...answer.wrong, ...harm(answer.doc)].map(w => w.replace(/ Numéro d’incident.*/, '')));
        form = same(answer.doc, wanted);
        if (answer.wrong.length || !form && refused(answer.doc)) {
          if (refused(answer.doc)) complain(['refused without its form: ' + notices(answer.doc).join(' / ').slice(0, 200)]);
          break;
        }
        if (!refused(answer.doc)) {
          unseen(answer.doc, sent, typed).forEach(([name, value]) => stored.push([template(name), what, value]));
          break;
        }
        // a list of choices cannot be at fault in a browser
        if (what !== FORGED) complain(refusal(answer.doc));
        complain(lost(form, typed).map(([name, now]) => 'typed text lost in ' + template(name) + ': ' + now.slice(0, 60)));
        const bad = faulty(answer.doc);
        if (last || !bad.size) break;
        Object.keys(typed).filter(name => bad.has(name) && form.elements[name])
          .forEach(name => { form.elements[name].value = before[name] || sensible(form.elements[name]); });
        typed = Object.fromEntries(Object.entries(typed).filter(([name]) => !bad.has(name)));
      }
      // the next value starts from what is stored
      if (form && refused(form.ownerDocument)) form = null;
    }
    return {complaints: Object.fromEntries(Object.entries(complaints).map(([w, whats]) => [w, [...whats]])), stored};
  };

  const put = (input, value, events) => {
    input.value = typedIn(input, value);
    events.forEach(event => input.dispatchEvent(new Event(event, {bubbles: true})));
    return [input.name, input.value];
  };

  /** Clicks the opener in the page. */
  const open = opener => openers(document).find(b => template(b.name) === opener)?.click();

  /** Types a mixture of the values into the form, and something into all other forms of the page; into a widget of numbers one cannot. */
  const type = ({key: wanted, values, round}) => {
    const form = same(document, wanted);
    if (!form) return false;
    document.querySelectorAll('main details').forEach(d => { d.open = true; });
    const mixture = Object.values(values);
    window.__typed = forms(document).map(f => [key(f), Object.fromEntries(inputs(f).filter(e => e.type !== 'hidden' && !e.closest('.ui-inputnumber'))
      .map((e, i) => f === form ? put(e, mixture[(i * 7 + round * 5) % mixture.length], ['input', 'change'])
        : put(e, 'reste', ['input'])))]);
    return true;
  };

  /** Sends the form; false when the browser holds it back with a message of its own. */
  const send = wanted => {
    const form = same(document, wanted);
    const button = sender(form);
    window.__sent = true;
    window.jQuery?.(document).one('pfAjaxComplete', (event, xhr) => { window.__drawn = !/<redirect /.test(xhr?.responseText ?? ''); });
    if (button) button.click(); else form.requestSubmit();
    return Boolean(button?.matches('.ui-button')) || form.noValidate || form.checkValidity();
  };

  /** What is wrong with the page that stands there now. */
  const judge = () => {
    const wrong = [...harm(document), ...refusal(document)];
    if (window.__typed && refused(document)) {
      window.__typed.forEach(([k, typed]) => {
        const form = same(document, k);
        if (form) lost(form, typed).forEach(([name, now]) => wrong.push('typed text lost in ' + template(name) + ': ' + now.slice(0, 60)));
      });
    }
    return wrong;
  };

  /** Inputs that belong to no form: what they do happens while one types. */
  const loose = () => [...document.querySelectorAll('input, textarea')]
    .filter(e => !e.form && e.checkVisibility() && (e.matches('textarea') || TYPED.includes(e.type)) && !e.readOnly);
  const looseNames = () => loose().map(e => template(e.id || e.name || e.className));
  const typeLoose = ([name, value]) => loose().filter(e => template(e.id || e.name || e.className) === name)
    .forEach(e => put(e, value, ['input', 'keyup', 'change']));

  /** Whether there is anything to type into. */
  const inputless = () => !forms(document).length;

  /** Forms and tabs that have an address of their own, below the application. */
  const links = () => [...document.querySelectorAll('main a[href]')].map(a => new URL(a.href))
    .filter(u => u.origin === location.origin && u.pathname.endsWith('.xhtml')
      && ['tab', 'edit', 'new', 'siret'].some(name => u.searchParams.has(name)))
    .map(u => u.pathname.replace(/^\/tiers/, '') + u.search);

  return {links, discover, replay, open, type, send, judge, looseNames, typeLoose, inputless};
})();
