import type { Invitation } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';
import { AnswerNow } from './AnswerNow.tsx';

/** A line of what waits for me: an invitation of an administration. */
export const InvitationRow = ({ invitation }: { readonly invitation: Invitation }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  const { title, administration, until } = invitation;
  return (
    <li className="portal-row">
      <div className="portal-row__text">
        <h3 className="portal-row__title">
          <AppLink href="/my/invitations">{read(title)}</AppLink>
        </h3>
        <p>{t('invitation.until', { administration: read(administration), day: longDate(until) })}</p>
      </div>
      <AnswerNow invitation={invitation} />
    </li>
  );
};
