/** The names of the elements of a BPMN file by id. */
export const elementNames = (xml: string): ReadonlyMap<string, string> => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const names = new Map<string, string>();
  for (const element of document.querySelectorAll('[id][name]')) {
    const name = element.getAttribute('name')?.trim();
    if (name !== undefined && name !== '') names.set(element.id, name);
  }
  return names;
};
