/*
 * Wagtail starts some widgets with scripts inside the page, which the content policy of the admin refuses.
 * Our templates name the starter in data attributes instead, and this controller calls it, wherever the element
 * comes from: the page, a dialogue fetched later, a new row of a list. See docs/decisions/0007-content-policy.md.
 */
(() => {
  const FUNCTIONS = new Set(['initDateChooser', 'initDateTimeChooser', 'initTimeChooser', 'createTaskChooser']);
  const CLASSES = new Set([
    'Chooser',
    'DocumentChooser',
    'ImageChooser',
    'InlinePanel',
    'MultipleChooserPanel',
    'PageChooser',
    'SnippetChooser',
  ]);
  // Elements that were moved connect again; the widget beside them lives on.
  const started = new WeakSet();

  // Wagtail puts row numbers into escaped text (\u0022 for a quotation mark), so that is how options are written.
  const unescape = (text) => JSON.parse(JSON.parse(`"${text}"`));

  const start = (element) => {
    if (started.has(element)) return;
    started.add(element);
    const {
      handslagStartNameValue: name,
      handslagStartTargetValue: target,
      handslagStartOptionsValue: options,
    } = element.dataset;
    const given = [];
    if (target !== undefined) given.push(target);
    if (options !== undefined) given.push(unescape(options));
    if (FUNCTIONS.has(name)) {
      window[name](...given);
    } else if (CLASSES.has(name)) {
      new window[name](...given);
    } else {
      throw new Error(`handslag-start does not know ${name}`);
    }
  };

  class StartController extends window.StimulusModule.Controller {
    connect() {
      start(this.element);
    }
  }

  window.wagtail.app.register('handslag-start', StartController);

  // Who adds a row may speak to its widgets at once, before a controller hears of it: choosing several things does.
  document.addEventListener('w-formset:added', (event) => {
    event.target.querySelectorAll('[data-controller~="handslag-start"]').forEach(start);
  });
})();
