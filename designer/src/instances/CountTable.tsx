import type { ElementCount } from '@irisflow/client';
import { DataTable, useFormatters } from '@irisflow/ui';
import { useMemo } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { elementNames } from './element-names.ts';

/** The numbers of a diagram for who does not see it. */
export const CountTable = ({ xml, counts }: { xml: string; counts: readonly ElementCount[] }) => {
  const t = useTexts();
  const { number } = useFormatters();
  const names = useMemo(() => elementNames(xml), [xml]);
  return (
    <DataTable
      caption={t('diagram.asTable')}
      captionHidden
      rows={counts}
      rowKey={(count) => count.elementId}
      columns={[
        {
          id: 'element',
          header: t('instance.element'),
          cell: (count) => names.get(count.elementId) ?? count.elementId,
        },
        { id: 'active', header: t('instance.state.active'), kind: 'number', cell: (count) => number(count.active) },
        {
          id: 'completed',
          header: t('instance.state.completed'),
          kind: 'number',
          cell: (count) => number(count.completed),
        },
        {
          id: 'canceled',
          header: t('instance.state.canceled'),
          kind: 'number',
          cell: (count) => number(count.canceled),
        },
        {
          id: 'incidents',
          header: t('list.column.incidents'),
          kind: 'number',
          cell: (count) => number(count.incidents),
        },
      ]}
    />
  );
};
