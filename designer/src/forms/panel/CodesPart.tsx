import type { ControlElement } from '@irisflow/forms';
import { AppLink } from '@irisflow/ui';
import { useParams } from 'wouter';
import { messages } from '../../texts/messages.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { workspacePaths } from '../../workspace/paths.ts';
import { choicesBeside, leaveCodes, setCodes } from '../edit/field-codes.ts';
import { useFormEditing } from '../editing.ts';
import { optionWords } from '../palette/new-words.ts';
import { useElementWords } from '../use-element-words.ts';
import { Pick } from './controls.tsx';

interface UnderProps {
  readonly control: ControlElement;
  readonly list: string;
  readonly under: string | undefined;
}

/** The field whose answer says which codes are offered. */
const Under = ({ control, list, under }: UnderProps) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const words = useElementWords(form);
  const beside = choicesBeside(form, control.id);
  if (beside.length === 0 && under === undefined) return null;
  const options = [
    { value: '', text: t('forms.codes.all') },
    ...beside.map((one) => ({ value: one.scope, text: words.name(one) })),
  ];
  return (
    <Pick
      label={t('forms.codes.under')}
      hint={t('forms.codes.underHint')}
      value={under ?? ''}
      options={options}
      onChange={(scope) => edit(setCodes(form, control.id, { list, ...(scope !== '' && { under: scope }) }))}
    />
  );
};

/** Where the choices of a field come from: written here, or from a code list of the procedure. */
export const CodesPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit, codeLists: lists } = useFormEditing();
  const { key: procedureKey = '' } = useParams<{ key?: string }>();
  const { codes } = control.options;
  if (lists.length === 0 && codes === undefined) return null;
  const isGone = codes !== undefined && lists.every(({ value }) => value !== codes.list);
  const options = [
    { value: '', text: t('forms.codes.own') },
    ...(isGone ? [{ value: codes.list, text: t('name.gone', { name: codes.list }) }] : []),
    ...lists.map(({ value, label }) => ({ value, text: label })),
  ];
  const choose = (list: string): void => {
    if (list !== '') edit(setCodes(form, control.id, { ...codes, list }));
    else if (codes !== undefined)
      edit(leaveCodes(form, control.id, [optionWords(messages, 1), optionWords(messages, 2)]));
  };
  return (
    <>
      <Pick
        label={t('forms.codes.from')}
        hint={t('forms.codes.fromHint')}
        value={codes?.list ?? ''}
        options={options}
        onChange={choose}
      />
      {codes !== undefined && (
        <>
          <Under control={control} list={codes.list} under={codes.under} />
          {!isGone && (
            <AppLink href={workspacePaths(procedureKey).file(`${codes.list}.codes.json`)}>
              {t('forms.codes.open')}
            </AppLink>
          )}
        </>
      )}
    </>
  );
};
