import type { ReactNode } from 'react';

export interface PlainFieldProps {
  label: string;
  hint?: string;
  children: ReactNode;
}

/** A label over one native control, for tools and filters, where "optional" would only be noise. */
export const PlainField = ({ label, hint, children }: PlainFieldProps) => (
  <label className="plain-field">
    <span className="plain-field__label">{label}</span>
    {hint !== undefined && <span className="plain-field__hint">{hint}</span>}
    {children}
  </label>
);
