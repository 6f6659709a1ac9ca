/** What is dragged inside the form editor: a kind from the palette, or an element that stands somewhere. */
export const dragTypes = {
  kind: 'application/x-irisflow-field-kind',
  element: 'application/x-irisflow-form-element',
} as const;
