// Editors of formatted text: Tab leads on, as in every other field, and the place to type in has a name.
addEventListener('keydown', event => {
  if (event.key === 'Tab' && event.target.closest?.('.ql-editor')) {
    event.stopImmediatePropagation();
  }
}, true);

const label = box => box.closest('[data-custom]')?.querySelector('.custom-label').id ?? 'observation-label';

const name = () => {
  document.querySelectorAll('.rich-editor[role]:not([aria-labelledby]), .rich-editor [role=textbox]:not([aria-labelledby])')
    .forEach(box => box.setAttribute('aria-labelledby', label(box)));
  for (const editor of document.querySelectorAll('.ql-editor:not([role])')) {
    editor.setAttribute('role', 'textbox');
    editor.setAttribute('aria-multiline', 'true');
    editor.setAttribute('aria-labelledby', label(editor));
  }
};
name();
new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
