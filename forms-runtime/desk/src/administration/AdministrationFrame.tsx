import { Page, usePerson, type PageProps } from '@irisflow/frame';
import { AppLink } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { sectionsOf } from './administration-sections.ts';

/** A page of the administration section below the way to the others. */
export const AdministrationFrame = ({ children, ...page }: PageProps) => {
  const t = useDeskText();
  const person = usePerson();
  const [path] = useLocation();
  return (
    <Page {...page}>
      <div className="iris-stack iris-stack--loose">
        <nav className="desk-sections" aria-label={t('admin.sections')}>
          <ul>
            {sectionsOf(person).map((section) => (
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
