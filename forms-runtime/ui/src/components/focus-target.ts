/** Focuses a field. Groups are not controls: focus goes to the first control inside, so that typing can start at once. */
export const focusField = (element: Element | null): void => {
  const control = element?.matches('fieldset')
    ? element.querySelector<HTMLElement>('input:not(:disabled), select, textarea, button')
    : null;
  (control ?? (element as HTMLElement | null))?.focus();
};

/** Goes to a field by its id. */
export const focusTarget = (id: string): void => {
  const element = document.getElementById(id);
  focusField(element);
  element?.scrollIntoView({ block: 'center' });
};
