package fr.tiers.browser;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The forms of one page, filled with one value in all inputs at once and sent; says what is wrong with what comes of it. */
final class TypedForm implements AutoCloseable {

    /** Fills what is found and marks it; a form that is not there yet is opened by its first button with a plus or a pencil. */
    private static final String FILL =
            """
            ([value, index, choices]) => {
              const shown = e => e.checkVisibility() && !e.disabled && !e.readOnly;
              const TEXT = ['text', 'email', 'tel', 'url', 'search', 'password', 'number', 'date', 'datetime-local', 'time'];
              document.querySelectorAll('main details').forEach(d => d.open = true);
              const forms = [...document.querySelectorAll('main form')];
              const inputs = f => [...f.querySelectorAll('input, textarea')]
                .filter(e => shown(e) && (e.matches('textarea') || TEXT.includes(e.type)));
              const found = forms.filter(f => inputs(f).length);
              if (!found.length) return null;
              const form = found[index];
              if (!form) return -1;
              document.querySelectorAll('[data-typed], [data-sender]').forEach(e => { delete e.dataset.typed; delete e.dataset.sender; });
              if (choices) {
                form.querySelectorAll('select').forEach(select => {
                  if (!shown(select)) return;
                  select.add(new Option(value, value, true, true));
                  select.value = value;
                });
              } else {
                inputs(form).forEach(input => {
                  const dated = {date: '2999-12-31', 'datetime-local': '2999-12-31T10:00', time: '23:59', number: '-99999999999'};
                  input.value = dated[input.type] ?? value;
                  input.dispatchEvent(new Event('change', {bubbles: true}));
                  input.dataset.typed = input.value;
                });
              }
              const sender = form.querySelector('[data-save], .form-actions button[type=submit]:not(.ui-button-flat)')
                ?? form.querySelector('button[type=submit]:not(.ui-button-flat), input[type=submit]');
              if (sender) sender.dataset.sender = ''; else form.dataset.sender = '';
              return found.length;
            }
            """;

    private static final String OPEN =
            """
            () => {
              const button = [...document.querySelectorAll('main form button:has(.pi-plus), main form button:has(.pi-pencil)')]
                .find(b => b.checkVisibility());
              button?.click();
              return !!button;
            }
            """;

    private static final String SEND =
            """
            () => {
              const sender = document.querySelector('[data-sender]');
              const form = sender.closest('form');
              window.__sent = true;
              window.jQuery?.(document).one('pfAjaxComplete', (event, xhr) => {
                window.__drawn = !/<redirect /.test(xhr?.responseText ?? '');
              });
              if (sender.matches('form')) sender.requestSubmit(); else sender.click();
              // held back by the browser, which shows its own message
              return sender.matches('.ui-button') || form.noValidate || form.checkValidity();
            }
            """;

    /** No Ajax under way, and no page on its way either. */
    private static final String QUIET =
            "() => document.readyState === 'complete' && (!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty())";

    /** The answer has been drawn into the page, or the page is another one. */
    private static final String ANSWERED = "() => !window.__sent || window.__drawn";

    /** What the page shows of the refusal; what was typed is compared with what stands in the inputs that are still there. */
    private static final String JUDGE =
            """
            ([typed, stayed]) => {
              const wrong = [];
              const text = e => e?.innerText?.trim() ?? '';
              const name = e => e.id || e.name;
              // XML, in which Ajax answers, has no control characters
              // and a web address is completed while it is read
              const plain = typed => typed.replace(/^https:\\/\\//, '').replace(/[\\u0000-\\u001f]/g, '').replace(/\\s+/g, ' ').trim();
              if (window.__pwned !== undefined) wrong.push('a script ran');
              if (document.querySelector('[data-pwned]')) wrong.push('text became markup');
              if (/\\b1337\\b/.test(document.body.innerText)) wrong.push('an expression was evaluated');
              if (document.querySelector('.error-panel')) wrong.push('the error page: ' + text(document.querySelector('.error-panel')));
              const notices = [...document.querySelectorAll('#messages .notice-ERROR')].map(text);
              notices.filter(n => /(^|: )[a-z]+([A-Z.][A-Za-z]*)+ : /.test(n)).forEach(n => wrong.push('a bare field name: ' + n));
              const messages = [...document.querySelectorAll('.ui-message-error, .field-error')].filter(m => m.checkVisibility() && text(m));
              const invalid = [...document.querySelectorAll('main [aria-invalid=true]')];
              invalid.filter(e => {
                const described = (e.getAttribute('aria-describedby') ?? '').split(' ').some(id => text(document.getElementById(id)));
                return !described && !e.closest('.form-field, fieldset, .row-entry, td, li')?.querySelector('.ui-message-error');
              }).forEach(e => wrong.push('no message at ' + name(e)));
              if (stayed && (notices.length || messages.length)) {
                Object.entries(typed).forEach(([id, value]) => {
                  const input = document.getElementById(id);
                  if (input && input.type !== 'password' && plain(input.value) !== plain(value)) {
                    wrong.push('typed text lost in ' + id + ': ' + input.value.slice(0, 60));
                  }
                });
              }
              return wrong;
            }
            """;

    private static final String TYPED =
            "() => Object.fromEntries([...document.querySelectorAll('[data-typed]')].filter(e => e.id).map(e => [e.id, e.value]))";

    private final Visitor visitor;
    private final Page page;
    private final String path;
    private final List<String> events = new ArrayList<>();
    private final Consumer<Dialog> dialogs = this::note;
    private final Consumer<Response> answers = this::note;

    TypedForm(Visitor visitor, String path) {
        this.visitor = visitor;
        this.page = visitor.page();
        this.path = path;
        page.onDialog(dialogs);
        page.onResponse(answers);
    }

    /** Leaving a form with changes asks; any other dialog is a script that ran. */
    private void note(Dialog dialog) {
        if (!"beforeunload".equals(dialog.type())) {
            events.add("a dialog: " + dialog.message());
        }
        dialog.accept();
    }

    private void note(Response answer) {
        if (answer.status() >= 500) {
            events.add(answer.url() + " answered " + answer.status());
        }
    }

    /** Fills every form of the page with the value, one after the other, and sends it. */
    List<String> submit(String value) {
        return each(value, false);
    }

    /** Sends what no list of choices offers. */
    List<String> forgeChoices() {
        return each("<b>forged</b>", true);
    }

    private List<String> each(String value, boolean choices) {
        var complaints = new ArrayList<String>();
        int forms = 1;
        for (int i = 0; i < forms; i++) {
            open();
            forms = fill(value, i, choices);
            if (forms > i) {
                complaints.addAll(send());
            }
        }
        complaints.addAll(events);
        events.clear();
        return complaints;
    }

    private void open() {
        visitor.open(path);
        page.waitForFunction(QUIET);
    }

    private int fill(String value, int index, boolean choices) {
        var found = page.evaluate(FILL, List.of(value, index, choices));
        if (found == null) {
            if (!Boolean.TRUE.equals(page.evaluate(OPEN))) {
                throw new AssertionError("no form on " + path);
            }
            page.waitForFunction(
                    "() => [...document.querySelectorAll('main form input:not([type=hidden]), main form textarea')]"
                            + ".some(e => e.checkVisibility())");
            page.waitForFunction(QUIET);
            found = page.evaluate(FILL, List.of(value, index, choices));
        }
        page.waitForFunction(QUIET);
        return found == null ? 0 : ((Number) found).intValue();
    }

    @SuppressWarnings("unchecked")
    private List<String> send() {
        var typed = page.evaluate(TYPED);
        var before = page.url();
        if (!Boolean.TRUE.equals(page.evaluate(SEND))) {
            return List.of();
        }
        page.waitForFunction(ANSWERED);
        visitor.settle();
        page.waitForFunction(QUIET);
        return (List<String>) page.evaluate(JUDGE, List.of(typed, page.url().equals(before)));
    }

    @Override
    public void close() {
        page.offDialog(dialogs);
        page.offResponse(answers);
    }
}
