import { parseForm, type FormDefinition } from '@irisflow/forms';
import { useMemo } from 'react';

/** A form as the platform sent it, once it is sure to be one; undefined when there is none that can be shown. */
export const useKnownForm = (json: unknown): FormDefinition | undefined =>
  useMemo(() => {
    const parsed = json === null || json === undefined ? undefined : parseForm(json);
    return parsed?.ok === true ? parsed.form : undefined;
  }, [json]);
