// The organisation chart: drag a card onto another one to put it below, onto the free area to take it out; export as a picture.
const SLOP = 6;
let drag = null;

const area = () => document.querySelector('[data-chart="edit"]');
const overAt = (x, y) => document.elementsFromPoint(x, y);

/** The card under the pointer, other than the one in hand; else the free area; else nothing. */
function targetAt(x, y) {
  const under = overAt(x, y);
  const card = under.map(element => element.closest('.chart-card')).find(found => found && found !== drag.card);
  return card ?? under.map(element => element.closest('[data-drop-nobody]')).find(found => found) ?? null;
}

function mark(target) {
  document.querySelectorAll('.chart-target').forEach(marked => marked !== target && marked.classList.remove('chart-target'));
  target?.classList.add('chart-target');
}

document.addEventListener('pointerdown', event => {
  const card = event.target.closest('.chart-card');
  if (!card || !area()?.contains(card) || event.button !== 0) {
    return;
  }
  drag = { card, x: event.clientX, y: event.clientY, home: card.getAttribute('transform'), moving: false };
});

document.addEventListener('pointermove', event => {
  if (!drag) {
    return;
  }
  const dx = event.clientX - drag.x;
  const dy = event.clientY - drag.y;
  if (!drag.moving && Math.hypot(dx, dy) < SLOP) {
    return;
  }
  event.preventDefault();
  drag.moving = true;
  drag.card.classList.add('chart-dragged');
  drag.card.setAttribute('transform', `${drag.home} translate(${dx} ${dy})`);
  mark(targetAt(event.clientX, event.clientY));
});

function put() {
  drag?.card.setAttribute('transform', drag.home);
  drag?.card.classList.remove('chart-dragged');
  mark(null);
  drag = null;
}

document.addEventListener('pointerup', event => {
  if (!drag?.moving) {
    drag = null;
    return;
  }
  const target = targetAt(event.clientX, event.clientY);
  const link = drag.card.dataset.link;
  const superior = target?.dataset.link ?? '';
  const changes = target && superior !== (drag.card.dataset.superior ?? '');
  put();
  if (changes) {
    window.dropOnChart([{ name: 'link', value: link }, { name: 'superior', value: superior }]);
  }
});

document.addEventListener('pointercancel', put);
document.addEventListener('keydown', event => event.key === 'Escape' && put());

const DRAWN = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

/** A copy that carries its looks with it, as a picture knows no style sheet. */
function standalone(svg) {
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const style = getComputedStyle(originals[index]);
    DRAWN.forEach(name => element.setAttribute(name, style.getPropertyValue(name)));
  });
  return new XMLSerializer().serializeToString(copy);
}

async function exportChart(name) {
  const svg = document.querySelector('.org-chart');
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  const scale = 2;
  canvas.width = svg.width.baseVal.value * scale;
  canvas.height = svg.height.baseVal.value * scale;
  const pen = canvas.getContext('2d');
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.png`;
  link.click();
  URL.revokeObjectURL(link.href);
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-export-chart]');
  if (button) {
    exportChart(button.dataset.exportChart);
  }
});
