// Puts the content of a chosen file into the text field that its input names: it is looked at before it is sent.
document.addEventListener('change', async event => {
  const input = event.target.closest('[data-file-into]');
  const file = input?.files[0];
  if (file) {
    document.getElementById(input.dataset.fileInto).value = await file.text();
  }
});
