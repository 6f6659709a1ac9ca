import { useSession } from '@irisflow/client';
import { rememberLocale } from '@irisflow/frame';
import { AppHeader, Footer, PageLayout, type Locale, type NavItem } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { ActingBar } from '../mandates/ActingBar.tsx';
import { usePortalText } from '../texts/portal-texts.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { localePath } from './locale-path.ts';

const useNav = (): readonly NavItem[] => {
  const t = usePortalText();
  const [path] = useLocation();
  const { data: session } = useSession();
  const browse = { href: '/', label: t('nav.procedures'), current: path === '/' || path.startsWith('/procedures') };
  if (!session?.person) return [browse];
  return [
    browse,
    { href: '/my/cases', label: t('nav.cases'), current: path.startsWith('/my/cases') },
    { href: '/my/data', label: t('nav.data'), current: path === '/my/data' },
  ];
};

/** Goes to the same page in another language; the address changes in place, so that "back" leads out of the page. */
const useLanguageChange = (): ((locale: Locale) => void) => {
  const [path, navigate] = useLocation();
  const search = useSearch();
  return (locale) => {
    rememberLocale(locale);
    navigate(`~${localePath(locale, path)}${search === '' ? '' : `?${search}`}`, { replace: true });
  };
};

/** Header and footer around every page. */
export const PortalFrame = ({ children }: { readonly children: ReactNode }) => {
  const t = usePortalText();
  const nav = useNav();
  const changeLanguage = useLanguageChange();
  return (
    <PageLayout
      header={
        <>
          <AppHeader
            brand={{ href: '/', product: t('app.product') }}
            nav={nav}
            onLanguage={changeLanguage}
            account={<AccountMenu />}
            oneRowOnPhone
          />
          <ActingBar />
        </>
      }
      footer={
        <Footer
          brand={{ href: '/', product: t('app.product') }}
          links={[{ href: '/accessibility', label: t('footer.accessibility') }]}
        >
          <p>{t('footer.note')}</p>
        </Footer>
      }
    >
      {children}
    </PageLayout>
  );
};
