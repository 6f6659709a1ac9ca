import { RadioGroup, TextField } from '@irisflow/ui';
import { useMemo } from 'react';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { NameSelect } from '../app/NameSelect.tsx';
import { NumberSetting } from '../app/NumberSetting.tsx';
import { fieldsOf } from '../rights/edit-right.ts';
import type { RightFile } from '../rights/right-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { shortName } from '../workspace/file-kinds.ts';
import { JsonFilePage } from '../workspace/JsonFilePage.tsx';
import { parsedFile } from '../workspace/name-choices.ts';
import { controlId } from '../workspace/problem-places.ts';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { useFocusedProblem, useProblemAt } from '../workspace/use-problem-places.ts';
import { QuotaCeiling } from './QuotaCeiling.tsx';
import type { QuotaFile, QuotaPartProps } from './quota-file.ts';
import './quotas.css';

/** Values of a kind of right by which its rights can be told apart: texts that each of them has. */
const useCategories = (right: string) => {
  const t = useTexts();
  const { files } = useDraft().state;
  return useMemo(() => {
    const kind = parsedFile(files, `${right}.right.json`) as RightFile | null;
    if (kind === null) return [];
    return fieldsOf(kind)
      .filter(({ field, isRequired }) => field.type === 'string' && isRequired)
      .map(({ name, field }) => ({
        value: name,
        label: field.label?.[t.locale] || name,
        values: field.enum?.map((value) => ({ value, label: field.words?.[value]?.[t.locale] || value })),
      }));
  }, [files, right, t.locale]);
};

const Category = ({ quota, change, problemAt }: QuotaPartProps) => {
  const t = useTexts();
  const fields = useCategories(quota.right);
  const { category } = quota;
  const values = fields.find(({ value }) => value === category?.field)?.values;
  const begin = (field: string): void => {
    const first = fields.find(({ value }) => value === field)?.values?.[0]?.value ?? '';
    change({ category: { field, value: first } });
  };
  return (
    <>
      <RadioGroup
        id={controlId('/category')}
        label={t('quota.counts')}
        options={(['all', 'category'] as const)
          .filter((value) => value === 'all' || fields.length > 0 || category !== undefined)
          .map((value) => ({ value, label: t(`quota.counts.${value}`), hint: t(`quota.counts.${value}Hint`) }))}
        value={category === undefined ? 'all' : 'category'}
        error={problemAt('/category')}
        onChange={(value) => (value === 'all' ? change({ category: undefined }) : begin(fields[0]?.value ?? ''))}
      />
      {category !== undefined && (
        <div className="form-row">
          <NameSelect
            id={controlId('/category/field')}
            label={t('quota.field')}
            choices={fields}
            value={category.field}
            onChange={(field) => field !== undefined && begin(field)}
          />
          {values === undefined ? (
            <TextField
              id={controlId('/category/value')}
              label={t('quota.value')}
              hint={t('quota.valueHint')}
              maxLength={200}
              value={category.value}
              error={problemAt('/category/value')}
              onChange={(value) => change({ category: { ...category, value } })}
            />
          ) : (
            <NameSelect
              id={controlId('/category/value')}
              label={t('quota.value')}
              choices={values}
              value={category.value}
              onChange={(value) => value !== undefined && change({ category: { ...category, value } })}
            />
          )}
        </div>
      )}
    </>
  );
};

/** How many rights of a kind there may be at a time, and how long a place is kept. */
export const QuotaEditor = ({ procedureKey, path, focus }: EditorProps) => {
  const t = useTexts();
  const problemAt = useProblemAt(path);
  const rights = useNameChoices('right');
  useFocusedProblem(focus);
  return (
    <JsonFilePage<QuotaFile>
      path={path}
      eyebrow={t('rail.quotas')}
      title={(quota) => quota.name?.[t.locale] || shortName(path)}
      lead={t('quota.lead')}
    >
      {(quota, changeFile) => {
        const change = (next: Partial<QuotaFile>): void => changeFile({ ...quota, ...next });
        const part: QuotaPartProps = { quota, problemAt, change };
        return (
          <div className="iris-stack">
            <LocalizedField label={t('quota.name')} value={quota.name} onChange={(name) => change({ name })} />
            <NameSelect
              id={controlId('/right')}
              label={t('quota.right')}
              hint={t('quota.rightHint')}
              choices={rights}
              value={quota.right}
              error={problemAt('/right')}
              onChange={(right) => change({ right: right ?? '' })}
            />
            <Category {...part} />
            <QuotaCeiling {...part} procedureKey={procedureKey} />
            <NumberSetting
              id={controlId('/reservedDays')}
              label={t('quota.reservedDays')}
              hint={t('quota.reservedDaysHint')}
              value={quota.reservedDays}
              error={problemAt('/reservedDays')}
              onChange={(reservedDays) => change({ reservedDays })}
            />
          </div>
        );
      }}
    </JsonFilePage>
  );
};
