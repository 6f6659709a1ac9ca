import { Button, DataTable, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';

interface FirstRowsProps<Row extends { readonly taskId: string }> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** More rows than this are shown when somebody asks for them. */
  readonly shown: number;
}

/** A table of tasks that does not push away what stands below it, however many there are. */
export const FirstRows = <Row extends { readonly taskId: string }>({
  caption,
  columns,
  rows,
  shown,
}: FirstRowsProps<Row>) => {
  const t = useDeskText();
  const [isAsked, setAsked] = useState(false);
  const isWhole = isAsked || rows.length <= shown;
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        columns={columns}
        rows={isWhole ? rows : rows.slice(0, shown)}
        rowKey={({ taskId }) => taskId}
      />
      {!isWhole && (
        <div>
          <Button tone="secondary" size="small" onClick={() => setAsked(true)}>
            {t('bulk.showAll', { count: rows.length })}
          </Button>
        </div>
      )}
    </>
  );
};
