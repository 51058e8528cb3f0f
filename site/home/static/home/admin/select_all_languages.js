/* Ticks or clears all languages of the form that submits a page for translation. */
document.addEventListener('change', (event) => {
  if (event.target.name !== 'select_all') return;
  event.target.form.querySelectorAll('[name="locales"]').forEach((box) => {
    box.checked = event.target.checked;
  });
});
