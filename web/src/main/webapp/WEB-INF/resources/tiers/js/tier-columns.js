// The choice of columns: lines move by button or by drag, and what is ticked goes into the URL in that order.
const form = document.querySelector('[data-columns]');

function open(columns) {
  const query = new URLSearchParams(location.search);
  query.delete('column');
  query.delete('page');
  columns.forEach(column => query.append('column', column));
  if (![...query].length) {
    query.set('view', '0');
  }
  location.assign(location.pathname + '?' + query);
}

form.addEventListener('submit', event => {
  event.preventDefault();
  open([...form.elements.column].filter(box => box.checked).map(box => box.value));
});

form.addEventListener('click', event => {
  const mover = event.target.closest('[data-move]');
  if (mover) {
    const line = mover.closest('li');
    const other = mover.dataset.move === '1' ? line.nextElementSibling : line.previousElementSibling;
    if (other) {
      mover.dataset.move === '1' ? other.after(line) : other.before(line);
      mover.focus();
    }
  } else if (event.target.closest('[data-columns-reset]')) {
    open([]);
  }
});

let dragged = null;
form.addEventListener('dragstart', event => {
  dragged = event.target.closest('li');
  event.dataTransfer.effectAllowed = 'move';
});
form.addEventListener('dragover', event => {
  const over = event.target.closest('li');
  if (dragged && over && over !== dragged) {
    event.preventDefault();
    const box = over.getBoundingClientRect();
    event.clientY > box.top + box.height / 2 ? over.after(dragged) : over.before(dragged);
  }
});
form.addEventListener('drop', event => event.preventDefault());
form.addEventListener('dragend', () => (dragged = null));
