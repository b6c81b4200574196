// Copies the text of the element that a button names, and says so.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) {
    return;
  }
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.querySelector('span').textContent = button.dataset.copied;
  } catch {
    // no clipboard on plain HTTP: the text is selected, the keyboard copies it
    getSelection().selectAllChildren(source);
  }
});
