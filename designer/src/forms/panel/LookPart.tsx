import type { ControlElement, Width } from '@irisflow/forms';
import { useTexts } from '../../texts/use-texts.ts';
import { setOptions } from '../edit/fields.ts';
import { useFormEditing } from '../editing.ts';
import { NumberInput, Pick } from './controls.tsx';

const widths = ['full', 'two-thirds', 'half', 'third', 'quarter'] as const satisfies readonly Width[];

/** What browsers may fill in by themselves; the tokens are those of HTML. */
const tokens = [
  'name',
  'given-name',
  'family-name',
  'email',
  'tel',
  'bday',
  'street-address',
  'postal-code',
  'organization',
  'language',
] as const;

const TokenField = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const token = control.options.autocomplete ?? '';
  const known: readonly string[] = tokens;
  const options = [
    { value: '', text: t('forms.autocomplete.none') },
    ...tokens.map((value) => ({ value: value as string, text: t(`forms.autocomplete.${value}`) })),
    ...(token === '' || known.includes(token) ? [] : [{ value: token, text: token }]),
  ];
  return (
    <Pick
      label={t('forms.autocomplete')}
      hint={t('forms.autocomplete.hint')}
      value={token}
      options={options}
      onChange={(value) => edit(setOptions(form, control.id, { autocomplete: value === '' ? undefined : value }))}
    />
  );
};

const isWritten = ({ options }: ControlElement): boolean =>
  ['text', 'textarea', 'email', 'tel', 'date', 'select'].includes(options.widget);

/** How a field looks and what helps to fill it in. */
export const LookPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  return (
    <>
      <Pick
        label={t('forms.width')}
        hint={t('forms.width.hint')}
        value={control.options.width ?? 'full'}
        options={widths.map((value) => ({ value, text: t(`forms.width.${value}`) }))}
        onChange={(width) => edit(setOptions(form, control.id, { width: width === 'full' ? undefined : width }))}
      />
      {control.options.widget === 'textarea' && (
        <NumberInput
          label={t('forms.rowsHigh')}
          least={1}
          value={control.options.rows}
          onChange={(rows) => edit(setOptions(form, control.id, { rows }), `rows ${control.id}`)}
        />
      )}
      {isWritten(control) && <TokenField control={control} />}
    </>
  );
};
