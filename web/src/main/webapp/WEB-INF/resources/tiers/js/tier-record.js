// The record: back to the list as it was left, dialogs, and the focus where the next keystroke belongs.
const back = document.querySelector('[data-back-to-list]');
if (back) {
  back.search = sessionStorage.getItem('tiers.list') ?? back.search;
}

// The record before or after in the list, by the keys that the preview has as well.
document.addEventListener('keydown', event => {
  const rel = { ArrowUp: 'prev', ArrowDown: 'next' }[event.key];
  if (event.altKey && rel && !event.target.closest('input, select, textarea, [contenteditable=true], dialog')) {
    event.preventDefault();
    document.querySelector(`.record-steps [rel=${rel}]`)?.click();
  }
});

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-open-dialog]');
  if (opener) {
    opener.closest('[popover]')?.hidePopover();
    document.getElementById(opener.dataset.openDialog).showModal();
  } else if (event.target.closest('[data-close-dialog]')) {
    event.target.closest('dialog').close();
  }
});

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
