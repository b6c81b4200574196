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

/** A copy that carries its looks and photos with it, as a picture knows neither style sheet nor server. */
async function standalone(svg) {
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  copies.forEach((element, index) => {
    const style = getComputedStyle(originals[index]);
    DRAWN.forEach(name => element.setAttribute(name, style.getPropertyValue(name)));
  });
  await Promise.all([...copy.querySelectorAll('image')].map(photo => embed(photo)));
  return new XMLSerializer().serializeToString(copy);
}

/** Without its photo a card still says who it is. */
async function embed(photo) {
  const answer = await fetch(photo.getAttribute('href'));
  if (!answer.ok) {
    photo.remove();
    return;
  }
  const blob = await answer.blob();
  photo.style.clipPath = 'circle(50%)';
  photo.setAttribute('href', await new Promise(done => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(reader.result));
    reader.readAsDataURL(blob);
  }));
}

async function drawn(svg) {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await standalone(svg))}`;
  await picture.decode();
  return { picture, width: svg.width.baseVal.value, height: svg.height.baseVal.value };
}

// browsers draw nothing at all on a canvas that is larger
const MAX_SIDE = 16000;
const MAX_AREA = 120e6;
const MARGIN = 24;
const HEADING = 40;

/** Everybody on one picture: the chart, and below it those who have no place in it. */
async function exportChart(name) {
  const charts = await Promise.all([...document.querySelectorAll('.org-chart')].map(drawn));
  const unplaced = document.querySelector('.chart-unplaced .org-chart');
  const width = Math.max(...charts.map(chart => chart.width)) + 2 * MARGIN;
  const height = charts.reduce((sum, chart) => sum + chart.height + MARGIN, MARGIN) + 2 * HEADING;
  const scale = Math.min(2, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_AREA / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d');
  const look = getComputedStyle(document.body);
  pen.scale(scale, scale);
  pen.fillStyle = look.backgroundColor;
  pen.fillRect(0, 0, width, height);
  const write = (text, size, y) => {
    pen.fillStyle = look.color;
    pen.font = `600 ${size}px ${look.fontFamily}`;
    pen.fillText(text, MARGIN, y, width - 2 * MARGIN);
  };
  write(name, 18, MARGIN + 16);
  let y = MARGIN + HEADING;
  charts.forEach((chart, index) => {
    if (unplaced && index === charts.length - 1) {
      write(unplaced.closest('.chart-unplaced').querySelector('h2').textContent, 14, y + 16);
      y += HEADING;
    }
    pen.drawImage(chart.picture, MARGIN, y, chart.width, chart.height);
    y += chart.height + MARGIN;
  });
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
  } else if (event.target.closest('[data-print]')) {
    window.print();
  }
});
