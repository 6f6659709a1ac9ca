import type { ControlElement } from '@irisflow/forms';
import { useTexts } from '../../texts/use-texts.ts';
import { fileRuleOf, setFileRule } from '../edit/bindings.ts';
import { useFormEditing } from '../editing.ts';
import { NumberInput, Tick } from './controls.tsx';

/** Kinds of files as people name them, with the media types that each stands for. */
const families = {
  pdf: ['application/pdf'],
  images: ['image/jpeg', 'image/png'],
  documents: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
  ],
  spreadsheets: [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.spreadsheet',
    'text/csv',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Family = keyof typeof families;
const familyNames = Object.keys(families) as Family[];

const megabyte = 1_048_576;

/** Which files a field takes. */
export const FilesPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const rule = fileRuleOf(form, control.scope);
  if (rule === undefined) return null;
  const { accept, maxBytes, maxCount } = rule;
  const has = (family: Family): boolean => families[family].every((type) => accept.includes(type));
  const toggle = (family: Family, isTaken: boolean): void => {
    const types: readonly string[] = families[family];
    const others = accept.filter((type) => !types.includes(type));
    const next = isTaken ? [...others, ...types] : others;
    if (next.length > 0) edit(setFileRule(form, control.scope, { accept: next }));
  };
  const named: readonly string[] = familyNames.flatMap((family) => families[family]);
  const strange = accept.filter((type) => !named.includes(type));
  return (
    <>
      <fieldset className="panel-group">
        <legend className="plain-field__label">{t('forms.files.accept')}</legend>
        {familyNames.map((family) => (
          <Tick
            key={family}
            label={t(`forms.files.${family}`)}
            value={has(family)}
            onChange={(isTaken) => toggle(family, isTaken)}
          />
        ))}
        {strange.length > 0 && (
          <p className="plain-field__hint">{t('forms.files.others', { types: strange.join(', ') })}</p>
        )}
      </fieldset>
      <div className="panel-pair">
        <NumberInput
          label={t('forms.files.maxCount')}
          least={1}
          value={maxCount}
          onChange={(count) => count !== undefined && edit(setFileRule(form, control.scope, { maxCount: count }))}
        />
        <NumberInput
          label={t('forms.files.maxSize')}
          kind="decimal"
          least={0.1}
          value={Math.round((maxBytes / megabyte) * 100) / 100}
          onChange={(size) =>
            size !== undefined && edit(setFileRule(form, control.scope, { maxBytes: Math.round(size * megabyte) }))
          }
        />
      </div>
    </>
  );
};
