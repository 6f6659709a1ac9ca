import type { CaseView } from '@irisflow/client';
import { AppLink } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { EndAppeal } from './EndAppeal.tsx';

interface AppealAgainstProps {
  readonly file: CaseView;
  readonly against: NonNullable<CaseView['appealOf']>;
}

/** Which decision an appeal on paper is against, and a way to end it where it leaves none. */
export const AppealAgainst = ({ file, against: { id, reference } }: AppealAgainstProps) => {
  const t = useDeskText();
  return (
    <div className="iris-stack">
      <p>
        <AppLink href={`/cases/${id}`}>{t('appeal.against', { reference })}</AppLink>
      </p>
      <EndAppeal file={file} />
    </div>
  );
};
