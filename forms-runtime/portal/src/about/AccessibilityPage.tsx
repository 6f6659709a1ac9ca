import { Page } from '@irisflow/frame';
import { usePortalText } from '../texts/portal-texts.ts';

const parts = ['level', 'limits', 'contact'] as const;

/** How accessible the portal is, where it is not, and whom to tell. */
export const AccessibilityPage = () => {
  const t = usePortalText();
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')}>
      <div className="iris-stack iris-stack--loose">
        {parts.map((part) => (
          <section key={part} className="iris-prose">
            <h2>{t(`accessibility.${part}`)}</h2>
            <p>{t(`accessibility.${part}.text`)}</p>
          </section>
        ))}
      </div>
    </Page>
  );
};
