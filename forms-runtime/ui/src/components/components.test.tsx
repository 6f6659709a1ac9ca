// cspell:ignore Envoyer Texte
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  AppHeader,
  Badge,
  Breadcrumbs,
  Button,
  Card,
  DataTable,
  Dialog,
  EmptyState,
  ErrorSummary,
  Footer,
  I18nProvider,
  LinkButton,
  LinkProvider,
  Menu,
  Notice,
  PageHeading,
  PageLayout,
  Pagination,
  ProgressBar,
  Skeleton,
  Spinner,
  StatusTag,
  StepIndicator,
  SummaryList,
  Tabs,
  TextField,
  Timeline,
  ToastProvider,
  useToast,
  type Locale,
  type Sorting,
} from '../index.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const user = userEvent.setup();

const table = {
  caption: 'Dossiers',
  columns: [
    { id: 'name', header: 'Nom', cell: (row: { name: string }) => row.name, sortable: true },
    { id: 'size', header: 'Taille', cell: () => '1', kind: 'number' as const },
  ],
  rows: [{ name: 'Noor' }, { name: 'Sam' }],
  rowKey: (row: { name: string }) => row.name,
};

const Everything = ({ onLanguage }: { readonly onLanguage: (locale: Locale) => void }) => (
  <I18nProvider locale="fr">
    <PageLayout
      header={
        <AppHeader
          brand={{ href: '/', product: 'Région' }}
          nav={[
            { href: '/a', label: 'Démarches', current: true },
            { href: '/b', label: 'Dossiers' },
          ]}
          onLanguage={onLanguage}
          account={<Menu label="Noor" items={[{ id: 'out', label: 'Sortir', onSelect: () => undefined }]} />}
        />
      }
      footer={<Footer brand={{ href: '/home' }} links={[{ href: '/privacy', label: 'Vie privée' }]} />}
    >
      <Breadcrumbs crumbs={[{ label: 'Accueil', href: '/' }]} />
      <PageHeading title="Titre" eyebrow="RA-1" lead="Intro" actions={<StatusTag tone="success">Accordé</StatusTag>} />
      <StepIndicator
        steps={[
          { id: 'a', label: 'Vous', state: 'done' },
          { id: 'b', label: 'Ménage', state: 'current' },
          { id: 'c', label: 'Fin', state: 'todo' },
        ]}
      />
      <Card title="Carte" href="/card" headingLevel={2} footer="10 minutes">
        Texte
      </Card>
      <Notice title="Info">Texte</Notice>
      <Notice tone="danger">Erreur</Notice>
      <Badge count={3} label="messages" />
      <SummaryList
        items={[{ id: '1', term: 'Nom', value: 'Noor', note: 'Registre', action: <a href="#x">Modifier</a> }]}
      />
      <DataTable {...table} />
      <Timeline entries={[{ id: '1', title: 'Envoyé', at: 'hier', tone: 'success', content: <p>Bien</p> }]} />
      <EmptyState title="Rien" action={<LinkButton href="/x">Aller</LinkButton>} />
      <Skeleton />
      <Spinner />
      <ProgressBar label="Envoi" value={0.2} />
    </PageLayout>
  </I18nProvider>
);

describe('all components together', () => {
  test('have no accessibility violation axe can see', async () => {
    const { container } = render(<Everything onLanguage={() => undefined} />);
    // Colors need a layout engine; the tokens have their own contrast test.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('never write an inline style, which the content policy would block', () => {
    const { container } = render(<Everything onLanguage={() => undefined} />);

    expect(container.querySelectorAll('[style]')).toHaveLength(0);
  });

  test('the language switch names each language in itself', async () => {
    const chosen: Locale[] = [];
    render(<Everything onLanguage={(locale) => chosen.push(locale)} />);
    await user.click(screen.getByRole('button', { name: 'NL, Nederlands' }));

    expect(chosen).toEqual(['nl']);
    expect(screen.getByRole('button', { name: 'FR, Français' }).getAttribute('aria-current')).toBe('true');
  });

  test('links go through the router of the application', () => {
    render(
      <LinkProvider component={({ href, children }) => <a href={`/fr${href}`}>{children}</a>}>
        <Breadcrumbs crumbs={[{ label: 'Accueil', href: '/start' }]} />
      </LinkProvider>,
    );

    expect(screen.getByRole('link', { name: 'Accueil' }).getAttribute('href')).toBe('/fr/start');
  });
});

describe('buttons', () => {
  test('are no submit buttons by accident, and ignore presses while busy', async () => {
    const pressed = vi.fn<() => void>();
    render(
      <Button busy onClick={pressed}>
        Envoyer
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Envoyer' });
    await user.click(button);

    expect(pressed).not.toHaveBeenCalled();
    expect(button.getAttribute('type')).toBe('button');
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('the error summary', () => {
  test('takes focus at each attempt and leads into the field', async () => {
    const Page = () => {
      const [attempt, setAttempt] = useState(1);
      return (
        <>
          <ErrorSummary attempt={attempt} errors={[{ target: 'name', text: 'Remplissez le nom' }]} />
          <TextField id="name" label="Nom" value="" onChange={() => undefined} />
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            Encore
          </button>
        </>
      );
    };
    HTMLElement.prototype.scrollIntoView = () => undefined;
    render(<Page />);
    expect(document.activeElement).toBe(screen.getByRole('alert'));

    await user.click(screen.getByRole('link', { name: 'Remplissez le nom' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Nom'));

    await user.click(screen.getByRole('button', { name: 'Encore' }));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });
});

describe('menus and tabs', () => {
  test('a menu works with the keyboard alone', async () => {
    const chosen: string[] = [];
    const item = (id: string) => ({ id, label: id, onSelect: () => chosen.push(id) });
    render(<Menu label="Actions" items={[item('one'), item('two'), item('three')]} />);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('one');

    await user.keyboard('{ArrowUp}');
    expect(document.activeElement?.textContent).toBe('three');

    await user.keyboard('{Home}{ArrowDown}{Enter}');
    expect(chosen).toEqual(['two']);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Actions' }));

    await user.keyboard('{Enter}{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('arrow keys move between tabs and wrap around', async () => {
    const Page = () => {
      const [selected, setSelected] = useState('a');
      const tabs = ['a', 'b', 'c'].map((id) => ({ id, label: `Tab ${id}`, content: `Content ${id}` }));
      return <Tabs label="Dossier" tabs={tabs} selected={selected} onSelect={setSelected} />;
    };
    render(<Page />);
    await user.click(screen.getByRole('tab', { name: 'Tab a' }));
    await user.keyboard('{ArrowLeft}');

    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Tab c', selected: true }));
    expect(screen.getByRole('tabpanel', { name: 'Tab c' }).textContent).toBe('Content c');
  });
});

describe('steps', () => {
  const label = { a: 'Vous', b: 'Ménage' };
  test.each([
    ['current', 'todo', 'Étape 1 sur 2Vous'],
    ['done', 'current', 'Étape 2 sur 2Ménage'],
    ['done', 'done', 'Étape 2 sur 2Ménage'],
  ] as const)('a phone names where one stands when the steps are %s and %s', (first, second, expected) => {
    const { container } = render(
      <StepIndicator
        steps={[
          { id: 'a', label: label.a, state: first },
          { id: 'b', label: label.b, state: second },
        ]}
      />,
    );
    expect(container.querySelector('p')?.textContent).toBe(expected);
  });
});

describe('tables and pages', () => {
  test('a column sorts up, then down, and says so', async () => {
    const Page = () => {
      const [sorting, setSorting] = useState<Sorting>();
      return <DataTable {...table} onSort={setSorting} {...(sorting && { sorting })} />;
    };
    render(<Page />);
    const header = () => screen.getByRole('columnheader', { name: /Nom/ });
    await user.click(within(header()).getByRole('button'));
    expect(header().getAttribute('aria-sort')).toBe('ascending');

    await user.click(within(header()).getByRole('button'));
    expect(header().getAttribute('aria-sort')).toBe('descending');
  });

  test('pages show the first, the last and the neighbors', async () => {
    const chosen: number[] = [];
    render(
      <I18nProvider locale="en">
        <Pagination page={5} pageCount={20} onSelect={(page) => chosen.push(page)} />
      </I18nProvider>,
    );
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Previous',
      '1',
      '4',
      '5',
      '6',
      '20',
      'Next',
    ]);

    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(chosen).toEqual([6]);
  });
});

describe('toasts', () => {
  test('are announced politely and leave by themselves', () => {
    vi.useFakeTimers();
    const Trigger = () => {
      const toast = useToast();
      return (
        <button type="button" onClick={() => toast('Enregistré')}>
          Go
        </button>
      );
    };
    render(
      <ToastProvider>
        <Trigger />
      </ToastProvider>,
    );
    act(() => screen.getByText('Go').click());
    expect(screen.getByText('Enregistré').closest('[aria-live=polite]')).not.toBeNull();

    act(() => void vi.advanceTimersByTime(10_000));
    expect(screen.queryByText('Enregistré')).toBeNull();
  });
});

describe('a dialog', () => {
  test('that its owner takes away while it is open closes on the page, for the focus to go back', () => {
    const closedOnPage: boolean[] = [];
    HTMLDialogElement.prototype.showModal = () => undefined;
    HTMLDialogElement.prototype.close = function close() {
      closedOnPage.push(this.isConnected);
    };
    const { unmount } = render(
      <Dialog open title="Titre" onClose={() => undefined}>
        Texte
      </Dialog>,
    );
    unmount();
    expect(closedOnPage).toEqual([true]);
  });
});
