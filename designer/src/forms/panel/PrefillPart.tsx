import { askedAgain, type AskedAgain, type ControlElement, type PrefillMode } from '@irisflow/forms';
import { Notice, TextArea } from '@irisflow/ui';
import { useMemo } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { prefillOf, setPrefill } from '../edit/bindings.ts';
import { setOptions } from '../edit/fields.ts';
import { useFormEditing } from '../editing.ts';
import { Pick } from './controls.tsx';
import { sourceValues, useSourceWords } from './source-values.ts';

const modes = ['locked', 'editable', 'suggest'] as const satisfies readonly PrefillMode[];
const NOBODY = '';

/** What a source of the procedure gives of a field that asks for it all the same; null for a field that asks nothing again. */
export const useAskedAgain = (control: ControlElement): AskedAgain | null => {
  const { form, described } = useFormEditing();
  const again = useMemo(() => (described === null ? [] : askedAgain(form, described)), [form, described]);
  return again.find((one) => one.control.id === control.id) ?? null;
};

/** Says that a source knows the answer, and asks why the person has to give it. */
const AskedAgainPart = ({ control, again }: { control: ControlElement; again: AskedAgain }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const words = useSourceWords();
  const write = (reason: string): void =>
    edit(
      setOptions(form, control.id, { askedAgain: reason.trim() === '' ? undefined : reason }),
      `askedAgain ${control.id}`,
    );
  return (
    <>
      <Notice
        tone={again.reason === null ? 'danger' : 'info'}
        title={t('forms.prefill.again', { value: words.value(again.value) })}
      >
        {again.reason === null && <p>{t('forms.prefill.againText')}</p>}
      </Notice>
      <TextArea
        id={`asked-again-${control.id}`}
        label={t('forms.prefill.askedAgain')}
        hint={t('forms.prefill.askedAgainHint')}
        rows={3}
        maxLength={1000}
        value={again.reason ?? ''}
        onChange={write}
      />
    </>
  );
};

/** Where the platform looks an answer up before it asks for it: a source, for a purpose, and what the person may do with it. */
export const PrefillPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, sources, edit } = useFormEditing();
  const words = useSourceWords();
  const again = useAskedAgain(control);
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
    // What is filled in asks nothing again.
    const asked = setOptions(form, control.id, { askedAgain: undefined });
    edit(setPrefill(asked, control.scope, { ...before, ...changes }));
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
      {again !== null && <AskedAgainPart control={control} again={again} />}
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
