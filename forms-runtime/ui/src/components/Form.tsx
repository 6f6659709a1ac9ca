import { useEffect, useRef, type FormHTMLAttributes, type SubmitEvent } from 'react';
import { focusField } from './focus-target.ts';

export interface FormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit' | 'noValidate'> {
  readonly onSubmit: () => void;
}

const WRONG = '.iris-field--invalid';

/** What of a field takes the focus: its control, or the group as a whole. */
const targetOf = (field: Element): Element | null =>
  field.matches('fieldset') ? field : field.querySelector('[aria-invalid="true"], input, button');

/**
 * A form that says itself what is wrong with its answers. Whoever sends it and is refused, here or by the platform, finds the first
 * field that has to be looked at again focused, unless a summary of all of them or the application took the focus.
 */
export const Form = ({ onSubmit, ...more }: FormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const sentBy = useRef<Element>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // React takes a dialog for a part of the form around it, which is not what is sent.
    event.stopPropagation();
    sentBy.current = document.activeElement;
    onSubmit();
  };
  // What is wrong may be known at once, or when the platform has answered; whoever moved on in between is left alone.
  useEffect(() => {
    const wrong = form.current?.querySelector(WRONG) ?? null;
    if (sentBy.current === null || wrong === null) return;
    const { activeElement, body } = document;
    const isStillThere = activeElement === sentBy.current || activeElement === body;
    if (isStillThere && !wrong.contains(activeElement)) focusField(targetOf(wrong));
    sentBy.current = null;
  });
  return <form {...more} ref={form} noValidate onSubmit={submit} />;
};
