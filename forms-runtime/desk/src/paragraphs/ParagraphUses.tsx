import type { ParagraphUse } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, DataTable, useFormatters, type Column } from '@irisflow/ui';
import { PagedList } from '../app/PagedList.tsx';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useParagraphUses } from './use-paragraphs.ts';

const useColumns = (): readonly Column<ParagraphUse>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return [
    {
      id: 'case',
      header: t('paragraph.use.case'),
      cell: ({ caseId, reference }) => <AppLink href={`/cases/${caseId}`}>{reference}</AppLink>,
    },
    {
      id: 'field',
      header: t('paragraph.use.field'),
      cell: ({ task, field }) => `${read(task)} – ${read(field)}`,
    },
    { id: 'version', header: t('paragraph.use.version'), kind: 'number', cell: ({ version }) => version },
    { id: 'by', header: t('paragraph.use.by'), cell: ({ usedBy, usedAt }) => `${usedBy.name}, ${date(usedAt)}` },
    {
      id: 'kept',
      header: t('paragraph.use.kept'),
      cell: ({ kept }) => t(kept === null ? 'paragraph.kept.open' : `paragraph.kept.${kept}`),
    },
  ];
};

/** In which answers it was put, and what was left of it. */
export const ParagraphUses = ({ paragraphId }: { readonly paragraphId: string }) => {
  const t = useDeskText();
  const columns = useColumns();
  return (
    <Section id="paragraph-uses" title={t('paragraph.column.uses')}>
      <PagedList query={useParagraphUses(paragraphId)} empty={<p className="iris-muted">{t('paragraph.use.none')}</p>}>
        {(uses) => (
          <DataTable
            caption={t('paragraph.column.uses')}
            captionHidden
            columns={columns}
            rows={uses}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </Section>
  );
};
