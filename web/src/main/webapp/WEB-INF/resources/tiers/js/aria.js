// Names and roles that PrimeFaces leaves out, also for what it draws later.
function mend() {
  document.querySelectorAll('.ui-menu-list:not([role])').forEach(list => list.setAttribute('role', 'none'));
  document.querySelectorAll('.ui-menuitem:has(> [role=menuitem])').forEach(item => item.setAttribute('role', 'none'));
  document.querySelectorAll('.ui-fileupload-choose[tabindex]').forEach(plainFileInput);
  document.querySelectorAll('.ui-datepicker-trigger:not([aria-label])').forEach(trigger =>
    trigger.setAttribute('aria-label', PrimeFaces.getLocaleLabel('chooseDate')));
  document.querySelectorAll('[role=listbox]:not([aria-label], [aria-labelledby])').forEach(list => {
    const owner = document.querySelector(`[aria-controls="${CSS.escape(list.id)}"]`);
    const label = owner?.getAttribute('aria-labelledby');
    list.setAttribute(label ? 'aria-labelledby' : 'aria-label', label ?? PrimeFaces.getAriaLabel('listLabel'));
  });
}

// The native input is the button: focusable, named, and opened by the keyboard without help.
function plainFileInput(choose) {
  const input = choose.querySelector('input[type=file]');
  input.setAttribute('aria-labelledby', choose.getAttribute('aria-labelledby'));
  input.removeAttribute('aria-hidden');
  input.removeAttribute('tabindex');
  choose.removeAttribute('aria-labelledby');
  choose.removeAttribute('tabindex');
}

if (window.PrimeFaces) {
  let planned;
  new MutationObserver(() => {
    cancelAnimationFrame(planned);
    planned = requestAnimationFrame(mend);
  }).observe(document.body, { childList: true, subtree: true });
  mend();
}
