/*
 * Wagtail makes one list of choices for all blocks of an editor, and leaves out of the form what is not in it.
 * A source that is stored but no longer registered becomes a choice of its own, where it stands.
 */
(() => {
  const Select = window.telepath.constructors['wagtail.widgets.Select'];

  class SourceSelect extends Select {
    constructor(...args) {
      super(...args);
      this.boundWidgetClass = class extends this.boundWidgetClass {
        setState(state) {
          const { options, dataset } = this.input;
          const known = new Set(Array.from(options, (option) => option.value));
          (state || []).filter((name) => !known.has(name)).forEach((name) => {
            options.add(new Option(dataset.kept.replace('{name}', () => name), name));
          });
          super.setState(state || []);
        }
      };
    }
  }

  window.telepath.register('handslag.SourceSelect', SourceSelect);
})();
