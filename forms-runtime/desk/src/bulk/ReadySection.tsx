import type { AssessedTask } from '@irisflow/client';
import { compileForm, formText, readAt, segmentsOf, settle, type FormDefinition } from '@irisflow/forms';
import { FieldValue, FieldValues, todayInBrussels } from '@irisflow/renderer';
import { AppLink, useLocale, type Column } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { FirstRows } from './FirstRows.tsx';
import type { Assessment } from './use-assessment.ts';

/** More rows than this are shown when somebody asks for them. */
const SHOWN = 20;

interface ReadyProps {
  readonly assessment: Assessment;
  readonly form: FormDefinition | undefined;
}

/** What the form of each case shows, by its own rules: a refusal has no amount. */
const useShownFields = ({ assessment, form }: ReadyProps) => {
  const locale = useLocale();
  const compiled = useMemo(() => (form === undefined ? undefined : compileForm(form)), [form]);
  const [today] = useState(() => todayInBrussels(new Date()));
  if (compiled === undefined) return [];
  return compiled.controls
    .filter(({ pointer }) => assessment.shown.includes(pointer))
    .map(({ id, pointer, i18n }) => ({
      pointer,
      label: formText(compiled.form, locale, `${i18n}.label`),
      valueOf: ({ data }: AssessedTask): unknown => {
        const settled = settle(compiled, data, { audience: 'agent', today });
        return settled.visible.has(id) ? (readAt(settled.data, segmentsOf(pointer)) ?? null) : undefined;
      },
    }));
};

/** In whose name they are done, where somebody delegated it. */
const useDelegator = ({ assessment }: ReadyProps): readonly Column<AssessedTask>[] => {
  const t = useDeskText();
  if (assessment.ready.every(({ onBehalfOf }) => onBehalfOf === null)) return [];
  const cell = ({ onBehalfOf }: AssessedTask) => onBehalfOf && t('delegation.mark', { name: onBehalfOf.name });
  return [{ id: 'onBehalfOf', header: t('audit.detail.onBehalfOf'), cell }];
};

const useColumns = (props: ReadyProps): readonly Column<AssessedTask>[] => {
  const t = useDeskText();
  const fields = useShownFields(props);
  const delegator = useDelegator(props);
  return [
    {
      id: 'case',
      header: t('column.case'),
      cell: ({ taskId, reference }) => <AppLink href={`/tasks/${taskId}`}>{reference}</AppLink>,
    },
    { id: 'applicant', header: t('column.applicant'), cell: ({ applicant }) => applicant },
    ...delegator,
    ...fields.map(({ pointer, label, valueOf }): Column<AssessedTask> => ({
      id: pointer,
      header: label,
      // What the form of a case does not ask is no answer that is missing.
      cell: (task) => {
        const value = valueOf(task);
        return value === undefined ? '–' : <FieldValue pointer={pointer} value={value} />;
      },
    })),
  ];
};

/** The cases that are about to be decided, with what their author wants read before. */
export const ReadySection = ({ assessment, form }: ReadyProps) => {
  const t = useDeskText();
  const { ready } = assessment;
  const columns = useColumns({ assessment, form });
  const table = <FirstRows caption={t('bulk.list.ready')} columns={columns} rows={ready} shown={SHOWN} />;
  return (
    <Section id="bulk-ready" title={t('bulk.list.ready')}>
      {form === undefined ? table : <FieldValues form={form}>{table}</FieldValues>}
    </Section>
  );
};
