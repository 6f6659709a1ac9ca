import type { CaseView } from '@irisflow/client';
import { Button, useFormatters } from '@irisflow/ui';
import { ComeToCounter } from '../appointments/ComeToCounter.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { WithdrawCase } from './WithdrawCase.tsx';

/** `+32 2 000 00 00` as a telephone dials it. */
const dialable = (phone: string): string => phone.replaceAll(/[^\d+]/g, '');

/** Whom to ask, in which language the case runs, and the way out. */
export const CaseAside = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const { dateTime } = useFormatters();
  const { name, email, phone } = view.contact;
  return (
    <aside className="portal-facts" aria-labelledby="contact">
      <h2 id="contact" className="portal-facts__title">
        {t('case.contact')}
      </h2>
      <p className="portal-facts__name">{name}</p>
      <dl>
        <div>
          <dt>{t('case.contact.email')}</dt>
          <dd>
            <a href={`mailto:${email}?subject=${encodeURIComponent(view.reference)}`}>{email}</a>
          </dd>
        </div>
        <div>
          <dt>{t('case.contact.phone')}</dt>
          <dd>
            <a href={`tel:${dialable(phone)}`}>{phone}</a>
          </dd>
        </div>
        <div>
          <dt>{t('status.submitted')}</dt>
          <dd>{dateTime(view.submittedAt)}</dd>
        </div>
        <div>
          <dt>{t('case.language')}</dt>
          <dd>{t(`language.${view.language}`)}</dd>
        </div>
      </dl>
      {view.part === null && <ComeToCounter procedureKey={view.procedureKey} caseId={view.id} />}
      <div>
        <Button tone="quiet" size="small" className="iris-button--flush" onClick={() => window.print()}>
          {t('case.print')}
        </Button>
        {view.canWithdraw && <WithdrawCase caseId={view.id} />}
      </div>
    </aside>
  );
};
