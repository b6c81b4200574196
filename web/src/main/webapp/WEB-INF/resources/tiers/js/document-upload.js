// Uploads: files dropped anywhere on the page, chosen or photographed go one after the other, each with its progress.
class Uploader {
  constructor(box) {
    this.box = box;
    this.texts = box.dataset;
    this.list = box.querySelector('[data-list]');
    this.queue = [];
    this.items = [];
    box.querySelectorAll('[data-files]').forEach(input => input.addEventListener('change', () => {
      this.take([...input.files]);
      input.value = '';
    }));
    document.addEventListener('dragover', event => this.over(event, true));
    document.addEventListener('dragleave', event => event.relatedTarget || this.over(event, false));
    document.addEventListener('drop', event => this.drop(event));
    addEventListener('beforeunload', event => this.busy && event.preventDefault());
  }

  over(event, inside) {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.box.classList.toggle('over', inside);
    }
  }

  drop(event) {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.box.classList.remove('over');
      const several = this.box.querySelector('[data-files][multiple]');
      const files = [...event.dataTransfer.files];
      this.take(several ? files : files.slice(0, 1));
    }
  }

  take(files) {
    for (const file of files) {
      const item = new Item(file, this);
      this.items.push(item);
      this.list.append(item.element);
      if (file.size > Number(this.texts.max)) {
        item.fail(this.texts.textTooLarge, false);
      } else {
        this.queue.push([item, null]);
      }
    }
    this.next();
  }

  again(item, existing) {
    this.queue.push([item, existing]);
    item.wait();
    this.next();
  }

  async next() {
    if (this.busy) {
      return;
    }
    const [item, existing] = this.queue.shift() ?? [];
    if (!item) {
      this.settle();
      return;
    }
    this.busy = true;
    await item.send(existing);
    this.busy = false;
    this.say();
    this.next();
  }

  say() {
    const sent = this.items.filter(item => item.state === 'sent').length;
    this.box.querySelector('[data-status]').textContent =
      this.texts.textCount.replace('{0}', sent).replace('{1}', this.items.length);
  }

  // All well: the page shows the new files. Else what went wrong stays to be read, and the way on is offered.
  settle() {
    const sent = this.items.filter(item => item.state === 'sent').length;
    const open = this.items.some(item => item.state === 'asking' || item.state === 'failed');
    if (sent && !open) {
      location.assign(`${this.texts.done}&uploaded=${sent}`);
    } else if (sent) {
      const link = document.createElement('a');
      link.className = 'button';
      link.href = `${this.texts.done}&uploaded=${sent}`;
      link.textContent = this.texts.textShow;
      this.box.querySelector('[data-after]').replaceChildren(link);
    }
  }
}

class Item {
  constructor(file, uploader) {
    this.file = file;
    this.uploader = uploader;
    this.texts = uploader.texts;
    this.element = document.createElement('li');
    this.element.className = 'upload-item';
    this.name = part('strong', '', file.name);
    this.text = part('span', 'upload-state', '');
    this.progress = document.createElement('progress');
    this.progress.max = 1;
    this.progress.value = 0;
    this.progress.setAttribute('aria-label', file.name);
    this.problem = part('p', 'upload-problem', '');
    this.problem.setAttribute('role', 'alert');
    this.choices = part('div', 'upload-choices', '');
    this.element.append(this.name, this.text, this.progress, this.problem, this.choices);
    this.wait();
  }

  wait() {
    this.state = 'waiting';
    this.text.textContent = this.texts.textWaiting;
    this.progress.hidden = false;
    this.progress.value = 0;
    this.problem.textContent = '';
    this.choices.replaceChildren();
  }

  send(existing) {
    const form = new FormData();
    this.uploader.box.querySelectorAll('[data-field]').forEach(field => field.value && form.append(field.dataset.field, field.value));
    form.append('file', this.file);
    return new Promise(resolve => {
      const request = new XMLHttpRequest();
      request.open('POST', this.texts.upload + (existing ? `?existing=${existing}` : ''));
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('Accept-Language', document.documentElement.lang);
      request.upload.addEventListener('progress', event => this.advance(event));
      request.addEventListener('load', () => resolve(this.answered(request)));
      request.addEventListener('error', () => resolve(this.fail(this.texts.textBroken, true)));
      request.addEventListener('abort', () => resolve(this.fail(this.texts.textBroken, true)));
      this.text.textContent = this.texts.textSending;
      request.send(form);
    });
  }

  advance(event) {
    this.progress.value = event.loaded / event.total;
    this.text.textContent = event.loaded < event.total ? `${Math.floor(100 * event.loaded / event.total)} %` : this.texts.textChecking;
  }

  answered(request) {
    if (request.status === 201) {
      this.state = 'sent';
      this.progress.hidden = true;
      this.element.classList.add('upload-ok');
      this.text.textContent = this.texts.textSent;
      return;
    }
    const problem = read(request.responseText);
    const words = problem.violations?.map(each => each.message).join(' ') || problem.detail || this.texts.textBroken;
    if (problem.type === 'urn:tiers:problem:document-name-taken') {
      this.ask(words);
    } else {
      this.fail(words, request.status >= 500 || request.status === 0);
    }
  }

  ask(words) {
    this.state = 'asking';
    this.progress.hidden = true;
    this.text.textContent = '';
    this.problem.textContent = words;
    const version = this.choice(this.texts.textVersion, () => this.uploader.again(this, 'VERSION'));
    this.choice(this.texts.textRename, () => this.uploader.again(this, 'RENAME'));
    this.choice(this.texts.textSkip, () => this.skip());
    version.focus();
  }

  fail(words, passing) {
    this.state = 'failed';
    this.progress.hidden = true;
    this.text.textContent = '';
    this.problem.textContent = words;
    this.choices.replaceChildren();
    if (passing) {
      this.choice(this.texts.textRetry, () => this.uploader.again(this, null));
    }
  }

  skip() {
    this.state = 'skipped';
    this.problem.textContent = '';
    this.choices.replaceChildren();
    this.text.textContent = this.texts.textSkipped;
    this.uploader.settle();
  }

  choice(label, act) {
    const button = part('button', 'button', label);
    button.type = 'button';
    button.addEventListener('click', act);
    this.choices.append(button);
    return button;
  }
}

function part(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

document.querySelectorAll('[data-upload]').forEach(box => new Uploader(box));
