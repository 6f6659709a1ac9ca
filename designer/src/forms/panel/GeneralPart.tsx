import type { ControlElement } from '@irisflow/forms';
import { Button } from '@irisflow/ui';
import { useState } from 'react';
import { messages } from '../../texts/messages.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { canBecome, changeKind } from '../edit/change-kind.ts';
import { fieldOf } from '../edit/fields.ts';
import { followsLabel, isKey, neighborKeys, renameField, setLabel } from '../edit/keys.ts';
import { setTexts, textsAt, type Texts } from '../edit/texts.ts';
import { firstKeys, isPublishedField, useFormEditing } from '../editing.ts';
import { fieldKindNames, kindOfField } from '../palette/field-kinds.ts';
import { newWords } from '../palette/new-words.ts';
import { Line, Pick, Words } from './controls.tsx';

const localeOf = (texts: Texts) => Object.entries(texts) as [keyof Texts, string][];

/** The label; the name of the field in the data goes with it until somebody chooses another. */
const LabelField = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, published, edit } = useFormEditing();
  const [follows, setFollows] = useState(false);
  const see = (): void =>
    setFollows(followsLabel(form, control.id, firstKeys) && !isPublishedField({ form, published }, control.id));
  const change = (texts: Texts): void => {
    const next = localeOf(texts).reduce(
      (all, [locale, text]) => setLabel(all, control.id, { locale, text, follows }),
      form,
    );
    edit(next, `label ${control.id}`);
  };
  return (
    <div onFocus={see}>
      <Words label={t('form.label')} texts={textsAt(form, `${control.i18n}.label`)} onChange={change} />
    </div>
  );
};

const KeyField = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const editing = useFormEditing();
  const { form, edit } = editing;
  const [typed, setTyped] = useState<string | null>(null);
  const [isFree, setFree] = useState(false);
  const key = fieldOf(form, control.id)?.key ?? '';
  if (isPublishedField(editing, control.id) && !isFree) {
    return (
      <div className="panel-frozen">
        <p className="plain-field__label">{t('forms.key')}</p>
        <p>
          <code>{key}</code>
        </p>
        <p className="plain-field__hint">{t('forms.key.frozen')}</p>
        <Button tone="secondary" size="small" onClick={() => setFree(true)}>
          {t('forms.key.unfreeze')}
        </Button>
      </div>
    );
  }
  const isTaken = typed !== null && neighborKeys(form, control.id).includes(typed);
  const isWrong = typed !== null && (!isKey(typed) || isTaken);
  const hint = isTaken ? t('forms.key.taken') : t(isWrong ? 'forms.key.wrong' : 'forms.key.hint');
  return (
    <div
      onBlur={() => {
        if (typed !== null && !isWrong) edit(renameField(form, control.id, typed));
        setTyped(null);
      }}
    >
      <Line label={t('forms.key')} hint={hint} value={typed ?? key} isWrong={isWrong} onChange={setTyped} />
    </div>
  );
};

const KindField = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const field = fieldOf(form, control.id);
  const kind = kindOfField(control.options.widget, field?.schema.format);
  if (field === undefined || kind === undefined || ['table', 'computed'].includes(kind)) return null;
  const kinds = fieldKindNames.filter((name) => name === kind || canBecome(form, control.id, name));
  return (
    <Pick
      label={t('form.fieldKind')}
      hint={t('forms.kind.hint')}
      value={kind}
      options={kinds.map((name) => ({ value: name, text: t(`form.kind.${name}`) }))}
      onChange={(name) =>
        name !== kind &&
        edit(changeKind(form, control.id, { kind: name, options: newWords(messages, name).options ?? [] }))
      }
    />
  );
};

/** What a field is called, what it asks and under which name its answer is kept. */
export const GeneralPart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const hintKey = `${control.i18n}.description`;
  return (
    <>
      <LabelField key={control.id} control={control} />
      <Words
        label={t('form.hint')}
        hint={t('forms.hint.hint')}
        texts={textsAt(form, hintKey)}
        onChange={(texts) => edit(setTexts(form, hintKey, texts), hintKey)}
      />
      <KindField control={control} />
      <KeyField key={`key ${control.id}`} control={control} />
    </>
  );
};
