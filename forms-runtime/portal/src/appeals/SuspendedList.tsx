import type { MyAppeals } from '@irisflow/client';
import { usePersonalText } from '../texts/personal-texts.ts';

interface ListProps {
  readonly suspends: MyAppeals['remedies'][number]['suspends'];
}

/** What does not count while an appeal runs. */
export const SuspendedList = ({ suspends }: ListProps) => {
  const t = usePersonalText();
  return (
    <ul className="portal-bullets">
      {suspends.map((what) => (
        <li key={what}>{t(`appeal.suspends.${what}`)}</li>
      ))}
    </ul>
  );
};
