/** What goes into the places of a text, by their names. */
export type Fillings = Readonly<Record<string, string | number>>;

/** The text with its `{name}` places filled in; a place that nothing fills stays as it is. */
export const fillText = (text: string, fillings: Fillings): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(fillings, name) ? String(fillings[name] ?? place) : place,
  );
