// Fields of a template: a press puts one where the caret was last, in the subject or in the text.
const SUBJECT = 'input[id$="subject"]';
let last = null;

document.addEventListener('focusin', event => {
  if (event.target.matches?.(SUBJECT) || event.target.closest?.('.ql-editor')) {
    last = event.target;
  }
});

function intoSubject(input, token) {
  const at = input.selectionStart ?? input.value.length;
  input.setRangeText(token, at, input.selectionEnd ?? at, 'end');
  input.focus();
}

function intoText(token) {
  const { editor } = window.PF('letterEditor');
  const range = editor.getSelection(true);
  const at = range ? range.index : editor.getLength() - 1;
  editor.insertText(at, token, 'user');
  editor.setSelection(at + token.length, 0);
}

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-token]');
  if (button) {
    if (last?.isConnected && last.matches(SUBJECT)) {
      intoSubject(last, button.dataset.token);
    } else {
      intoText(button.dataset.token);
    }
  }
});
