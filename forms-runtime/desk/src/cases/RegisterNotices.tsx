import { useLocalized } from '@irisflow/frame';
import { Button, Notice, useFormatters, useToast } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useNoteRegisterNotice, useRegisterNotices } from './use-register-notices.ts';

/** What registers told of somebody of the case and nobody took note of yet, such as a death. */
export const RegisterNotices = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date, dateTime } = useFormatters();
  const toast = useToast();
  const { data = [] } = useRegisterNotices(caseId);
  const note = useNoteRegisterNotice(caseId);
  const waiting = data.filter(({ seenAt }) => seenAt === null);
  if (waiting.length === 0) return null;
  return (
    <Notice tone="warning" title={t('registerNotices.title')}>
      <ul className="iris-stack">
        {waiting.map(({ id, kind, source, happenedOn, aboutApplicant, toldAt }) => (
          <li key={id}>
            <div className="iris-stack iris-stack--tight">
              <span>
                {t('registerNotices.line', {
                  source: read(source),
                  who: t(aboutApplicant ? 'registerNotices.applicant' : 'registerNotices.other'),
                  what: t(`registerNotices.${kind}`, { day: date(happenedOn) }),
                  at: dateTime(toldAt),
                })}
              </span>
              <div className="iris-row">
                <Button
                  size="small"
                  tone="secondary"
                  onClick={() => note.mutate(id, { onSuccess: () => toast(t('registerNotices.noted')) })}
                >
                  {t('registerNotices.note')}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
