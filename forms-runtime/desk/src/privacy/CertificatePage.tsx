import type { DestructionCertificate } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Button, DataTable, SummaryList, useFormatters, type Column, type LineItem } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { PrivacyFrame } from './PrivacyFrame.tsx';
import { recordKinds } from './record-kinds.ts';
import { useRuleColumns } from './rule-columns.tsx';
import { useCertificate } from './use-privacy.ts';

type Group = DestructionCertificate['groups'][number];

const useColumns = (): readonly Column<Group>[] => {
  const t = useDeskText();
  const { number } = useFormatters();
  return [
    ...useRuleColumns(),
    { id: 'destroyed', header: t('certificate.destroyed'), kind: 'number', cell: ({ destroyed }) => number(destroyed) },
  ];
};

const useItems = ({ destruction, sha256 }: DestructionCertificate): readonly LineItem[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const act = (at: string | null, by: string | null): string =>
    at === null ? '–' : [dateTime(at), by ?? ''].filter((part) => part !== '').join(', ');
  return [
    { id: 'state', term: t('retention.state'), value: t(`retention.state.${destruction.state}`) },
    { id: 'by', term: t('retention.proposedOn'), value: act(destruction.proposedAt, destruction.proposedBy) },
    { id: 'approved', term: t('retention.approvedOn'), value: act(destruction.approvedAt, destruction.approvedBy) },
    { id: 'finished', term: t('certificate.finished'), value: act(destruction.finishedAt, null) },
    { id: 'destroyed', term: t('certificate.destroyed'), value: String(destruction.destroyed) },
    { id: 'sha256', term: t('certificate.sha256'), value: sha256, note: t('certificate.sha256.note') },
  ];
};

const Certificate = ({ certificate }: { readonly certificate: DestructionCertificate }) => {
  const t = useDeskText();
  const columns = useColumns();
  const items = useItems(certificate);
  const { number } = useFormatters();
  const kindOf = (name: string): string => {
    const known = recordKinds.find((kind) => kind === name);
    return known === undefined ? name : t(`record.${known}`);
  };
  return (
    <>
      <SummaryList items={items} />
      {certificate.groups.length > 0 && (
        <Section id="groups" title={t('certificate.groups')}>
          <DataTable
            caption={t('certificate.groups')}
            captionHidden
            columns={columns}
            rows={certificate.groups}
            rowKey={({ procedureKey, outcome, years }) => `${procedureKey} ${outcome} ${years}`}
          />
        </Section>
      )}
      {certificate.kept.length > 0 && (
        <Section id="kept" title={t('certificate.kept')}>
          <SummaryList
            items={certificate.kept.map(({ because, cases }) => ({
              id: because,
              term: t(`retention.kept.${because}`),
              value: number(cases),
            }))}
          />
        </Section>
      )}
      {certificate.records.length > 0 && (
        <Section id="records" title={t('certificate.records')}>
          <SummaryList
            items={certificate.records.map(({ kind, count }) => ({
              id: kind,
              term: kindOf(kind),
              value: number(count),
            }))}
          />
        </Section>
      )}
    </>
  );
};

/** What stays of a destruction, to print for whoever supervises it. */
export const CertificatePage = ({ destructionId }: { readonly destructionId: string }) => {
  const t = useDeskText();
  const certificate = useCertificate(destructionId);
  return (
    <PrivacyFrame
      title={t('certificate')}
      lead={t('certificate.lead')}
      actions={
        <Button tone="secondary" onClick={() => window.print()}>
          {t('processing.print')}
        </Button>
      }
    >
      <Answered query={certificate}>{(found) => <Certificate certificate={found} />}</Answered>
    </PrivacyFrame>
  );
};
