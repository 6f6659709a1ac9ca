import {
  formText,
  pathOfScope,
  pointerOf,
  processBindings,
  type CompiledControl,
  type CompiledForm,
} from '@irisflow/forms';
import { canonicalJson } from '@irisflow/access';
import type { Variables } from '@irisflow/engine-client';
import type { ProposalChange } from '../views.ts';
import { type Locale, type LocalizedText, inEveryLocale } from '@irisflow/foundation';
import { wordOf } from '@irisflow/casework';
import { changedPaths, foundOf, type Proposal } from './proposal.ts';

const controlAt = (form: CompiledForm, path: string): CompiledControl | undefined => {
  const binding = processBindings(form).out.find(({ to }) => to === path);
  if (binding === undefined) return undefined;
  const pointer = pointerOf(pathOfScope(binding.from));
  return form.controls.find((control) => control.pointer === pointer);
};

const inLocale = (form: CompiledForm, locale: Locale, key: string): string => formText(form.form, locale, key);

export interface Compared {
  readonly forms: readonly CompiledForm[];
  readonly proposal: Proposal;
  readonly variables: Variables;
}

/** The fields of a proposal that the process has otherwise now, in the words of the form that proposed them. */
export const describeChanges = ({ forms, proposal, variables }: Compared): ProposalChange[] => {
  const found = foundOf(proposal, variables);
  return changedPaths(proposal, variables).map((path): ProposalChange => {
    const form = forms.find((candidate) => controlAt(candidate, path) !== undefined);
    const control = form === undefined ? undefined : controlAt(form, path);
    const words = (value: unknown): LocalizedText =>
      inEveryLocale((locale) => (form === undefined ? canonicalJson(value) : wordOf(form, control, locale, value)));
    return {
      path,
      label: inEveryLocale((locale) =>
        form === undefined || control === undefined ? path : inLocale(form, locale, `${control.i18n}.label`),
      ),
      proposed: words(proposal[path]),
      found: words(found[path]),
    };
  });
};
