import type { HouseholdStatement } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

type Member = HouseholdStatement['members'][number];

const useMemberText = () => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return ({ relation, birthDate, from, to }: Member): string =>
    [
      ...(relation === null ? [] : [read(relation)]),
      ...(birthDate === null ? [] : [t('household.born', { day: date(birthDate) })]),
      ...(from === null ? [] : [t('mandate.from', { day: date(from) })]),
      ...(to === null ? [] : [t('household.until', { day: date(to) })]),
    ].join(' · ');
};

/** Who lives together, as each said it: what was said last stands first. */
export const Household = ({ statements }: { readonly statements: readonly HouseholdStatement[] }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  const textOf = useMemberText();
  return statements.map(({ origin, source, on, members }) => (
    <div key={`${origin}-${on}-${members.length}`} className="iris-stack iris-stack--tight">
      <h3 className="desk-household">
        {source === null
          ? t(`household.${origin}`, { day: date(on) })
          : t('household.source', { source: read(source), day: date(on) })}
      </h3>
      <ul className="desk-mandates">
        {members.map((member) => (
          <li key={`${member.name} ${member.birthDate ?? ''}`}>
            {member.name} <span className="iris-muted">{textOf(member)}</span>
          </li>
        ))}
      </ul>
    </div>
  ));
};
