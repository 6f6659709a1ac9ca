import { useState } from 'react';
import type { AnswerTexts } from './answer-body.ts';

const parse = (text: string | null): AnswerTexts => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as AnswerTexts) : {};
  } catch {
    return {};
  }
};

export interface KeptTexts {
  readonly texts: AnswerTexts;
  readonly write: (field: string, text: string) => void;
  readonly forget: () => void;
}

/** The texts of an answer, kept in this tab through a reload or a new sign-in until the answer is sent. */
export const useAnswerTexts = (requestId: string): KeptTexts => {
  const key = `irisflow:answer:${requestId}`;
  const [texts, setTexts] = useState<AnswerTexts>(() => parse(sessionStorage.getItem(key)));
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
