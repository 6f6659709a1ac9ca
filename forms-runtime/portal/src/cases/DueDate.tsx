import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { usePersonalText } from '../texts/personal-texts.ts';
import { useDueText } from './use-due-text.ts';

/** The legal time limit in words, with its ground. */
export const DueDate = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const due = useDueText(view.term, view.status);
  if (due === undefined || view.term === null) return null;
  return (
    <div className={`portal-due portal-due--${due.tone}`}>
      <p className="portal-due__title">{due.title}</p>
      <p className="portal-due__text">
        {due.text !== undefined && <span>{due.text} </span>}
        <span className="iris-muted">{t('case.due.law', { ref: read(view.term.legalRef) })}</span>
      </p>
    </div>
  );
};
