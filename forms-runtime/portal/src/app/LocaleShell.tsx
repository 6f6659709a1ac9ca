import { I18nProvider, LinkProvider, ToastProvider } from '@irisflow/ui';
import { useEffect, type ReactNode } from 'react';
import { Redirect, Router, useLocation } from 'wouter';
import { localePath, preferredLocale, splitLocalePath } from './locale-path.ts';
import { RouterLink } from './RouterLink.tsx';
import { usePortalTexts } from './use-portal-texts.ts';

interface ShellProps {
  readonly children: ReactNode;
}

/** Takes the language from the address and gives it, with its texts, to everything below. */
export const LocaleShell = ({ children }: ShellProps) => {
  const [location] = useLocation();
  const { locale = preferredLocale(navigator.languages), rest } = splitLocalePath(location);
  const isBare = splitLocalePath(location).locale === undefined;
  const hasSlash = rest !== '/' && rest.endsWith('/');
  const texts = usePortalTexts(locale);
  useEffect(() => {
    document.documentElement.lang = texts?.locale ?? locale;
  }, [texts, locale]);
  if (isBare || hasSlash) return <Redirect to={`${localePath(locale, rest)}${window.location.search}`} replace />;
  if (texts === undefined) return null;
  return (
    <I18nProvider locale={texts.locale} messages={texts.messages}>
      <Router base={`/${locale}`}>
        <LinkProvider component={RouterLink}>
          <ToastProvider>{children}</ToastProvider>
        </LinkProvider>
      </Router>
    </I18nProvider>
  );
};
