import type { ControlElement } from '@irisflow/forms';
import { Button } from '@irisflow/ui';
import { useState } from 'react';
import { messages } from '../../texts/messages.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useUsesElsewhere } from '../../workspace/names/name-tools.ts';
import { NameUses } from '../../workspace/names/NameUses.tsx';
import { canBecome, changeKind } from '../edit/change-kind.ts';
import { fieldOf } from '../edit/fields.ts';
import { followsLabel, isKey, neighborKeys, renameField, setLabel } from '../edit/keys.ts';
import { fileOfForm, targetOfField, targetsOfField } from '../edit/targets.ts';
import { setTexts, textsAt, type Texts } from '../edit/texts.ts';
import { firstKeys, isPublishedField, useFormEditing } from '../editing.ts';
import { fieldKindNames, kindOfField } from '../palette/field-kinds.ts';
import { newWords } from '../palette/new-words.ts';
import { useElementWords } from '../use-element-words.ts';
import { Line, Pick, Words } from './controls.tsx';

const localeOf = (texts: Texts) => Object.entries(texts) as [keyof Texts, string][];

/** Places of other files that use a field, and those that use what it gives the process; undefined while they are looked for. */
const useFieldUses = (id: string) => {
  const { form } = useFormEditing();
  const target = targetOfField(form, id);
  const path = fileOfForm(form);
  const own = useUsesElsewhere(target === null ? [] : [target], path);
  const all = useUsesElsewhere(targetsOfField(form, id), path);
  return { target, path, own, all };
};

type FieldUsesFound = ReturnType<typeof useFieldUses>;

interface FieldProps {
  readonly control: ControlElement;
  readonly found: FieldUsesFound;
}

/** The label; the name of the field in the data goes with it until somebody chooses another or uses it. */
const LabelField = ({ control, found: { own = [] } }: FieldProps) => {
  const t = useTexts();
  const { form, published, edit } = useFormEditing();
  const [isNew, setNew] = useState(false);
  const see = (): void =>
    setNew(followsLabel(form, control.id, firstKeys) && !isPublishedField({ form, published }, control.id));
  const follows = isNew && own.length === 0;
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

/** A name that one reads and does not write here. */
const FixedKey = ({ name, hint }: { readonly name: string; readonly hint: string }) => {
  const t = useTexts();
  return (
    <>
      <p className="plain-field__label">{t('forms.key')}</p>
      <p>
        <code>{name}</code>
      </p>
      <p className="plain-field__hint">{hint}</p>
    </>
  );
};

const OpenKey = ({ control }: { readonly control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const [typed, setTyped] = useState<string | null>(null);
  const key = fieldOf(form, control.id)?.key ?? '';
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

/** The name in the data: written here while nobody else uses it, and given everywhere at once otherwise. */
const KeyField = ({ control, found: { target, path, own, all } }: FieldProps) => {
  const t = useTexts();
  const editing = useFormEditing();
  const words = useElementWords(editing.form);
  const [isFree, setFree] = useState(false);
  const key = fieldOf(editing.form, control.id)?.key ?? '';
  const isFrozen = isPublishedField(editing, control.id) && !isFree;
  const isUsed = own !== undefined && own.length > 0;
  return (
    <div className="panel-key">
      {isFrozen || isUsed ? (
        <FixedKey name={key} hint={t(isFrozen ? 'forms.key.frozen' : 'forms.key.used')} />
      ) : (
        <OpenKey control={control} />
      )}
      {isFrozen && (
        <Button tone="secondary" size="small" onClick={() => setFree(true)}>
          {t('forms.key.unfreeze')}
        </Button>
      )}
      {target !== null && (
        <NameUses label={words.name(control)} target={target} path={path} uses={all} canRename={!isFrozen} />
      )}
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
  const found = useFieldUses(control.id);
  return (
    <>
      <LabelField key={control.id} control={control} found={found} />
      <Words
        label={t('form.hint')}
        hint={t('forms.hint.hint')}
        texts={textsAt(form, hintKey)}
        onChange={(texts) => edit(setTexts(form, hintKey, texts), hintKey)}
      />
      <KindField control={control} />
      <KeyField key={`key ${control.id}`} control={control} found={found} />
    </>
  );
};
