import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { DataTable, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

const struck = (text: string) => <del>{text}</del>;

/** What was corrected in the answers: both values, why, who and when. */
export const Corrections = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  if (file.corrections.length === 0) return null;
  return (
    <DataTable
      caption={t('corrections')}
      rowKey={({ id }) => id}
      rows={file.corrections}
      columns={[
        { id: 'field', header: t('corrections.field'), cell: ({ label }) => read(label) },
        { id: 'before', header: t('corrections.before'), cell: ({ before }) => struck(read(before)) },
        { id: 'after', header: t('corrections.after'), cell: ({ after }) => read(after) },
        { id: 'reason', header: t('reason'), cell: ({ reason }) => reason },
        { id: 'by', header: t('corrections.by'), cell: ({ by, at }) => `${by ?? ''}, ${dateTime(at)}` },
      ]}
    />
  );
};
