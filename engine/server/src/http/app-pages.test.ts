import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appPages } from './app-pages.ts';

/** The addresses for which an app has a page, as it says itself; those that it writes as patterns cover others. */
const routesOf = (file: string): string[] => {
  const source = readFileSync(new URL(`../../../../forms-runtime/${file}`, import.meta.url), 'utf8');
  return [...source.matchAll(/<Route path="\/([^"]*)"/g)].map(([, path = '']) => path.replaceAll(/:\w+/g, 'x-1'));
};

describe('pages that are opened by their address, or loaded again', () => {
  it.each(routesOf('portal/src/app/PortalRoutes.tsx'))('portal: /fr/%s', (path) => {
    expect(appPages.portal.test(path)).toBe(true);
    expect(appPages.portal.test(`fr/${path}`)).toBe(true);
  });

  it.each(['app/DeskRoutes.tsx', 'opinions/OpinionRoutes.tsx'].flatMap((file) => routesOf(`desk/src/${file}`)))(
    'desk: /desk/%s',
    (path) => {
      expect(appPages.desk.test(path)).toBe(true);
    },
  );

  it('what no app has is not answered with its page', () => {
    expect(['metrics', 'procedures/x/y', 'fr/my'].filter((path) => appPages.portal.test(path))).toEqual([]);
  });
});
