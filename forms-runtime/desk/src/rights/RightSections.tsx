import { Answered } from '@irisflow/frame';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { RightTable } from './RightTable.tsx';
import { useRights, useRightsOfCase } from './use-rights.ts';

/** What a case left behind; nothing where it left nothing. */
export const RightsOfCase = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const query = useRightsOfCase(caseId);
  if (query.data?.length === 0) return null;
  return (
    <Section id="case-rights" title={t('right.ofCase')}>
      <Answered query={query}>{(rights) => <RightTable rights={rights} />}</Answered>
    </Section>
  );
};

/** What somebody holds of the administration; nothing where they hold nothing. */
export const RightsOfParty = ({ partyId }: { readonly partyId: string }) => {
  const t = useDeskText();
  const { data } = useRights({ partyId });
  const rights = data?.pages.flatMap(({ items }) => items) ?? [];
  if (rights.length === 0) return null;
  return (
    <Section id="party-rights" title={t('rights.title')}>
      <RightTable rights={rights} />
    </Section>
  );
};
