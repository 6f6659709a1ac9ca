import type { CaseView } from '@irisflow/client';
import { Section } from '../app/Section.tsx';
import { CaseHearings } from '../hearings/CaseHearings.tsx';
import { CaseInspections } from '../inspections/CaseInspections.tsx';
import { CaseOpinions } from '../opinions/CaseOpinions.tsx';
import { useDeskText } from '../texts/desk-texts.ts';

/** What others are asked before a case is decided, and who is heard. */
export const CaseInquiries = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  return (
    <>
      <Section id="opinions" title={t('file.opinions')}>
        <CaseOpinions file={file} />
      </Section>
      <Section id="hearings" title={t('file.hearings')}>
        <CaseHearings file={file} />
      </Section>
      <Section id="inspections" title={t('file.inspections')}>
        <CaseInspections file={file} />
      </Section>
    </>
  );
};
