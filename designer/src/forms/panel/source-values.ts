import { fillingSources } from '@irisflow/forms';
import type { ProcedureSource } from '../../settings/procedure-file.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useFormEditing } from '../editing.ts';

/** What the platform knows of whoever signed in. */
const identityValues = ['name', 'nationalNumber', 'enterpriseNumber', 'email', 'language'] as const;
/** Values of sources that have words of their own. */
const wordedFields = ['lastName', 'firstName', 'birthDate', 'address', 'household', ...identityValues] as const;

/** Names of all values that forms of a procedure may be prefilled with: `identity.email`, `be-national-register.address`. */
export const sourceValues = (sources: readonly ProcedureSource[]): readonly string[] => [
  ...identityValues.map((value) => `identity.${value}`),
  ...sources
    .filter(({ key }) => fillingSources.includes(key))
    .flatMap(({ key, fields = [] }) => fields.map((field) => `${key}.${field}`)),
];

export interface SourceWords {
  /** A value as people name it, with the source it comes from. */
  readonly value: (name: string) => string;
  readonly law: (source: ProcedureSource) => string;
}

export const useSourceWords = (): SourceWords => {
  const t = useTexts();
  const { sources } = useFormEditing();
  return {
    value(name) {
      const [key = '', ...path] = name.split('.');
      const field = path.join('.');
      const worded = wordedFields.find((one) => one === field);
      const source = sources.find((one) => one.key === key);
      const from = key === 'identity' ? t('forms.source.identity') : source?.name[t.locale] || key;
      return t('forms.named', { kind: from, name: worded === undefined ? field : t(`forms.source.${worded}`) });
    },
    law({ legalBasis }) {
      return typeof legalBasis === 'string' ? legalBasis : (legalBasis[t.locale] ?? '');
    },
  };
};
