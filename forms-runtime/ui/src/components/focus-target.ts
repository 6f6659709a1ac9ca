/** Goes to a field by its id. Groups are not controls: focus goes to the first control inside, so that typing can start at once. */
export const focusTarget = (id: string): void => {
  const element = document.getElementById(id);
  const control = element?.matches('fieldset')
    ? element.querySelector<HTMLElement>('input:not(:disabled), select, textarea, button')
    : element;
  (control ?? element)?.focus();
  element?.scrollIntoView({ block: 'center' });
};
