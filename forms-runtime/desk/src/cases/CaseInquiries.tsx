import type { CaseView } from '@irisflow/client';
import { Section } from '../app/Section.tsx';
import { CaseHearings } from '../hearings/CaseHearings.tsx';
import { CaseInspections } from '../inspections/CaseInspections.tsx';
import { CaseOpinions } from '../opinions/CaseOpinions.tsx';
import { useHasHearings } from '../hearings/use-hearings.ts';
import { useHasInspections } from '../inspections/use-inspections.ts';
import { useHasOpinions } from '../opinions/use-opinions.ts';
import { useDeskText } from '../texts/desk-texts.ts';

/** What others are asked before a case is decided, and who is heard; nothing of either where it does not come up. */
export const CaseInquiries = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const hasOpinions = useHasOpinions(file);
  const hasHearings = useHasHearings(file);
  const hasInspections = useHasInspections(file);
  return (
    <>
      {hasOpinions && (
        <Section id="opinions" title={t('file.opinions')}>
          <CaseOpinions file={file} />
        </Section>
      )}
      {hasHearings && (
        <Section id="hearings" title={t('file.hearings')}>
          <CaseHearings file={file} />
        </Section>
      )}
      {hasInspections && (
        <Section id="inspections" title={t('file.inspections')}>
          <CaseInspections file={file} />
        </Section>
      )}
    </>
  );
};
