// The photo of a person: a picture dropped on the photo or into the dialog is sent at once, as is one that was picked.
const field = () => document.querySelector('[data-photo-file]');
const zoneOf = event => event.dataTransfer?.types.includes('Files') ? event.target.closest?.('[data-photo-drop]') : null;

function send() {
  if (field()?.files.length) {
    document.querySelector('[id="photoForm:putPhoto"]').click();
  }
}

document.addEventListener('dragover', event => {
  const zone = zoneOf(event);
  document.querySelectorAll('[data-photo-drop]').forEach(each => each.classList.toggle('over', each === zone));
  if (zone) {
    event.preventDefault();
  }
});

document.addEventListener('drop', event => {
  const zone = zoneOf(event);
  if (!zone || !field()) {
    return;
  }
  event.preventDefault();
  const one = new DataTransfer();
  one.items.add(event.dataTransfer.files[0]);
  field().files = one.files;
  send();
});

document.addEventListener('change', event => event.target === field() && send());
