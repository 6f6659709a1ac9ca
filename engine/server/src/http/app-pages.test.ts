import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appPages } from './app-pages.ts';

const sourceOf = (app: string): URL => new URL(`../../../../forms-runtime/${app}/src/`, import.meta.url);

/** The addresses for which an app has a page, as all its files of routes say; those that they write as patterns cover others. */
const routesOf = (app: string): string[] =>
  readdirSync(sourceOf(app), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('Routes.tsx'))
    .flatMap((file) => [...readFileSync(new URL(file, sourceOf(app)), 'utf8').matchAll(/<Route path="\/([^"]*)"/g)])
    .map(([, path = '']) => path.replaceAll(/:\w+/g, 'x-1'));

describe('pages that are opened by their address, or loaded again', () => {
  it.each(routesOf('portal'))('portal: /fr/%s', (path) => {
    expect(appPages.portal.test(path)).toBe(true);
    expect(appPages.portal.test(`fr/${path}`)).toBe(true);
  });

  it.each(routesOf('desk'))('desk: /desk/%s', (path) => {
    expect(appPages.desk.test(path)).toBe(true);
  });

  it('what no app has is not answered with its page', () => {
    expect(['metrics', 'procedures/x/y', 'fr/my'].filter((path) => appPages.portal.test(path))).toEqual([]);
  });
});
