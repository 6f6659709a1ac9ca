import type { Locale, LocalizedText } from '@irisflow/client';

/** A drawing with the names of its steps and flows in the reader's language; those that nobody translated stay as drawn. */
export const nameDiagram = (xml: string, names: Readonly<Record<string, LocalizedText>>, locale: Locale): string => {
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  if (drawing.querySelector('parsererror') !== null) return xml;
  for (const element of drawing.querySelectorAll('[id][name]')) {
    const id = element.getAttribute('id') ?? '';
    const name = Object.hasOwn(names, id) ? names[id]?.[locale] : undefined;
    if (name !== undefined && name.trim() !== '') element.setAttribute('name', name);
  }
  return new XMLSerializer().serializeToString(drawing);
};
