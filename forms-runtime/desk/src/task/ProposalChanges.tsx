import type { TaskView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { DataTable } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

type Change = TaskView['proposalChanges'][number];

/** Field by field, what was proposed and what the process has now. */
export const ProposalChanges = ({ changes }: { readonly changes: readonly Change[] }) => {
  const t = useDeskText();
  const read = useLocalized();
  return (
    <DataTable
      caption={t('proposal.changes')}
      rowKey={({ path }) => path}
      rows={changes}
      columns={[
        { id: 'field', header: t('proposal.field'), cell: ({ label }) => read(label) },
        { id: 'proposed', header: t('proposal.proposed'), cell: ({ proposed }) => read(proposed) },
        { id: 'found', header: t('proposal.found'), cell: ({ found }) => read(found) },
      ]}
    />
  );
};
