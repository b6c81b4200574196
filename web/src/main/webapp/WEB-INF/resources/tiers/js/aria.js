// Names and roles that PrimeFaces leaves out, also for what it draws later.
function mend() {
  document.querySelectorAll('.ui-menu-list:not([role])').forEach(list => list.setAttribute('role', 'none'));
  document.querySelectorAll('[role=listbox]:not([aria-label], [aria-labelledby])').forEach(list => {
    const owner = document.querySelector(`[aria-controls="${CSS.escape(list.id)}"]`);
    const label = owner?.getAttribute('aria-labelledby');
    list.setAttribute(label ? 'aria-labelledby' : 'aria-label', label ?? PrimeFaces.getAriaLabel('listLabel'));
  });
}

if (window.PrimeFaces) {
  let planned;
  new MutationObserver(() => {
    cancelAnimationFrame(planned);
    planned = requestAnimationFrame(mend);
  }).observe(document.body, { childList: true, subtree: true });
  mend();
}
