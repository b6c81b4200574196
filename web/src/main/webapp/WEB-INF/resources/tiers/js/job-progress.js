// The progress of a run: asks REST every second while it is under way, then lets the page read the report.
const EVERY = 1000;
const AFTER_TROUBLE = 5000;
const language = document.documentElement.lang;
const whole = new Intl.NumberFormat(language);
const percent = new Intl.NumberFormat(language, { style: 'percent' });

class Progress {
  constructor(section) {
    this.section = section;
    this.texts = section.dataset;
    this.spoken = -1;
    this.ask();
  }

  async ask() {
    let wait = EVERY;
    try {
      const answer = await fetch(this.texts.execution, { headers: { Accept: 'application/json' } });
      if (!answer.ok) {
        throw new Error(`The run answered ${answer.status}`);
      }
      this.show(await answer.json());
    } catch {
      // The server restarts, or the network is away: the run goes on without us.
      wait = AFTER_TROUBLE;
    }
    if (this.section.isConnected) {
      setTimeout(() => this.ask(), wait);
    }
  }

  show(run) {
    if (stateOf(run) !== this.texts.state) {
      this.texts.state = stateOf(run);
      window[this.texts.refresh]();
    }
    this.write('read', whole.format(run.read));
    this.write('total', whole.format(run.total));
    this.write('changed', whole.format(run.written - run.unchanged));
    this.write('unchanged', whole.format(run.unchanged));
    this.write('skipped', whole.format(run.skipped));
    this.write('rate', `${whole.format(run.rate)} ${this.texts.perSecond}`);
    this.write('duration', duration((Date.now() - Date.parse(run.startedAt)) / 1000));
    this.write('left', run.remainingSeconds === null ? '' : this.texts.left.replace('{0}', duration(run.remainingSeconds)));
    const bar = this.field('bar');
    bar.max = run.total || 1;
    bar.value = run.read;
    this.speak(run);
  }

  // Every tenth part, not every second: a screen reader is to inform, not to chatter.
  speak(run) {
    const part = run.total ? Math.floor((run.read * 10) / run.total) : 0;
    if (part !== this.spoken) {
      this.spoken = part;
      this.write('spoken', this.texts.spoken.replace('{0}', percent.format(run.total ? run.read / run.total : 0)));
    }
  }

  write(name, text) {
    const field = this.field(name);
    if (field.textContent !== text) {
      field.textContent = text;
    }
  }

  field(name) {
    return this.section.querySelector(`[data-field=${name}]`);
  }
}

function stateOf(run) {
  if (run.status !== 'STARTING' && run.status !== 'RUNNING') {
    return run.status;
  }
  return run.stopRequested ? 'STOPPING' : run.resumeAt ? 'WAITING' : run.status;
}

function duration(seconds) {
  const all = Math.max(0, Math.round(seconds));
  const two = number => String(number).padStart(2, '0');
  if (all >= 3600) {
    return `${Math.floor(all / 3600)} h ${two(Math.floor(all / 60) % 60)}`;
  }
  return all >= 60 ? `${Math.floor(all / 60)} min ${two(all % 60)} s` : `${all} s`;
}

const started = new WeakSet();
function watch() {
  for (const section of document.querySelectorAll('[data-execution]:not([data-execution=""])')) {
    if (!started.has(section)) {
      started.add(section);
      new Progress(section);
    }
  }
}
watch();
window.jQuery(document).on('pfAjaxComplete', watch);
new MutationObserver(watch).observe(document.getElementById('content'), { childList: true, subtree: true });
