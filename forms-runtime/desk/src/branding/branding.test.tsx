import type { Branding, BrandingJudgement } from '@irisflow/client';
import { refusal } from '@irisflow/frame/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';
import { brandingTexts } from './branding-texts.ts';

afterEach(closeDesk);

const path = 'PUT /api/administration/branding';
const green = { color: '#1b6445', strong: '#00432a', soft: '#e8f0ec' };
const saved: Branding = {
  administration: { key: 'housing', name: { fr: 'Logement', nl: 'Huisvesting', en: 'Housing' } },
  revision: 3,
  accent: green,
  logo: { url: '/api/administrations/housing/logo/1', width: 40, height: 20 },
  senderName: { fr: 'Logement', nl: 'Huisvesting', en: 'Housing' },
  replyTo: null,
  letterAddress: null,
  letterFooter: null,
};

const judged = (body: unknown): BrandingJudgement => {
  const { accent, logo } = body as { accent: string | null; logo: string | null };
  const passes = accent !== '#ffdd00';
  return {
    accent:
      accent === null
        ? null
        : {
            accent: passes ? green : { ...green, color: accent },
            passes,
            nearest: passes ? accent : '#7c6a00',
            needed: 4.5,
            contrasts: [{ on: 'sunken', ratio: passes ? 6.08 : 1.15 }],
          },
    logo:
      logo === null
        ? null
        : {
            content: null,
            mediaType: null,
            width: null,
            height: null,
            refused: { reason: 'script', what: '<script>', line: 2 },
          },
  };
};

const open = (answers: Answers = {}) =>
  openDesk({
    address: '/desk/administration/branding',
    session: administratorSession,
    answers: {
      'GET /api/administration/branding': () => ({ body: saved }),
      'POST /api/administration/branding/judgement': ({ body }) => ({ body: judged(body) }),
      [path]: ({ body }) => ({ body: { ...saved, revision: (body as { revision: number }).revision + 1 } }),
      ...answers,
    },
  });

const color = () => screen.findByLabelText<HTMLInputElement>('Couleur');
const chooser = (): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>('#logo-input');
  if (found === null) throw new Error('Expected a chooser of a logo');
  return found;
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const type = async (value: string) => fireEvent.change(await color(), { target: { value } });
const last = <T,>(list: readonly T[]): T | undefined => list.at(-1);

describe('the look of my administration', () => {
  test('that is too pale is told with what was measured, and the nearest color is one press away', async () => {
    const { user, seen } = open();
    await type('#ffdd00');
    expect(await screen.findByText(/1,15 contre 1, il en faut 4,5.*#7c6a00/)).not.toBeNull();
    await user.click(button('Prendre #7c6a00'));
    expect((await color()).value).toBe('#7c6a00');
    await user.click(button('Enregistrer et publier'));
    expect(await screen.findByText('L’apparence est enregistrée et visible sur le portail')).not.toBeNull();
    expect(last(seen.filter(({ method }) => method === 'PUT'))?.body).toEqual({
      revision: 3,
      branding: {
        accent: '#7c6a00',
        logo: 'keep',
        senderName: saved.senderName,
        replyTo: null,
        letterAddress: null,
        letterFooter: null,
      },
    });
  });

  test('with a logo that would act is told what is in it and where', async () => {
    const { user } = open();
    await color();
    await user.upload(chooser(), new File(['<svg>\n<script/></svg>'], 'evil.svg', { type: 'image/svg+xml' }));
    expect(await screen.findByText(/Il contient <script>.*\(ligne 2 du fichier\)/)).not.toBeNull();
  });

  test('wants a text in each language or in none, before it is sent', async () => {
    const { user, seen } = open();
    await color();
    const foot = screen.getByLabelText('Pied de page (Nederlands)');
    fireEvent.change(foot, { target: { value: 'Open' } });
    await user.click(button('Enregistrer et publier'));
    expect(screen.getAllByText('Écrivez ce texte dans chaque langue, ou dans aucune.')).toHaveLength(2);
    expect(document.activeElement?.id).toBe('letterFooter-fr');
    expect(seen.some(({ method }) => method === 'PUT')).toBe(false);
  });

  test('says at its field what the platform refuses, and that a colleague was quicker', async () => {
    const errors = [{ pointer: '/replyTo', keyword: 'address' }];
    const answers = [
      { status: 400, body: { status: 400, code: 'INPUT_INVALID', title: '', type: '', errors } },
      refusal(409, 'STALE_REVISION'),
    ];
    const { user } = open({ [path]: () => answers.shift() ?? { body: saved } });
    await type('#123456');
    await user.click(button('Enregistrer et publier'));
    expect(await screen.findByText('Écrivez une seule adresse, comme info@exemple.be.')).not.toBeNull();
    await waitFor(() => expect(document.activeElement?.id).toBe('replyTo'));
    await user.click(button('Enregistrer et publier'));
    expect(await screen.findByText(/Un collègue a enregistré/)).not.toBeNull();
    expect((await color()).value).toBe('#123456');
  });

  test('becomes the platform’s again only when asked twice', async () => {
    const { user, seen } = open();
    await color();
    const puts = () => seen.filter(({ method }) => method === 'PUT');
    await user.click(button('Revenir à l’apparence de la plateforme'));
    const dialog = within(screen.getByRole('dialog'));
    expect(puts()).toHaveLength(0);
    await user.click(dialog.getByRole('button', { name: 'Revenir à l’apparence de la plateforme' }));
    await waitFor(() => expect(puts()).toHaveLength(1));
    expect(puts()[0]?.body).toMatchObject({ branding: { accent: null, logo: 'none', senderName: null } });
  });

  test('is said in the same texts in every language', () => {
    const [fr, ...others] = Object.values(brandingTexts).map((texts) => Object.keys(texts));
    for (const other of others) expect(other).toEqual(fr);
  });
});
