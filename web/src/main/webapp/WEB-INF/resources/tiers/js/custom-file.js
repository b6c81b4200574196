// Files as values of custom fields: sent at once to the documents of the tier, chosen when the form is saved. Listens on the
// document, because conditions draw the fields anew.
const read = text => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

function choose(box, id, name) {
  box.querySelector('input[type=hidden]').value = id;
  const link = box.querySelector('.custom-file-name');
  link.textContent = name;
  link.href = box.dataset.page + id;
  link.hidden = !id;
  box.querySelector('[data-clear]').hidden = !id;
}

const say = (box, words) => {
  box.querySelector('.custom-file-status').textContent = words;
};

async function send(box, file) {
  const texts = box.dataset;
  if (file.size > Number(texts.max)) {
    say(box, texts.textTooLarge);
    return;
  }
  say(box, texts.textSending);
  const form = new FormData();
  form.append('file', file);
  try {
    const answer = await fetch(`${texts.customFile}?existing=RENAME`, {
      method: 'POST',
      body: form,
      headers: { Accept: 'application/json', 'Accept-Language': document.documentElement.lang },
    });
    const body = read(await answer.text());
    if (answer.status === 201) {
      choose(box, body.id, body.name);
      say(box, texts.textSent);
    } else {
      say(box, body.violations?.map(each => each.message).join(' ') || body.detail || texts.textBroken);
    }
  } catch {
    say(box, texts.textBroken);
  }
}

document.addEventListener('change', event => {
  const box = event.target.closest?.('[data-custom-file]');
  if (box && event.target.type === 'file' && event.target.files.length) {
    send(box, event.target.files[0]);
    event.target.value = '';
  }
});

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-custom-file] [data-clear]');
  if (button) {
    const box = button.closest('[data-custom-file]');
    choose(box, '', '');
    say(box, box.dataset.textCleared);
    box.querySelector('input[type=file]').focus();
  }
});
