import type { RetentionPreview } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useFormatters, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

type Group = RetentionPreview['groups'][number];

/** Cases under one rule; without a fate they were destroyed. */
export type RuledGroup = Pick<Group, 'title' | 'outcome' | 'years' | 'legalRef' | 'closedFrom' | 'closedTo'> &
  Partial<Pick<Group, 'fate'>>;

/** Which cases a line is about: procedure, outcome, rule with its law, and when they were closed. */
export const useRuleColumns = (): readonly Column<RuledGroup>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return [
    { id: 'procedure', header: t('retention.procedure'), cell: ({ title }) => read(title) },
    { id: 'outcome', header: t('retention.outcome'), cell: ({ outcome }) => t(`status.${outcome}`) },
    {
      id: 'rule',
      header: t('retention.rule'),
      cell: ({ years, fate = 'destroy', legalRef }) => (
        <>
          {t.plural(`retention.rule.${fate}`, years)}
          <span className="desk-line">{read(legalRef)}</span>
        </>
      ),
    },
    {
      id: 'closed',
      header: t('retention.closed'),
      cell: ({ closedFrom, closedTo }) =>
        closedFrom === closedTo
          ? date(closedFrom)
          : t('retention.between', { from: date(closedFrom), to: date(closedTo) }),
    },
  ];
};
