import type { CaseView } from '@irisflow/client';
import { Answered, Branded, COMING, Page, useLocalized } from '@irisflow/frame';
import type { ReactNode } from 'react';
import { usePersonalText } from '../texts/personal-texts.ts';
import { useCase } from './use-case.ts';

interface PageOfCaseProps {
  readonly caseId: string;
  readonly title: string;
  readonly children: (view: CaseView) => ReactNode;
}

/** A page of its own for one thing that is done in a case of mine, with the way back to the case. */
export const PageOfCase = ({ caseId, title, children }: PageOfCaseProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const found = useCase(caseId);
  const { data: view } = found;
  return (
    <Branded look={view?.look}>
      <Page
        title={title}
        eyebrow={view === undefined ? COMING : t('case.reference', { reference: view.reference })}
        crumbs={[
          { href: '/my/cases', label: t('nav.cases') },
          { href: `/my/cases/${caseId}`, label: view === undefined ? t('case.title') : read(view.title) },
        ]}
      >
        <Answered query={found}>{children}</Answered>
      </Page>
    </Branded>
  );
};
