import type { LocalizedText } from '@irisflow/client';
import type { Knowledge } from '@irisflow/names';
import { Checkbox, TextField } from '@irisflow/ui';
import { ListEditor } from '../app/ListEditor.tsx';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { ConditionSetting } from '../feel/FeelSetting.tsx';
import { LegalReferenceField } from '../settings/LegalReferenceField.tsx';
import type { ChecklistItem, ProcedureTask } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';

const blank: LocalizedText = { fr: '', nl: '', en: '' };

interface PointProps {
  readonly item: ChecklistItem;
  readonly index: number;
  /** What is known at the task. */
  readonly knowledge: Knowledge;
  readonly change: (item: ChecklistItem) => void;
}

const said = (text: LocalizedText): LocalizedText | undefined =>
  Object.values(text).every((one) => one.trim() === '') ? undefined : text;

/** A condition that nobody wrote is none. */
const conditionOf = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

const Point = ({ item, index, knowledge, change }: PointProps) => {
  const t = useTexts();
  return (
    <div className="iris-stack iris-stack--tight">
      <LocalizedField
        label={t('task.checklist.label')}
        value={item.label}
        onChange={(label) => change({ ...item, label })}
      />
      <TextField
        id={`point-key-${index}`}
        code
        label={t('settings.key')}
        value={item.key}
        onChange={(key) => change({ ...item, key })}
      />
      <LegalReferenceField
        value={item.legalRef ?? blank}
        onChange={(legalRef) => change({ ...item, legalRef: said(legalRef) })}
      />
      <ConditionSetting
        label={t('task.checklist.when')}
        hint={t('task.checklist.when.hint')}
        value={item.when ?? ''}
        knowledge={knowledge}
        onChange={(when) => change({ ...item, when: conditionOf(when) })}
      />
      <ConditionSetting
        label={t('task.checklist.done')}
        hint={t('task.checklist.done.hint')}
        value={item.done ?? ''}
        knowledge={knowledge}
        onChange={(done) => change({ ...item, done: conditionOf(done) })}
      />
      <Checkbox
        id={`point-required-${index}`}
        label={t('task.checklist.required')}
        optional
        value={item.required ?? false}
        onChange={(required) => change({ ...item, required })}
      />
    </div>
  );
};

export interface ChecklistEditorProps {
  /** What is known at the task. */
  readonly knowledge: Knowledge;
  readonly task: ProcedureTask;
  readonly onChange: (checklist: ProcedureTask['checklist']) => void;
}

/** What whoever does a task looks at before it is completed. */
export const ChecklistEditor = ({ knowledge, task: { checklist = [] }, onChange }: ChecklistEditorProps) => {
  const t = useTexts();
  return (
    <ListEditor
      title={t('task.checklist')}
      hint={t('task.checklist.hint')}
      items={checklist}
      blank={{ key: `point-${checklist.length + 1}`, label: blank, required: true }}
      itemName={(index) => checklist[index]?.label[t.locale] || `${index + 1}`}
      onChange={(items) => onChange(items.length === 0 ? undefined : items)}
    >
      {(item, change, index) => <Point item={item} index={index} knowledge={knowledge} change={change} />}
    </ListEditor>
  );
};
