import type { ApplicationDraft } from '@irisflow/client';
import { compileForm, withPrefilled, type FormData, type FormDefinition } from '@irisflow/forms';
import { prefilledOf, sourceNamesOf } from '@irisflow/renderer';
import { useLocale } from '@irisflow/ui';
import { useEffect, useMemo, useRef } from 'react';

/** Puts what the sources say where nothing was answered. */
type Fill = (data: FormData) => FormData;

/** The form of a draft, and what the sources say; both stay the same objects while they say the same. */
export const useApplicationFrame = (draft: ApplicationDraft) => {
  const locale = useLocale();
  const sourceNames = useMemo(() => sourceNamesOf(draft.prefill, locale), [draft.prefill, locale]);
  // The platform checked the artifact when the procedure was published.
  const form = draft.form as FormDefinition;
  const filling = useMemo(() => {
    const prefilled = prefilledOf(draft.prefill);
    const fill: Fill = (data) => withPrefilled(compileForm(form), data, prefilled);
    return { prefilled, fill };
  }, [form, draft.prefill]);
  return { form, sourceNames, ...filling };
};

interface Keeping {
  readonly change: (data: FormData) => void;
  readonly save: (data: FormData) => Promise<void>;
}

/** Takes in what a source says while the form is open: it fills what is empty, and is saved. */
export const useLateValues = (fill: Fill, data: FormData, { change, save }: Keeping): void => {
  const known = useRef(fill);
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
  });
  useEffect(() => {
    if (known.current === fill) return;
    known.current = fill;
    const filled = fill(latest.current);
    change(filled);
    void save(filled);
  }, [fill, change, save]);
};
