import { Page, type PageProps } from '@irisflow/frame';
import { AppLink } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';

const sections = [
  { path: '/privacy/traces', label: 'traces' },
  { path: '/privacy/retention', label: 'retention' },
  { path: '/privacy/holds', label: 'holds' },
] as const satisfies readonly { readonly path: string; readonly label: DeskKey }[];

/** A page for whoever guards the data of people, below the way to the others. */
export const PrivacyFrame = ({ children, ...page }: PageProps) => {
  const t = useDeskText();
  const [path] = useLocation();
  return (
    <Page {...page}>
      <div className="iris-stack iris-stack--loose">
        <nav className="desk-sections" aria-label={t('privacy.sections')}>
          <ul>
            {sections.map((section) => (
              <li key={section.path}>
                <AppLink
                  href={section.path}
                  {...(path.startsWith(section.path) && { 'aria-current': 'page' as const })}
                >
                  {t(section.label)}
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </div>
    </Page>
  );
};
