import { describe, expect, it } from 'vitest';
import { linkHeader, type PagePreloads } from './preloads.ts';

const pages: readonly PagePreloads[] = [
  { address: '/fr', preloads: [{ href: '/assets/fr.js', kind: 'module' }] },
  {
    address: '/fr/applications/:draft',
    preloads: [
      { href: '/assets/form.js', kind: 'module' },
      { href: '/api/session', kind: 'answer' },
      { href: '/api/applications/:draft', kind: 'answer', isPersonal: true },
      { href: '/assets/letters.woff2', kind: 'font' },
    ],
  },
];

describe('what a page needs at once', () => {
  it('is named with the address it is for', () => {
    expect(linkHeader(pages, { address: '/fr/applications/Ab-1_c', isSignedIn: true })).toBe(
      [
        '</assets/form.js>; rel=modulepreload',
        '</api/session>; rel=preload; as=fetch; crossorigin',
        '</api/applications/Ab-1_c>; rel=preload; as=fetch; crossorigin',
        '</assets/letters.woff2>; rel=preload; as=font; type="font/woff2"; crossorigin; fetchpriority=low',
      ].join(', '),
    );
    expect(linkHeader(pages, { address: '/fr/', isSignedIn: true })).toBe('</assets/fr.js>; rel=modulepreload');
  });

  it('leaves out what only people who are signed in may read', () => {
    expect(linkHeader(pages, { address: '/fr/applications/a', isSignedIn: false })).not.toContain('/api/applications');
  });

  it.each([
    '/fr/applications',
    '/fr/applications/a/b',
    '/nl',
    '/fr/applications/a>;%20x',
    '/fr/applications/%0d%0aset',
  ])('is nothing for %s', (address) => expect(linkHeader(pages, { address, isSignedIn: true })).toBeUndefined());
});
