import type { RightImportSummary } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import {
  AppLink,
  type Column,
  DataTable,
  EmptyState,
  LinkButton,
  StatusTag,
  type TagTone,
  useFormatters,
} from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useRightImportText } from './right-import-texts.ts';
import { useRightImports } from './use-right-imports.ts';

const tones = {
  uploaded: 'neutral',
  checking: 'accent',
  checked: 'warning',
  running: 'accent',
  stopped: 'neutral',
  finished: 'warning',
  confirmed: 'success',
} as const satisfies Record<RightImportSummary['state'], TagTone>;

const useColumns = (): readonly Column<RightImportSummary>[] => {
  const t = useRightImportText();
  const read = useLocalized();
  const { dateTime, number } = useFormatters();
  return [
    {
      id: 'file',
      header: t('file'),
      cell: ({ id, fileName, kindName }) => (
        <>
          <AppLink href={`/right-imports/${id}`}>{fileName}</AppLink>
          <span className="desk-bulk__procedure">{read(kindName)}</span>
        </>
      ),
    },
    { id: 'at', header: t('uploaded'), cell: ({ uploadedAt }) => dateTime(uploadedAt) },
    { id: 'by', header: t('by'), cell: ({ uploadedBy }) => uploadedBy.name },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>,
    },
    { id: 'rows', header: t('rows'), kind: 'number', cell: ({ rows }) => number(rows) },
    {
      id: 'imported',
      header: t('kind.imported'),
      kind: 'number',
      cell: ({ counts }) => number(counts.imported + counts.changed),
    },
  ];
};

/** Files of rights of earlier systems that the administration took over, or is about to. */
export const RightImportsPage = () => {
  const t = useRightImportText();
  const desk = useDeskText();
  const columns = useColumns();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      crumbs={[{ href: '/rights', label: desk('rights.title') }]}
      actions={
        <LinkButton href="/right-imports/new" size="small" icon="plus">
          {t('new')}
        </LinkButton>
      }
    >
      <Answered query={useRightImports()}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>
          ) : (
            <DataTable caption={t('title')} captionHidden columns={columns} rows={list} rowKey={({ id }) => id} />
          )
        }
      </Answered>
    </Page>
  );
};
