import type { CaseView } from '@irisflow/client';
import { Button, Skeleton } from '@irisflow/ui';
import { lazy, Suspense, useState } from 'react';
import { usePersonalText } from '../texts/personal-texts.ts';

/** The renderer comes only when somebody reads their answers again. */
const SubmittedForm = lazy(async () => ({ default: (await import('./SubmittedForm.tsx')).SubmittedForm }));

/** The application as it was sent, folded until asked for. */
export const CaseAnswers = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className={isOpen ? 'portal-section' : 'portal-section portal-section--folded'} aria-labelledby="answers">
      <h2 id="answers">{t('case.answers')}</h2>
      <div>
        <Button
          tone="secondary"
          size="small"
          aria-expanded={isOpen}
          aria-controls="answers-content"
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'case.answers.hide' : 'case.answers.show')}
        </Button>
      </div>
      <div id="answers-content">
        {isOpen && (
          <Suspense fallback={<Skeleton lines={5} />}>
            <SubmittedForm view={view} />
          </Suspense>
        )}
      </div>
    </section>
  );
};
