import type { CaseImportSummary } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import {
  AppLink,
  DataTable,
  EmptyState,
  LinkButton,
  StatusTag,
  useFormatters,
  type Column,
  type TagTone,
} from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useCaseImports } from './use-case-imports.ts';

const tones = {
  uploaded: 'neutral',
  checking: 'accent',
  checked: 'warning',
  running: 'accent',
  stopped: 'neutral',
  finished: 'success',
} as const satisfies Record<CaseImportSummary['state'], TagTone>;

const useColumns = (): readonly Column<CaseImportSummary>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime, number } = useFormatters();
  return [
    {
      id: 'file',
      header: t('caseImports.file'),
      cell: ({ id, fileName, procedureTitle }) => (
        <>
          <AppLink href={`/case-imports/${id}`}>{fileName}</AppLink>
          <span className="desk-bulk__procedure">{read(procedureTitle)}</span>
        </>
      ),
    },
    { id: 'at', header: t('caseImports.uploaded'), cell: ({ uploadedAt }) => dateTime(uploadedAt) },
    { id: 'by', header: t('caseImports.by'), cell: ({ uploadedBy }) => uploadedBy.name },
    {
      id: 'state',
      header: t('fact.status'),
      cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`caseImports.state.${state}`)}</StatusTag>,
    },
    { id: 'rows', header: t('caseImports.rows'), kind: 'number', cell: ({ rows }) => number(rows) },
    {
      id: 'imported',
      header: t('caseImports.kind.imported'),
      kind: 'number',
      cell: ({ counts }) => number(counts.imported),
    },
  ];
};

/** Files of cases of earlier systems that the administration took over, or is about to. */
export const CaseImportsPage = () => {
  const t = useDeskText();
  const columns = useColumns();
  return (
    <Page
      title={t('caseImports.title')}
      lead={t('caseImports.lead')}
      crumbs={[{ href: '/cases', label: t('nav.cases') }]}
      actions={
        <LinkButton href="/case-imports/new" size="small" icon="plus">
          {t('caseImports.new')}
        </LinkButton>
      }
    >
      <Answered query={useCaseImports()}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('caseImports.empty')}>{t('caseImports.empty.text')}</EmptyState>
          ) : (
            <DataTable
              caption={t('caseImports.title')}
              captionHidden
              columns={columns}
              rows={list}
              rowKey={({ id }) => id}
            />
          )
        }
      </Answered>
    </Page>
  );
};
