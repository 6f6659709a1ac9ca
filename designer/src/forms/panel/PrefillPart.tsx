import type { ControlElement, PrefillMode } from '@irisflow/forms';
import { useTexts } from '../../texts/use-texts.ts';
import { prefillOf, setPrefill } from '../edit/bindings.ts';
import { useFormEditing } from '../editing.ts';
import { Pick } from './controls.tsx';
import { sourceValues, useSourceWords } from './source-values.ts';

const modes = ['locked', 'editable', 'suggest'] as const satisfies readonly PrefillMode[];
const NOBODY = '';

/** Where the platform looks an answer up before it asks for it: a source, for a purpose, and what the person may do with it. */
export const PrefillPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, sources, edit } = useFormEditing();
  const words = useSourceWords();
  const prefill = prefillOf(form, control.scope);
  const known = sourceValues(sources);
  const value = prefill?.source ?? NOBODY;
  const write = (changes: Partial<NonNullable<typeof prefill>>): void => {
    const { scope: _, ...before } = prefill ?? {
      scope: '',
      source: '',
      mode: 'editable' as const,
      onMissing: 'ask' as const,
    };
    edit(setPrefill(form, control.scope, { ...before, ...changes }));
  };
  const source = sources.find(({ key }) => value.split('.')[0] === key);
  const options = known.includes(value) || value === NOBODY ? known : [...known, value];
  return (
    <>
      <Pick
        label={t('forms.prefill.source')}
        hint={t('forms.prefill.hint')}
        value={value}
        options={[
          { value: NOBODY, text: t('forms.prefill.none') },
          ...options.map((one) => ({ value: one, text: words.value(one) })),
        ]}
        onChange={(next) =>
          next === NOBODY ? edit(setPrefill(form, control.scope, undefined)) : write({ source: next })
        }
      />
      {source !== undefined && (
        <dl className="panel-facts">
          <dt>{t('settings.source.purpose')}</dt>
          <dd>{source.purpose[t.locale]}</dd>
          <dt>{t('forms.prefill.legalBasis')}</dt>
          <dd>{words.law(source)}</dd>
        </dl>
      )}
      {prefill !== undefined && (
        <Pick
          label={t('forms.prefill.mode')}
          value={prefill.mode}
          options={modes.map((mode) => ({ value: mode, text: t(`forms.prefill.${mode}`) }))}
          onChange={(mode) => write({ mode })}
        />
      )}
    </>
  );
};
