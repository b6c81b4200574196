// Rows ticked in the list of tiers, across its pages, or of contacts; at most as many as the service takes at once.
const MAX = 200;
/** One that stays and ten that become a part of it. */
const MOST_MERGED = 11;
const bar = document.getElementById('selection-bar');
const ticked = new Set();

const boxes = () => [...document.querySelectorAll('[data-tick]')];
const all = () => document.querySelector('[data-tick-all]');

function draw() {
  for (const box of boxes()) {
    box.checked = ticked.has(box.dataset.tick);
  }
  const head = all();
  if (head) {
    const here = boxes().filter(box => box.checked).length;
    head.checked = here > 0 && here === boxes().length;
    head.indeterminate = here > 0 && !head.checked;
  }
  bar.hidden = ticked.size === 0;
  const words = ticked.size > MAX ? bar.dataset.tooMany : ticked.size > 1 ? bar.dataset.many : bar.dataset.one;
  bar.querySelector('[data-ticked]').textContent = words.replace('#', String(ticked.size));
  const convert = bar.querySelector('[data-convert]');
  if (convert) {
    convert.disabled = ticked.size > MAX;
  }
  const merge = bar.querySelector('[data-merge]');
  if (merge) {
    merge.hidden = ticked.size < 2 || ticked.size > MOST_MERGED;
  }
}

document.addEventListener('change', event => {
  const box = event.target.closest('[data-tick]');
  if (box) {
    ticked[box.checked ? 'add' : 'delete'](box.dataset.tick);
  } else if (event.target.closest('[data-tick-all]')) {
    boxes().forEach(each => ticked[event.target.checked ? 'add' : 'delete'](each.dataset.tick));
  } else {
    return;
  }
  draw();
});

bar?.addEventListener('click', event => {
  if (event.target.closest('[data-convert]')) {
    window.convertTiers([{ name: 'ids', value: [...ticked].join(',') }]);
  } else if (event.target.closest('[data-bulk]')) {
    location.href = `${event.target.closest('[data-bulk]').dataset.bulk}?ids=${[...ticked].join(',')}`;
  } else if (event.target.closest('[data-merge]')) {
    location.href = event.target.closest('[data-merge]').dataset.merge + [...ticked].join(',');
  } else if (event.target.closest('[data-tick-page]')) {
    boxes().forEach(each => ticked.add(each.dataset.tick));
    draw();
  } else if (event.target.closest('[data-untick]')) {
    ticked.clear();
    draw();
  }
});

document.addEventListener('tiers:converted', () => {
  ticked.clear();
  draw();
  document.querySelector('.selection-results')?.focus();
});

// Another page of the list: what was ticked there stays ticked.
window.jQuery?.(document).on('pfAjaxComplete', () => bar && draw());
