// The record: back to the list as it was left, dialogs, and the focus where the next keystroke belongs.
const back = document.querySelector('[data-back-to-list]');
if (back) {
  back.search = sessionStorage.getItem('tiers.list') ?? '';
}

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-open-dialog]');
  if (opener) {
    opener.closest('[popover]')?.hidePopover();
    document.getElementById(opener.dataset.openDialog).showModal();
  } else if (event.target.closest('[data-close-dialog]')) {
    event.target.closest('dialog').close();
  }
});

// A popover stands in a layer of its own and knows nothing of its button: put it beneath, right edges together.
function place(menu) {
  const button = document.querySelector(`[popovertarget="${menu.id}"]`).getBoundingClientRect();
  const right = document.documentElement.clientWidth - button.right;
  const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
  menu.style.top = `${button.bottom + 4}px`;
  menu.style.right = `${Math.min(right, room)}px`;
}
for (const menu of document.querySelectorAll('.anchored-menu')) {
  menu.addEventListener('toggle', event => event.newState === 'open' && place(menu));
}
addEventListener('scroll', () => document.querySelectorAll('.anchored-menu:popover-open').forEach(place), { passive: true });

document.querySelector('.tabs [aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

const first = () => document.querySelector('main input.ui-state-error, main textarea.ui-state-error, main [aria-invalid=true]');
const sought = document.querySelector('main .sought');
if (sought) {
  sought.tabIndex = -1;
  sought.focus({ preventScroll: true });
  sought.scrollIntoView({ block: 'center' });
} else {
  document.querySelector('main [data-focus]')?.focus();
}
window.jQuery(document).on('pfAjaxComplete', () => first()?.focus());
