// Ctrl+Enter (Cmd+Enter) keeps the note that is being written.
document.addEventListener('keydown', event => {
  const field = event.target.closest?.('[data-save-by-keys]');
  if (field && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    const place = field.closest('.note-editing, .note-entry');
    place.querySelector('button[id$=":addNote"], button[id$=":save"]').click();
  }
});
