import type { ApplicationDraft } from '@irisflow/client';
import { useState } from 'react';
import { despiteField } from './OpenCases.tsx';

/** Why somebody files another application while a case of theirs goes on: asked before it is sent, when there is one. */
export const useDespite = ({ openCases: cases }: ApplicationDraft) => {
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isMissing = cases.length > 0 && reason.trim() === '';
  /** Whether the application may be sent; where it may not, the question is in view and has the focus. */
  const check = (): boolean => {
    setIsAsked(true);
    if (isMissing) document.getElementById(despiteField)?.focus();
    return !isMissing;
  };
  const notice = { cases, reason, isMissing: isAsked && isMissing, onReason: setReason };
  return { notice, check, reason: reason.trim() === '' ? undefined : reason.trim() };
};
