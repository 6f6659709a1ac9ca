import type { ReachPreview } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { DataTable, SummaryList, useFormatters, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

type OfProcedure = ReachPreview['procedures'][number];

const useShare = (): ((seen: number, all: number) => string) => {
  const t = useDeskText();
  const { number } = useFormatters();
  return (seen, all) => t('access.preview.of', { seen: number(seen), all: number(all) });
};

/** How much of what the administration has somebody sees. */
export const ReachCounts = ({ preview }: { readonly preview: ReachPreview }) => {
  const t = useDeskText();
  const read = useLocalized();
  const share = useShare();
  const { seen, all, procedures } = preview;
  const columns: readonly Column<OfProcedure>[] = [
    { id: 'procedure', header: t('access.preview.procedure'), cell: ({ title }) => read(title) },
    {
      id: 'cases',
      header: t('access.preview.cases'),
      kind: 'number',
      cell: (one) => share(one.cases, one.all),
    },
  ];
  return (
    <div className="iris-stack">
      <SummaryList
        items={(['cases', 'tasks', 'documents'] as const).map((what) => ({
          id: what,
          term: t(`access.preview.${what}`),
          value: share(seen[what], all[what]),
        }))}
      />
      {procedures.length > 0 && (
        <DataTable
          caption={t('access.preview.procedures')}
          captionHidden
          rows={procedures}
          rowKey={({ key }) => key}
          columns={columns}
        />
      )}
    </div>
  );
};
