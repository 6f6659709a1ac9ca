import type { DestructionView, RetentionPreview } from '@irisflow/client';
import { Answered, Failure } from '@irisflow/frame';
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Notice,
  useFormatters,
  useToast,
  type Column,
} from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { CaseReference } from './CaseReference.tsx';
import { DestructionTable } from './DestructionTable.tsx';
import { PrivacyFrame } from './PrivacyFrame.tsx';
import { useRuleColumns } from './rule-columns.tsx';
import { useDestructions, usePropose, useRetentionPreview } from './use-privacy.ts';

type Group = RetentionPreview['groups'][number];
type Case = RetentionPreview['cases'][number];

const useGroupColumns = (): readonly Column<Group>[] => {
  const t = useDeskText();
  const { number } = useFormatters();
  return [
    ...useRuleColumns(),
    { id: 'due', header: t('retention.due'), kind: 'number', cell: ({ due }) => number(due) },
    { id: 'ready', header: t('retention.ready'), kind: 'number', cell: ({ ready }) => number(ready) },
  ];
};

const useCaseColumns = (): readonly Column<Case>[] => {
  const t = useDeskText();
  const { date } = useFormatters();
  return [
    {
      id: 'case',
      header: t('traces.case'),
      cell: (one) => <CaseReference {...one} />,
    },
    { id: 'outcome', header: t('retention.outcome'), cell: ({ outcome }) => t(`status.${outcome}`) },
    { id: 'closed', header: t('retention.closed'), cell: ({ closedOn }) => date(closedOn) },
    { id: 'until', header: t('retention.until'), cell: ({ keptUntil }) => date(keptUntil) },
    {
      id: 'state',
      header: t('retention.state'),
      cell: ({ obstacle }) => (obstacle === null ? t('retention.goes') : t(`retention.kept.${obstacle}`)),
    },
  ];
};

const Propose = ({ preview }: { readonly preview: RetentionPreview }) => {
  const t = useDeskText();
  const toast = useToast();
  const propose = usePropose();
  const [isAsking, setAsking] = useState(false);
  const close = (): void => {
    propose.reset();
    setAsking(false);
  };
  const onSuccess = (): void => {
    close();
    toast(t('retention.proposed'));
  };
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t.plural('retention.propose', preview.ready)}</Button>
      <ConfirmDialog
        open={isAsking}
        title={t.plural('retention.propose.title', preview.ready)}
        confirm={t('retention.propose.do')}
        busy={propose.isPending}
        onConfirm={() => propose.mutate(preview.fingerprint, { onSuccess })}
        onClose={close}
      >
        {propose.isError && <Failure error={propose.error} />}
        <p>{t('retention.propose.text')}</p>
      </ConfirmDialog>
    </div>
  );
};

const Preview = ({ preview, isOpen }: { readonly preview: RetentionPreview; readonly isOpen: boolean }) => {
  const t = useDeskText();
  const groups = useGroupColumns();
  const cases = useCaseColumns();
  return (
    <div className="iris-stack">
      {preview.groups.length === 0 ? (
        <EmptyState title={t('retention.none')}>{t('retention.none.text')}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={t('retention.groups')}
            captionHidden
            columns={groups}
            rows={preview.groups}
            rowKey={({ procedureKey, outcome }) => `${procedureKey} ${outcome}`}
          />
          <details>
            <summary>{t('retention.cases')}</summary>
            <DataTable
              caption={t('retention.list')}
              captionHidden
              columns={cases}
              rows={preview.cases}
              rowKey={({ caseId }) => caseId}
            />
          </details>
        </>
      )}
      {preview.withoutRule > 0 && (
        <Notice tone="info" title={t.plural('retention.withoutRule', preview.withoutRule)}>
          {t('retention.withoutRule.text')}
        </Notice>
      )}
      {preview.ready > 0 && !isOpen && <Propose preview={preview} />}
    </div>
  );
};

const Destructions = ({ all }: { readonly all: readonly DestructionView[] }) => {
  const t = useDeskText();
  return all.length === 0 ? <p className="iris-muted">{t('retention.never')}</p> : <DestructionTable all={all} />;
};

/** What is due to go, what stands in the way, and what went: proposed by one person, approved by another. */
export const RetentionPage = () => {
  const t = useDeskText();
  const preview = useRetentionPreview();
  const destructions = useDestructions();
  const isOpen = destructions.data?.some(({ state }) => state === 'proposed' || state === 'running') ?? true;
  return (
    <PrivacyFrame title={t('retention')} lead={t('retention.lead')}>
      <Section id="due" title={t('retention.today')}>
        <Answered query={preview}>{(found) => <Preview preview={found} isOpen={isOpen} />}</Answered>
      </Section>
      <Section id="destructions" title={t('retention.destructions')}>
        <Answered query={destructions}>{(all) => <Destructions all={all} />}</Answered>
      </Section>
    </PrivacyFrame>
  );
};
