import { useState } from 'react';

/** What was typed, by the id of its field. */
export type KeptTexts = Readonly<Record<string, string>>;

const parse = (text: string | null): KeptTexts => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as KeptTexts) : {};
  } catch {
    return {};
  }
};

export interface TextKeeper {
  readonly texts: KeptTexts;
  readonly write: (field: string, text: string) => void;
  readonly forget: () => void;
}

/** Texts on their way to the platform, kept in this tab through a reload or a new sign-in until they are sent. */
export const useKeptTexts = (name: string): TextKeeper => {
  const key = `irisflow:${name}`;
  const [texts, setTexts] = useState<KeptTexts>(() => parse(sessionStorage.getItem(key)));
  const write = (field: string, text: string): void => {
    const next = { ...texts, [field]: text };
    setTexts(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Full storage takes the safety net away, not the form.
    }
  };
  return { texts, write, forget: () => sessionStorage.removeItem(key) };
};
