import type { RightImportView, RightReconciliation } from '@irisflow/client';
import { Failure, useAmountText, useLocalized, usePerson } from '@irisflow/frame';
import { Button, type Column, DataTable, Form, Icon, Notice, StatusTag, TextArea, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { ProblemTable } from './RightProblems.tsx';
import { useRightImportText } from './right-import-texts.ts';
import { useConfirmRights } from './use-right-imports.ts';

interface Line {
  readonly id: string;
  readonly what: string;
  readonly file: string;
  readonly stands: string;
  readonly control: string | null;
  readonly isEqual: boolean;
}

const useLines = ({ rights, states, amounts }: RightReconciliation): readonly Line[] => {
  const t = useRightImportText();
  const read = useLocalized();
  const { number } = useFormatters();
  const euros = useAmountText();
  const counted = (
    { file, stands, control, isEqual }: RightReconciliation['rights'],
    named: Pick<Line, 'id' | 'what'>,
  ): Line => ({
    ...named,
    file: number(file),
    stands: number(stands),
    control: control === null ? null : number(control),
    isEqual,
  });
  return [
    counted(rights, { id: 'rights', what: t('reconcile.rights') }),
    ...states.map((line) => counted(line, { id: line.state.key, what: read(line.state.label) })),
    ...amounts.map(({ field, label, file, stands, control, isEqual }) => ({
      id: `amount ${field}`,
      what: t('reconcile.amount', { field: read(label) }),
      file: euros(file),
      stands: euros(stands),
      control: control === null ? null : euros(control),
      isEqual,
    })),
  ];
};

const useColumns = (): readonly Column<Line>[] => {
  const t = useRightImportText();
  return [
    { id: 'what', header: t('reconcile.what'), cell: ({ what }) => <strong>{what}</strong> },
    {
      id: 'control',
      header: t('reconcile.control'),
      kind: 'number',
      cell: ({ control }) => control ?? <span className="iris-muted">{t('reconcile.unsaid')}</span>,
    },
    { id: 'file', header: t('reconcile.file'), kind: 'number', cell: ({ file }) => file },
    { id: 'stands', header: t('reconcile.stands'), kind: 'number', cell: ({ stands }) => stands },
    {
      id: 'equal',
      header: t('reconcile.result'),
      cell: ({ isEqual }) => (
        <StatusTag tone={isEqual ? 'success' : 'danger'}>
          {t(isEqual ? 'reconcile.equal' : 'reconcile.other')}
        </StatusTag>
      ),
    },
  ];
};

interface OfView {
  readonly view: RightImportView;
  readonly found: RightReconciliation;
}

/** Somebody else than who took it over confirms, and says why where something differs. */
const Confirm = ({ view, found }: OfView) => {
  const t = useRightImportText();
  const person = usePerson();
  const confirm = useConfirmRights(view.id);
  const [remark, setRemark] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = !found.isEqual && remark.trim() === '';
  if (view.state !== 'finished' || view.erasedAt !== null) return null;
  if (view.startedBy?.id === person.id) return <Notice title={t('confirm.other')} />;
  return (
    <Form
      onSubmit={() => {
        setAsked(true);
        if (!isMissing) confirm.mutate(remark);
      }}
    >
      <div className="iris-stack">
        {confirm.isError && <Failure error={confirm.error} />}
        <TextArea
          id="right-import-remark"
          label={t(found.isEqual ? 'confirm.remark.optional' : 'confirm.remark')}
          value={remark}
          onChange={(text) => setRemark(text ?? '')}
          {...(asked && isMissing && { error: t('confirm.remark.missing') })}
        />
        <div>
          <Button type="submit" busy={confirm.isPending}>
            {t('confirm')}
          </Button>
        </div>
      </div>
    </Form>
  );
};

const Confirmed = ({ view }: { readonly view: RightImportView }) => {
  const t = useRightImportText();
  const { dateTime } = useFormatters();
  if (view.confirmedBy === null || view.confirmedAt === null) return null;
  return (
    <Notice tone="success" title={t('confirmed', { name: view.confirmedBy.name, at: dateTime(view.confirmedAt) })}>
      {view.remark}
    </Notice>
  );
};

/** What the file says beside what stands here and what the earlier system had said, with what was left out and why. */
export const Reconciliation = ({ view, found }: OfView) => {
  const t = useRightImportText();
  const lines = useLines(found);
  const columns = useColumns();
  return (
    <Section id="right-reconciliation" title={t('reconcile')}>
      <p>{t('reconcile.text')}</p>
      <DataTable caption={t('reconcile')} captionHidden columns={columns} rows={lines} rowKey={({ id }) => id} />
      {found.notAccepted > 0 && <p>{t.plural('reconcile.notAccepted', found.notAccepted)}</p>}
      {found.notInFile > 0 && <p>{t.plural('reconcile.notInFile', found.notInFile)}</p>}
      {found.leftOut.length > 0 && (
        <>
          <h3>{t('reconcile.leftOut')}</h3>
          <ProblemTable problems={found.leftOut} caption={t('reconcile.leftOut')} />
        </>
      )}
      <div>
        <a
          className="iris-button iris-button--secondary"
          href={`/api/right-imports/${view.id}/reconciliation`}
          download
        >
          <Icon name="download" />
          {t('reconcile.download')}
        </a>
      </div>
      <Confirmed view={view} />
      <Confirm view={view} found={found} />
    </Section>
  );
};
