import { useUiText } from '../i18n/ui-messages.ts';
import { AppLink } from './AppLink.tsx';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way back up; the current page is not part of it. */
export const Breadcrumbs = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => {
  const t = useUiText();
  return (
    <nav className="iris-breadcrumbs" aria-label={t('breadcrumbs.label')}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <AppLink href={href}>{label}</AppLink>
          </li>
        ))}
      </ol>
    </nav>
  );
};
