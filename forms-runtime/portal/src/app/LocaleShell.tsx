import { ApplicationFrame, browserLocale, rememberedLocale } from '@irisflow/frame';
import type { ReactNode } from 'react';
import { Redirect, Router, useLocation } from 'wouter';
import { loadPortalTexts } from '../texts/portal-texts.ts';
import { portalProblems } from '../texts/portal-problems.ts';
import { localePath, splitLocalePath } from './locale-path.ts';

interface ShellProps {
  readonly children: ReactNode;
}

/** Takes the language from the address and gives it, with its texts, to everything below. */
export const LocaleShell = ({ children }: ShellProps) => {
  const [location] = useLocation();
  const { locale: named, rest } = splitLocalePath(location);
  const locale = named ?? rememberedLocale() ?? browserLocale(navigator.languages);
  const hasSlash = rest !== '/' && rest.endsWith('/');
  if (named === undefined || hasSlash)
    return <Redirect to={`${localePath(locale, rest)}${window.location.search}`} replace />;
  return (
    <ApplicationFrame locale={locale} loadTexts={loadPortalTexts} problems={portalProblems}>
      <Router base={`/${locale}`}>{children}</Router>
    </ApplicationFrame>
  );
};
