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

  class StartController extends window.StimulusModule.Controller {
    static values = { name: String, target: String, options: String };

    connect() {
      if (started.has(this.element)) return;
      started.add(this.element);
      const given = [];
      if (this.hasTargetValue) given.push(this.targetValue);
      if (this.hasOptionsValue) given.push(unescape(this.optionsValue));
      if (FUNCTIONS.has(this.nameValue)) {
        window[this.nameValue](...given);
      } else if (CLASSES.has(this.nameValue)) {
        new window[this.nameValue](...given);
      } else {
        throw new Error(`handslag-start does not know ${this.nameValue}`);
      }
    }
  }

  window.wagtail.app.register('handslag-start', StartController);
})();
