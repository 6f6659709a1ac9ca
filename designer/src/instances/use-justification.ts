import type { InterventionCategory } from '@irisflow/client';
import { useState } from 'react';
import type { Justification } from '../api/instances.ts';

export const categories = [
  'incident',
  'wrongData',
  'askedByApplicant',
  'control',
  'legalDuty',
] as const satisfies readonly InterventionCategory[];

export interface JustificationInput {
  readonly reason: string;
  readonly category: InterventionCategory | undefined;
  readonly isReasonMissing: boolean;
  readonly isCategoryMissing: boolean;
  readonly setReason: (reason: string) => void;
  readonly setCategory: (category: string | undefined) => void;
}

/** What somebody writes about why they do something, checked once they ask for it to be done. */
export const useJustification = () => {
  const [reason, setReason] = useState('');
  const [category, setChosen] = useState<InterventionCategory>();
  const [isChecked, setChecked] = useState(false);
  const setCategory = (chosen: string | undefined): void => setChosen(categories.find((known) => known === chosen));
  const text = reason.trim();
  const input: JustificationInput = {
    reason,
    category,
    isReasonMissing: isChecked && text === '',
    isCategoryMissing: isChecked && category === undefined,
    setReason,
    setCategory,
  };
  /** Complete, or null with what is missing shown. */
  const check = (): Justification | null => {
    setChecked(true);
    return text === '' || category === undefined ? null : { reason: text, category };
  };
  return { input, check, isTouched: text !== '' || category !== undefined };
};
